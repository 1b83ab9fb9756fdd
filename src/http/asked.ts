import type { Context } from 'hono';
import { NONE, SKIPPED, type Answers } from '../domain/matching/answers.ts';
import { FIRST_DAY_HELD, LAST_DAY_HELD, parseIsoDate, type IsoDate } from '../domain/date.ts';
import { readSaid, saidQuery, type FundingSaid } from '../domain/funding/funding-said.ts';
import { QUESTIONS } from '../domain/matching/questions.ts';
import { ROUTE_IDS, type RouteId } from '../domain/catalogue/route.ts';
import type { QuestionId } from '../domain/catalogue/requirement.ts';
import { BadRequest } from './problems.ts';

/** The number of the form the answers stand in; a later form will read this one too. */
export const ANSWERS_SCHEMA = '1';

/** Hours a week that can be chosen; asked after the answer, for ranking only. */
export const HOURS = ['0.5', '1', '2', '3', '5'] as const;

/** What a request's address says beside its path. */
export interface Asked {
  /** The day the page is about: the one asked for, or today. */
  readonly day: IsoDate;
  /** Set where a day was asked for that is not today. */
  readonly on: IsoDate | undefined;
  /** The day is before anything is held. */
  readonly beforeAll: boolean;
  readonly answers: Answers;
  readonly aims: readonly RouteId[];
  readonly hoursPerWeek: number | undefined;
  /** The URN of the school the teacher named. */
  readonly school: number | undefined;
  /** What was told for money alone. */
  readonly said: FundingSaid;
  /** Whether the address says anything of a person. */
  readonly personal: boolean;
  readonly query: URLSearchParams;
}

/** Reads the address. A day that does not exist is a BadRequest; an answer nobody could have given is dropped. */
export function readAsked(context: Context, today: IsoDate): Asked {
  const query = new URL(context.req.url).searchParams;
  const on = readDay(query);
  const answers = readAnswers(query);
  const aims = ROUTE_IDS.filter((id) => query.getAll('aims').includes(id));
  const school = readSchool(query);
  const said = readSaid((key) => query.getAll(key));
  const hours = query.getAll('hours').find((value) => HOURS.some((known) => known === value));
  return {
    day: on ?? today,
    on: on === today ? undefined : on,
    beforeAll: on !== undefined && on < FIRST_DAY_HELD,
    answers,
    aims,
    hoursPerWeek: hours === undefined ? undefined : Number(hours),
    school,
    said,
    personal:
      answers.size > 0 || aims.length > 0 || hours !== undefined || school !== undefined || saidQuery(said).length > 0,
    query,
  };
}

function readDay(query: URLSearchParams): IsoDate | undefined {
  const given = query.getAll('on');
  const [text] = given;
  if (text === undefined) return undefined;
  if (given.some((other) => other !== text)) throw new BadRequest('The address asks for more than one day.');
  const day = parseIsoDate(text);
  if (day === undefined) throw new BadRequest('There is no such day. A day is written like this: 2026-11-23.');
  if (day > LAST_DAY_HELD) throw new BadRequest('That day is too far ahead: nothing is known of it.');
  return day;
}

/** A URN has six digits; anything else names no school. */
function readSchool(query: URLSearchParams): number | undefined {
  const urn = query.getAll('school').find((value) => /^\d{6}$/.test(value));
  return urn === undefined ? undefined : Number(urn);
}

function readAnswers(query: URLSearchParams): Answers {
  const answers = new Map<QuestionId, readonly string[]>();
  for (const question of QUESTIONS) {
    const known = new Set([
      ...question.options.map((option) => option.value),
      SKIPPED,
      ...(question.none ? [NONE] : []),
    ]);
    const values = [...new Set(query.getAll(question.id))].filter((value) => known.has(value));
    if (values.length > 0) answers.set(question.id, question.many ? values : values.slice(0, 1));
  }
  return answers;
}

/** The answers as they stand in an address, in the questions' order; empty where nothing was answered. */
export function answersQuery(
  asked: Pick<Asked, 'answers' | 'aims' | 'hoursPerWeek' | 'school' | 'said' | 'personal'>,
): readonly (readonly [string, string])[] {
  if (!asked.personal) return [];
  const entries: (readonly [string, string])[] = [['v', ANSWERS_SCHEMA]];
  for (const question of QUESTIONS) {
    for (const value of asked.answers.get(question.id) ?? []) entries.push([question.id, value]);
  }
  for (const aim of asked.aims) entries.push(['aims', aim]);
  if (asked.hoursPerWeek !== undefined) entries.push(['hours', String(asked.hoursPerWeek)]);
  if (asked.school !== undefined) entries.push(['school', String(asked.school)]);
  return [...entries, ...saidQuery(asked.said)];
}
