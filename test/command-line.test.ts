import { cpSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { NPQ_CODES } from '../src/domain/catalogue/npq.ts';
import { QUESTION_IDS } from '../src/domain/catalogue/requirement.ts';
import { ROUTE_IDS } from '../src/domain/catalogue/route.ts';
import { run, temporaryDirectory, type Ended } from './support/processes.ts';
import { aProfile } from './support/builders.ts';
import { ROOT } from './support/source-files.ts';

/* The command line's contract: outside checks depend on every key and exit code here. */

const data = temporaryDirectory();
const cli = (...words: string[]) =>
  run('src/cli.ts', words, { env: { DATA_DIR: join(data.path, 'data'), TODAY: '2026-11-23' } });
const profileFile = (name: string, profile: unknown): string => {
  const path = join(data.path, name);
  writeFileSync(path, typeof profile === 'string' ? profile : JSON.stringify(profile));
  return path;
};
let teacher: string;

beforeAll(async () => {
  teacher = profileFile('teacher.json', aProfile());
  await cli('facts', '--json');
});
afterAll(() => data[Symbol.dispose]());

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const matched = z.array(
  z.strictObject({
    opportunity: z.string().regex(/^[a-z0-9-]+$/),
    route: z.enum(ROUTE_IDS),
    alsoOn: z.array(z.enum(ROUTE_IDS)),
    verdict: z.enum(['open', 'ask', 'not-yet', 'no']),
    confirmed: z.boolean(),
    findings: z.array(
      z.strictObject({
        rule: z.string(),
        outcome: z.enum(['met', 'not-met', 'unknown']),
        code: z.string().regex(/^[a-z0-9-]+$/),
        because: z.string().min(5),
        owner: z.enum(['teacher', 'world']).optional(),
        question: z.enum(QUESTION_IDS).optional(),
      }),
    ),
    next: z
      .strictObject({
        change: z.string(),
        when: day.nullable(),
        known: z.enum(['announced', 'expected', 'not-announced']),
      })
      .optional(),
  }),
);

const held = z.array(
  z.strictObject({
    id: z.string(),
    topic: z.string(),
    statement: z.string(),
    value: z.unknown().optional(),
    from: day.nullable(),
    until: day.nullable(),
    source: z.string(),
    url: z.url(),
    checkedOn: day,
    certainty: z.enum(['high', 'medium', 'low', 'disputed']),
  }),
);

const asked = z.object({ asked: z.array(z.enum(QUESTION_IDS)), settled: z.number().int(), of: z.number().int() });

function answerOf<T extends z.ZodType>(schema: T, ended: Ended): z.output<T> {
  expect(ended.stderr).toBe('');
  expect(ended.code).toBe(0);
  return schema.parse(JSON.parse(ended.stdout));
}

function expectRefused(ended: Ended, reason: RegExp): void {
  expect(ended.stderr).toMatch(reason);
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ended.stdout).toBe('');
  expect(ended.code).toBe(2);
}

test('match prints every opportunity that exists that day, what is not for this teacher included', async () => {
  const rows = answerOf(matched, await cli('match', '--profile', teacher, '--json'));
  expect(rows.length).toBeGreaterThan(80);
  expect(new Set(rows.map((row) => row.opportunity)).size).toBe(rows.length);
  expect(new Set(rows.map((row) => row.verdict))).toContain('no');
  expect(rows.find((row) => row.opportunity === 'npq-leading-teaching-development')?.verdict).toBe('no');
});

test('match keeps to the words of the contract: an unknown has an owner, a not-yet says what would change it', async () => {
  const rows = answerOf(matched, await cli('match', '--profile', profileFile('nobody.json', {}), '--json'));
  const findings = rows.flatMap((row) => row.findings);
  expect(findings.filter((finding) => finding.outcome === 'unknown' && finding.owner === undefined)).toEqual([]);
  expect(findings.filter((finding) => finding.owner === 'teacher' && finding.question === undefined)).toEqual([]);
  expect(rows.filter((row) => row.verdict === 'not-yet' && row.next === undefined)).toEqual([]);
  expect(rows.filter((row) => row.confirmed === row.findings.some((finding) => finding.owner === 'world'))).toEqual([]);
});

test('match for another day judges what there was on that day', async () => {
  const [then, now] = await Promise.all([
    cli('match', '--profile', teacher, '--on', '2023-09-01', '--json'),
    cli('match', '--profile', teacher, '--json'),
  ]);
  const ids = (ended: Ended) => answerOf(matched, ended).map((row) => row.opportunity);
  expect(ids(then)).not.toEqual(ids(now));
  expect(ids(then)).toContain('behaviour-hubs');
  expect(ids(now)).not.toContain('behaviour-hubs');
});

test('match says the same every time it is asked', async () => {
  const [one, two] = await Promise.all([
    cli('match', '--profile', teacher, '--json'),
    cli('match', '--profile', teacher, '--json'),
  ]);
  expect(one.stdout).toBe(two.stdout);
});

test('facts prints what held that day, and nothing that did not', async () => {
  const now = answerOf(held, await cli('facts', '--json'));
  expect(now.length).toBeGreaterThan(200);
  const then = answerOf(held, await cli('facts', '--on', '2022-01-10', '--json'));
  const wrong = (facts: typeof now, on: string) =>
    facts.filter(({ from, until }) => (from ?? on) > on || (until ?? on) < on);
  expect(wrong(now, '2026-11-23')).toEqual([]);
  expect(wrong(then, '2022-01-10')).toEqual([]);
});

test('questions replays the questionnaire from a profile, passing over what it does not tell', async () => {
  const told = answerOf(asked, await cli('questions', '--profile', teacher, '--json'));
  expect(told.of).toBeGreaterThan(0);
  expect(told.settled).toBeLessThanOrEqual(told.of);
  expect(new Set(told.asked).size).toBe(told.asked.length);
  const silent = answerOf(asked, await cli('questions', '--profile', profileFile('silent.json', {}), '--json'));
  expect(silent.settled).toBe(0);
  expect(silent.of).toBe(told.of);
});

test('check-content says ok', async () => {
  const ended = await cli('check-content');
  expect(ended).toMatchObject({ code: 0, stdout: 'ok\n', stderr: '' });
});

test('check-content names every fault by file and line and exits 1', async () => {
  using copy = temporaryDirectory();
  for (const part of ['src', 'content', 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(copy.path, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(copy.path, 'node_modules'));
  writeFileSync(join(copy.path, 'content/england/aliases.yaml'), 'aliases:\n  Not An Id: 7\n');
  const ended = await run(join(copy.path, 'src/cli.ts'), ['check-content'], {
    env: { DATA_DIR: join(copy.path, 'data') },
  });
  expect(ended.code).toBe(1);
  expect(ended.stdout).toMatch(/^content\/england\/aliases\.yaml:\d+: .+\n/);
});

test.for([
  ['an unknown key', { npqs: [], shoeSize: 9 }, /shoeSize/],
  ['an unknown code', { npqs: [{ code: 'npq-leading-lunch' }] }, /npqs\.0\.code/],
  ['a day that does not exist', { npqs: [{ code: NPQ_CODES[0], completed: '2026-02-30' }] }, /npqs\.0\.completed/],
  ['text that is no JSON', '{', /not JSON/],
  ['a list', [], /profile is wrong/],
] as const)('a profile with %s is refused', async ([name, profile, reason]) => {
  expectRefused(await cli('match', '--profile', profileFile(`${name}.json`, profile), '--json'), reason);
});

test('absent and null both mean not told', async () => {
  const [absent, nulls] = await Promise.all([
    cli('match', '--profile', profileFile('absent.json', {}), '--json'),
    cli(
      'match',
      '--profile',
      profileFile('nulls.json', { npqs: null, setting: null, sponsor: null, fte: null }),
      '--json',
    ),
  ]);
  expect(nulls).toEqual(absent);
});

test.for([
  ['no command', [], /name a command/],
  ['an unknown command', ['toString'], /there is no command "toString"/],
  ['no profile', ['match', '--json'], /--profile FILE\.json/],
  ['a profile that is not there', ['match', '--profile', 'nowhere.json', '--json'], /nowhere\.json cannot be read/],
  ['a day that does not exist', ['facts', '--on', '2026-02-30', '--json'], /there is no such day/],
  ['an unknown option', ['facts', '--colour', 'red'], /--colour/],
] as const)('%s is refused with one line and exit 2', async ([, words, reason]) => {
  expectRefused(await cli(...words), reason);
});
