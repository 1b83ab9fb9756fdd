import type { Context } from 'hono';
import { FIRST_DAY_HELD, LAST_DAY_HELD, parseIsoDate, type IsoDate } from '../domain/date.ts';
import { readTold, type Told } from '../domain/matching/told-query.ts';
import { BadRequest } from './problems.ts';

/** What a request's address says beside its path. */
export interface Asked extends Told {
  /** The day the page is about: the one asked for, or today. */
  readonly day: IsoDate;
  /** Set where a day was asked for that is not today. */
  readonly on: IsoDate | undefined;
  /** The day is before anything is held. */
  readonly beforeAll: boolean;
  readonly query: URLSearchParams;
}

/** Reads the address. A day that does not exist is a BadRequest; an answer nobody could have given is dropped. */
export function readAsked(context: Context, today: IsoDate): Asked {
  const query = new URL(context.req.url).searchParams;
  const on = readDay(query);
  return {
    ...readTold((key) => query.getAll(key)),
    day: on ?? today,
    on: on === today ? undefined : on,
    beforeAll: on !== undefined && on < FIRST_DAY_HELD,
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
