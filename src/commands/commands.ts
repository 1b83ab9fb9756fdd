import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { backupTo, restoreFrom } from './backup.ts';
import { CONTENT_ROOT } from '../services/catalogue-source.ts';
import { readConfig } from '../config.ts';
import { loadContent } from '../content/load-content.ts';
import { formatProblem } from '../content/problems.ts';
import { assessAll } from '../domain/matching/assess.ts';
import { parseIsoDate, type IsoDate } from '../domain/date.ts';
import { replay } from '../domain/matching/journey.ts';
import type { Profile } from '../domain/matching/profile.ts';
import { rank, type Ranked } from '../domain/matching/ranking.ts';
import { QUESTION_IDS } from '../domain/catalogue/requirement.ts';
import { fundingRows, scenarioReport } from './funding.ts';
import { fundingLookups } from './funding-lookups.ts';
import { hubOfSchool, importListFile, importSchoolsFile } from '../imports/commands.ts';
import { formatSummary, type Summary } from '../imports/summary.ts';
import { completedBySchool } from './named-school.ts';
import { readInstances, solveAll } from './pathway.ts';
import { parseProfile } from '../schemas/profile-schema.ts';
import { queriesIn, schoolRows } from './schools.ts';
import { openServices, type Services } from '../services/services.ts';
import { serveUntilStopped, workUntilStopped } from '../serve.ts';
import { UsageError } from '../usage-error.ts';

interface Options {
  readonly profile?: string | undefined;
  readonly on?: string | undefined;
  readonly scenarios?: string | undefined;
  readonly urn?: string | undefined;
  readonly query?: string | undefined;
  readonly queries?: string | undefined;
  readonly for?: string | undefined;
  readonly json?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly replace?: boolean | undefined;
  /** What stands without a name: files, and the name of a list. */
  readonly given: readonly string[];
}

type Command = (options: Options) => Promise<void> | void;

const COMMANDS: Readonly<Record<string, Command>> = {
  serve: () => serveUntilStopped(process.env),
  work: () => workUntilStopped(process.env),
  match,
  funding,
  facts,
  questions,
  schools,
  hub,
  pathway: async ({ given: [path = ''] }) => print(await solveAll(readInstances(path, readText(path)))),
  'import-schools': schoolsFile,
  'import-list': listFile,
  'check-content': checkContent,
  backup: ({ given: [path] }) =>
    withServices(async ({ db, clock }) => console.log(await backupTo(db, path, clock.now()))),
  restore: async ({ given: [path], replace }) =>
    console.log(await restoreFrom(readConfig(process.env), path, replace ?? false)),
};

/** What a command is given without a name, as it is said when it is not. */
const GIVEN: Readonly<Record<string, readonly string[]>> = {
  pathway: ['FILE'],
  'import-schools': ['FILE'],
  'import-list': ['NAME', 'FILE'],
  backup: ['FILE'],
  restore: ['FILE'],
};

async function match(options: Options): Promise<void> {
  const told = readProfile(options);
  await withServices(async (services) => {
    const { catalogue, clock } = services;
    const profile = await completedBySchool(services, told);
    const on = catalogue.on(readDay(options) ?? clock.today());
    const ranked = rank(assessAll(on.opportunities, profile, on.day), profile, on);
    print(ranked.map(matchRow));
  });
}

/** One row of `match`, as docs and outside checks know it. */
function matchRow({ opportunity, verdict, confirmed, findings, next }: Ranked) {
  return {
    opportunity: opportunity.id,
    route: opportunity.route,
    alsoOn: opportunity.alsoOn,
    verdict,
    confirmed,
    findings: findings.map(({ rule, outcome, code, because, owner, question }) => ({
      rule,
      outcome,
      code,
      because,
      owner,
      question,
    })),
    ...(next ? { next } : {}),
  };
}

/** DfE's scenarios judged (exit 1 where one disagrees), or one person's answers. */
async function funding(options: Options): Promise<void> {
  if (options.scenarios !== undefined) {
    const { lines, agree } = scenarioReport(options.scenarios, readText(options.scenarios));
    for (const line of lines) console.log(line);
    if (!agree) process.exitCode = 1;
    return;
  }
  const profile = readProfile(options);
  await withSchools(async ({ catalogue, clock, db, schools: source }) => {
    const lookups = await fundingLookups(db, source, profile);
    print(fundingRows(profile, readDay(options) ?? clock.today(), catalogue.current().facts, lookups));
  });
}

async function facts(options: Options): Promise<void> {
  await withServices(({ catalogue, clock }) => {
    const on = catalogue.on(readDay(options) ?? clock.today());
    const held = [...on.facts.values()].flat().toSorted((a, b) => (a.id < b.id ? -1 : 1));
    print(
      held.map(({ id, topic, statement, value, from, until, source, checkedOn, certainty }) => ({
        id,
        topic,
        statement,
        ...(value === undefined ? {} : { value }),
        from,
        until,
        source: source.title,
        url: source.url,
        checkedOn,
        certainty,
      })),
    );
  });
}

async function questions(options: Options): Promise<void> {
  const told = readProfile(options);
  await withServices(async (services) => {
    const { catalogue, clock } = services;
    const profile = await completedBySchool(services, told);
    const journey = catalogue.journeyOn(readDay(options) ?? clock.today());
    const { asked, settled, of, settledAfter } = replay(journey, profile, new Set(QUESTION_IDS));
    print({ asked, settled, of, settledAfter });
  });
}

/** One query, or those of a file: then one line for each. */
async function schools({ query, queries }: Options): Promise<void> {
  if ((query === undefined) === (queries === undefined))
    throw new UsageError('say what to look for: --query TEXT, or --queries FILE.txt');
  const lines = queries === undefined ? [] : queriesIn(readText(queries));
  await withServices(async (services) => {
    const { finder } = await services.finder.whenReady();
    if (query !== undefined) print(schoolRows(finder, query));
    else for (const line of lines) process.stdout.write(`${JSON.stringify(schoolRows(finder, line))}\n`);
  });
}

/** Exit 1 where no school has the URN. */
async function hub({ urn }: Options): Promise<void> {
  await withSchools(async (services) => {
    const answer = await hubOfSchool(services.db, urn, services.schools.current().hubAreas);
    if (answer) return print(answer);
    console.error(`no school has the URN ${urn}`);
    process.exitCode = 1;
  });
}

async function schoolsFile(options: Options): Promise<void> {
  const [path] = options.given;
  await withSchools(async ({ db, clock }) =>
    report(await importSchoolsFile(db, path, { now: clock.now(), dryRun: options['dry-run'] ?? false }), options),
  );
}

async function listFile(options: Options): Promise<void> {
  const [list, path] = options.given;
  await withSchools(async ({ db, clock }) =>
    report(
      await importListFile(
        db,
        { list, path, vintage: options.for },
        { now: clock.now(), dryRun: options['dry-run'] ?? false },
      ),
      options,
    ),
  );
}

function report(summary: Summary, { json }: Options): void {
  if (json) print(summary);
  else console.log(formatSummary(summary));
}

/** Exit 1, with every problem as `file:line: message`, where content disagrees with itself. */
function checkContent(): void {
  const loaded = loadContent(CONTENT_ROOT, readConfig(process.env).hub);
  if (loaded.ok) {
    console.log('ok');
    return;
  }
  for (const problem of loaded.problems) console.log(formatProblem(problem));
  process.exitCode = 1;
}

function print(answer: unknown): void {
  process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
}

async function withServices(work: (services: Services) => void | Promise<void>): Promise<void> {
  const services = await openServices(readConfig(process.env));
  try {
    await work(services);
  } finally {
    await services.close();
  }
}

/** With schools, lists and hub areas loaded: what the service ships with comes before anything imported over it. */
async function withSchools(work: (services: Services) => void | Promise<void>): Promise<void> {
  await withServices(async (services) => {
    await services.schools.whenReady();
    await work(services);
  });
}

function readProfile({ profile }: Options): Profile {
  if (profile === undefined) throw new UsageError('name a profile: --profile FILE.json');
  const parsed = parseProfile(readText(profile));
  if (!parsed.ok) throw new UsageError(`${profile}: ${parsed.problem}`);
  return parsed.profile;
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}

function readDay({ on }: Options): IsoDate | undefined {
  if (on === undefined) return undefined;
  const day = parseIsoDate(on);
  if (day === undefined) throw new UsageError(`--on ${on}: there is no such day; a day is written YYYY-MM-DD`);
  return day;
}

/** Runs the command the arguments name; sets the exit code the contract gives. */
export async function run(words: readonly string[]): Promise<void> {
  try {
    await dispatch(words);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(error.message);
    process.exitCode = 2;
  }
}

async function dispatch([name, ...rest]: readonly string[]): Promise<void> {
  const command = name === undefined ? undefined : COMMANDS[name];
  if (!command || !Object.hasOwn(COMMANDS, name ?? '')) {
    throw new UsageError(
      `${name === undefined ? 'name a command' : `there is no command "${name}"`}: ${Object.keys(COMMANDS).join(', ')}`,
    );
  }
  const options = readOptions(rest);
  const wanted = GIVEN[name ?? ''] ?? [];
  if (options.given.length !== wanted.length) throw new UsageError(`it is written: ${[name, ...wanted].join(' ')}`);
  await command(options);
}

const OPTIONS = {
  profile: { type: 'string' },
  scenarios: { type: 'string' },
  on: { type: 'string' },
  urn: { type: 'string' },
  query: { type: 'string' },
  queries: { type: 'string' },
  for: { type: 'string' },
  json: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  replace: { type: 'boolean' },
} as const;

function readOptions(rest: readonly string[]): Options {
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options: OPTIONS, allowPositionals: true });
    return { ...values, given: positionals };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message.split('\n')[0] : 'the options cannot be read');
  }
}
