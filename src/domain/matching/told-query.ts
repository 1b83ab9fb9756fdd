import { ROUTE_IDS, type RouteId } from '../catalogue/route.ts';
import type { QuestionId } from '../catalogue/requirement.ts';
import { readSaid, saidQuery, type FundingSaid } from '../funding/funding-said.ts';
import type { School } from '../school.ts';
import { NONE, profileFrom, SKIPPED, type Answers } from './answers.ts';
import { PHASES, type Profile } from './profile.ts';
import { QUESTIONS } from './questions.ts';
import { withNamedSchool } from './school-profile.ts';

/** The number of the form the answers stand in; a later form will read this one too. */
export const ANSWERS_SCHEMA = '1';

/** Hours a week that can be chosen; asked after the answer, for ranking only. */
export const HOURS = ['0.5', '1', '2', '3', '5'] as const;

/** What an address tells of a person. */
export interface Told {
  readonly answers: Answers;
  readonly aims: readonly RouteId[];
  readonly hoursPerWeek: number | undefined;
  /** The URN of the school the teacher named. */
  readonly school: number | undefined;
  /** What was told for money alone. */
  readonly said: FundingSaid;
  /** Whether the address says anything of a person. */
  readonly personal: boolean;
}

/** Reads it, by key. An answer nobody could have given is dropped. */
export function readTold(valuesOf: (key: string) => readonly string[]): Told {
  const answers = readAnswers(valuesOf);
  const aims = ROUTE_IDS.filter((id) => valuesOf('aims').includes(id));
  const school = readSchool(valuesOf);
  const said = readSaid(valuesOf);
  const hours = valuesOf('hours').find((value) => HOURS.some((known) => known === value));
  return {
    answers,
    aims,
    hoursPerWeek: hours === undefined ? undefined : Number(hours),
    school,
    said,
    personal:
      answers.size > 0 || aims.length > 0 || hours !== undefined || school !== undefined || saidQuery(said).length > 0,
  };
}

/** A URN has six digits; anything else names no school. */
function readSchool(valuesOf: (key: string) => readonly string[]): number | undefined {
  const urn = valuesOf('school').find((value) => /^\d{6}$/.test(value));
  return urn === undefined ? undefined : Number(urn);
}

function readAnswers(valuesOf: (key: string) => readonly string[]): Answers {
  const answers = new Map<QuestionId, readonly string[]>();
  for (const question of QUESTIONS) {
    const known = new Set([
      ...question.options.map((option) => option.value),
      SKIPPED,
      ...(question.none ? [NONE] : []),
    ]);
    const values = [...new Set(valuesOf(question.id))].filter((value) => known.has(value));
    if (values.length > 0) answers.set(question.id, question.many ? values : values.slice(0, 1));
  }
  return answers;
}

/** The answers as they stand in an address, in the questions' order; empty where nothing was answered. */
export function answersQuery(told: Told): readonly (readonly [string, string])[] {
  if (!told.personal) return [];
  const entries: (readonly [string, string])[] = [['v', ANSWERS_SCHEMA]];
  for (const question of QUESTIONS) {
    for (const value of told.answers.get(question.id) ?? []) entries.push([question.id, value]);
  }
  for (const aim of told.aims) entries.push(['aims', aim]);
  if (told.hoursPerWeek !== undefined) entries.push(['hours', String(told.hoursPerWeek)]);
  if (told.school !== undefined) entries.push(['school', String(told.school)]);
  return [...entries, ...saidQuery(told.said)];
}

/** All that an address tells: the answers, the aims, and what the register says of the school it names. */
export function toldBy({ answers, aims, hoursPerWeek }: Told, school?: School): Profile {
  const told = {
    ...profileFrom(answers),
    ...(aims.length > 0 ? { aims } : {}),
    ...(hoursPerWeek === undefined ? {} : { hoursPerWeek }),
  };
  if (!school) return told;
  return withNamedSchool(
    told,
    school,
    PHASES.find((phase) => answers.get('phase')?.includes(phase)),
  );
}
