import { daysBetween } from '../domain/date.ts';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import type { Figure, Opportunity } from '../domain/catalogue/opportunity.ts';
import { parseProse } from '../domain/prose.ts';
import {
  checkBankHolidays,
  checkCalendars,
  checkFallback,
  type BankHolidaysFile,
  type CalendarsFile,
} from './check-calendars.ts';
import { isPublicPath } from './public-paths.ts';
import type { ReadFile } from './load-content.ts';
import type { Problem } from './problems.ts';

/** What no single file can show: names that lead nowhere, days that cannot be, pages nobody can reach. */
export function crossCheck(catalogue: Catalogue, files: readonly ReadFile[]): readonly Problem[] {
  const known = {
    topics: new Set(catalogue.facts.map((fact) => fact.topic)),
    unprintable: new Set(catalogue.facts.flatMap((fact) => (fact.value === undefined ? [fact.topic] : []))),
    opportunities: new Set(catalogue.opportunities.map((opportunity) => opportunity.id)),
    providers: new Set(catalogue.providers.map((provider) => provider.id)),
    facts: new Set(catalogue.facts.map((fact) => fact.id)),
  };
  return files.flatMap((found) => {
    const at = (path: readonly PropertyKey[], message: string): Problem => ({
      file: found.file.path,
      line: found.file.lineOf(path),
      message,
    });
    return [
      ...checkNames(found, known, at),
      ...checkProse(found.file.value, catalogue, known, at),
      ...(found.kind === 'opportunity' ? checkOpportunity(found.file.value as Opportunity, catalogue, at) : []),
      ...(found.kind === 'opportunity' ? checkFigures(found.file.value as Opportunity, known, at) : []),
      ...(found.kind === 'term-calendars' ? checkCalendars(found.file.value as CalendarsFile, catalogue, at) : []),
      ...(found.kind === 'hub' ? checkFallback(catalogue, at) : []),
      ...(found.kind === 'bank-holidays' ? checkBankHolidays(found.file.value as BankHolidaysFile, at) : []),
      ...(found.kind === 'facts' ? checkFacts(found.file.value as FactsFile, catalogue, known.facts, at) : []),
    ];
  });
}

interface Known {
  readonly topics: ReadonlySet<string>;
  /** Topics of which some day's fact has no value, so that there a whole statement would stand in a sentence. */
  readonly unprintable: ReadonlySet<string>;
  readonly opportunities: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}
type At = (path: readonly PropertyKey[], message: string) => Problem;

/** Keys whose texts are names of other things, wherever in a file they stand. */
const NAMES: Readonly<Record<string, Exclude<keyof Known, 'unprintable'>>> = {
  fact: 'topics',
  facts: 'topics',
  bornOutBy: 'topics',
  contradictedBy: 'topics',
  opens: 'opportunities',
  stops: 'opportunities',
  opportunities: 'opportunities',
  providers: 'providers',
};

function checkNames(found: ReadFile, known: Known, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  walk(found.file.value, [], (value, path) => {
    if (typeof value !== 'string') return;
    if (path.includes('window')) return;
    const key = path.findLast((step) => typeof step === 'string');
    const kind = key === undefined ? undefined : NAMES[key];
    if (kind && !known[kind].has(value)) problems.push(at(path, `"${value}" is not among the ${kind}`));
  });
  return problems;
}

function checkProse(value: unknown, catalogue: Catalogue, known: Known, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  walk(value, [], (text, where) => {
    if (typeof text !== 'string') return;
    for (const segment of parseProse(text)) {
      if (segment.kind === 'fact') problems.push(...checkPrinted(segment.topic, where, known, at));
      if (segment.kind === 'link' && !isPublicPath(catalogue, segment.path))
        problems.push(at(where, `the link ${segment.path} leads nowhere`));
    }
  });
  return problems;
}

function checkPrinted(topic: string, where: readonly PropertyKey[], known: Known, at: At): readonly Problem[] {
  if (!known.topics.has(topic)) return [at(where, `no fact is about "${topic}"`)];
  if (known.unprintable.has(topic))
    return [at(where, `a fact about "${topic}" has no value to print: give it one, or link to /facts/${topic}`)];
  return [];
}

function checkFigures(opportunity: Opportunity, known: Known, at: At): readonly Problem[] {
  return Object.entries(opportunity.figures).flatMap(([name, figure]: [string, Figure]) =>
    'fact' in figure && known.unprintable.has(figure.fact)
      ? [at(['figures', name, 'fact'], `a fact about "${figure.fact}" has no value to show as a figure`)]
      : [],
  );
}

const DECIDING = ['time', 'costToYou', 'costToSchool'] as const;

function checkOpportunity(opportunity: Opportunity, catalogue: Catalogue, at: At): readonly Problem[] {
  const problems: Problem[] = [...checkSpans(opportunity, at), ...checkIntakes(opportunity, at)];
  const isUnknown = (figure: Figure) => 'unknown' in figure;
  if (DECIDING.every((name) => isUnknown(opportunity.figures[name])) && opportunity.when.kind === 'ask') {
    problems.push(
      at(
        ['figures'],
        'time, cost, school and when are all unknown: find one, or move it to the further reading of its route',
      ),
    );
  }
  if (opportunity.alsoOn.includes(opportunity.route))
    problems.push(at(['alsoOn'], 'its own route is not one it is also on'));
  const seen = catalogue.opportunities.filter((other) => other.name === opportunity.name);
  if (seen.length > 1) problems.push(at(['name'], 'another opportunity has this name'));
  if (!catalogue.routes.some((route) => route.id === opportunity.route))
    problems.push(at(['route'], 'no page of a route leads to it'));
  return problems;
}

function checkSpans({ exists, ended, checkedOn, reviewBy }: Opportunity, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  if (exists.from && exists.until && exists.until < exists.from)
    problems.push(at(['exists'], 'it ends before it begins'));
  if (exists.until && !ended) problems.push(at(['exists'], 'say in `ended` what took its place or why it ended'));
  if (daysBetween(checkedOn, reviewBy) <= 0) problems.push(at(['reviewBy'], 'the review is due after the check'));
  return problems;
}

function checkIntakes({ id, when, intakes }: Opportunity, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  if ((when.kind === 'intakes') !== intakes.length > 0) {
    problems.push(at(['intakes'], '`when.kind: intakes` and a list of intakes go together'));
  }
  for (const [index, intake] of intakes.entries()) {
    if (!intake.id.startsWith(`${id}/`))
      problems.push(at(['intakes', index, 'id'], 'an intake is named after its opportunity'));
    const { opens, closes } = intake.window;
    if (opens && closes && closes < opens)
      problems.push(at(['intakes', index, 'window'], 'the window closes before it opens'));
  }
  return problems;
}

interface FactsFile {
  readonly sources: Readonly<Record<string, unknown>>;
  readonly facts: readonly {
    readonly id: string;
    readonly topic: string;
    readonly source: string;
    readonly alsoSeenAt: readonly string[];
    readonly from: string | null;
    readonly until: string | null;
    readonly replaces?: string;
  }[];
}

function checkFacts(file: FactsFile, catalogue: Catalogue, ids: ReadonlySet<string>, at: At): readonly Problem[] {
  return file.facts.flatMap((fact, index) => {
    const here = (key: string, message: string) => at(['facts', index, key], message);
    const problems: Problem[] = [];
    for (const key of [fact.source, ...fact.alsoSeenAt]) {
      if (!(key in file.sources)) problems.push(here('source', `"${key}" is not among the file's sources`));
    }
    if (fact.from && fact.until && fact.until < fact.from) problems.push(here('until', 'it ends before it begins'));
    if (fact.replaces && !ids.has(fact.replaces))
      problems.push(here('replaces', `there is no fact "${fact.replaces}"`));
    const same = catalogue.facts.filter((other) => other.id === fact.id);
    if (same.length > 1) problems.push(here('id', `two facts are called "${fact.id}"`));
    if (overlapsUndisputed(fact.id, catalogue)) {
      problems.push(
        here('topic', `another fact about "${fact.topic}" holds on the same days: end one, or mark both disputed`),
      );
    }
    return problems;
  });
}

/** Two statements about one topic may hold on one day only where both are marked as disputed. */
function overlapsUndisputed(id: string, catalogue: Catalogue): boolean {
  const fact = catalogue.facts.find((candidate) => candidate.id === id);
  if (!fact) return false;
  return catalogue.facts.some(
    (other) =>
      other.topic === fact.topic &&
      other.id !== fact.id &&
      (fact.from === null || other.until === null || fact.from <= other.until) &&
      (other.from === null || fact.until === null || other.from <= fact.until) &&
      !(fact.certainty === 'disputed' && other.certainty === 'disputed'),
  );
}

function walk(
  value: unknown,
  path: readonly PropertyKey[],
  visit: (value: unknown, path: readonly PropertyKey[]) => void,
): void {
  visit(value, path);
  if (Array.isArray(value)) value.forEach((item, index) => walk(item, [...path, index], visit));
  else if (value !== null && typeof value === 'object') {
    for (const [key, item] of Object.entries(value)) walk(item, [...path, key], visit);
  }
}
