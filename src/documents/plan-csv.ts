import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import { addHalfTerms, halfTermName } from '../domain/calendar/half-term.ts';
import { PHASE_WORDS } from '../domain/plan/plan-prompts.ts';
import type { HoursBasis, Place, Plan, PlanStep } from '../domain/plan/plan.ts';
import type { HalfTerm } from '../domain/calendar/term-calendar.ts';
import { OWNER_WORDS, STATE_WORDS } from '../ui/step-words.ts';
import { csvText, type Cell } from './csv-text.ts';

const PLACE_WORDS: Readonly<Record<Place, string>> = {
  timetable: 'In the timetable',
  'some-day': 'Some day',
  'already-have': 'Already have',
};

const BASIS_WORDS: Readonly<Record<HoursBasis, string>> = {
  published: 'Published',
  'our-estimate': 'Our estimate',
  yours: 'Yours',
  'not-known': 'Not known',
};

/** What a column says of a step. Days are written YYYY-MM-DD, so that they sort. */
type Column = readonly [head: string, cell: (step: PlanStep, given: StepsToTell) => Cell];

interface StepsToTell {
  readonly plan: Plan;
  readonly halfTerms: readonly HalfTerm[];
  readonly on: DayCatalogue;
}

const COLUMNS: readonly Column[] = [
  ['Number', ({ id }) => id],
  ['Step', ({ name }) => name],
  ['Route', ({ route }, { on }) => on.catalogue.routes.find(({ id }) => id === route)?.name ?? route],
  ['Phase', ({ phase }) => PHASE_WORDS[phase].name],
  ['Where', ({ place }) => PLACE_WORDS[place]],
  ['State', ({ state }) => STATE_WORDS[state]],
  ['Who acts', ({ owner }) => OWNER_WORDS[owner]],
  ['First half term', ({ start }) => nameOf(start)],
  ['Last half term', (step) => nameOf(lastOf(step))],
  ['First day', ({ start }, { halfTerms }) => halfTerms.find(({ id }) => id === start)?.from ?? null],
  ['Last day', (step, { halfTerms }) => halfTerms.find(({ id }) => id === lastOf(step))?.until ?? null],
  ['Half terms', ({ hours }) => hours.length],
  ['Hours in all', (step) => (step.hoursBasis === 'not-known' ? null : total(step))],
  ['Hours in each half term', ({ hours, hoursBasis }) => (hoursBasis === 'not-known' ? null : hours.join(' '))],
  ['Where the hours come from', ({ hoursBasis }) => BASIS_WORDS[hoursBasis]],
  ['Cost to you in pounds', ({ cost }) => (cost === null ? null : cost / 100)],
  ['Needs first', ({ needs }) => needs.join(' ')],
  ['Intake', ({ pin }) => pin?.intake?.name ?? null],
  ['Applications open', ({ pin }) => pin?.intake?.opens ?? null],
  ['Applications close', ({ pin }) => pin?.intake?.closes ?? null],
  ['Intake starts', ({ pin }) => pin?.intake?.starts ?? null],
  ['As known on', ({ pin }) => pin?.on ?? null],
  ['Note', ({ note }) => note],
];

/** The steps of a plan, one a row, for a spreadsheet. */
export function stepsCsv(given: StepsToTell): string {
  return csvText(
    COLUMNS.map(([head]) => head),
    given.plan.steps.map((step) => COLUMNS.map(([, cell]) => cell(step, given))),
  );
}

function lastOf({ start, hours }: PlanStep): PlanStep['start'] {
  return start && addHalfTerms(start, hours.length - 1);
}

function nameOf(halfTerm: PlanStep['start']): string | null {
  return halfTerm && halfTermName(halfTerm);
}

function total({ hours }: PlanStep): number {
  return hours.reduce((sum, each) => sum + each, 0);
}
