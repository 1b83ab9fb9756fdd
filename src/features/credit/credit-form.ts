import { profileFrom } from '../../domain/matching/answers.ts';
import { LAST_DAY_HELD, partsOf, type IsoMonth } from '../../domain/date.ts';
import { MONTHS } from '../../domain/day-words.ts';
import type { FinishedNpq } from '../../domain/funding/masters-credit.ts';
import type { NpqCode } from '../../domain/catalogue/npq.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import type { Asked } from '../../http/asked.ts';
import { formatMonth } from '../../ui/format.ts';

export const MONTH_HINT = 'For example, July 2026 or 7 2026. Leave it empty if you are not sure.';

export interface MonthField {
  readonly npq: NpqCode;
  /** Its name in the address and its id on the page. */
  readonly name: string;
  /** The month in words; what cannot be read is shown as it was typed. */
  readonly shown: string;
  readonly error: string | undefined;
}

export interface CreditForm {
  /** The NPQs told, in the question's order, each with its month where that could be read. */
  readonly held: readonly FinishedNpq[];
  readonly fields: readonly MonthField[];
  /** What the form told, as it stands in an address. */
  readonly query: readonly (readonly [string, string])[];
  /** Whether the address tells a month at all, be it of an NPQ that is not told. */
  readonly isPersonal: boolean;
}

/** The NPQs that are asked about, in the question's order. */
export const ASKED_NPQS: readonly NpqCode[] = questionOf('npqs').options.flatMap(({ tells }) =>
  (tells.npqs ?? []).map(({ code }) => code),
);

const FINISHED = 'finished-';
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = partsOf(LAST_DAY_HELD).year;
const LONGEST = 40;

/** Reads which NPQs and when each was finished. What cannot be read is an error and no month; a month left empty is not told. */
export function readCreditForm({ query, answers }: Pick<Asked, 'query' | 'answers'>): CreditForm {
  const told = new Set((profileFrom(answers).npqs ?? []).map(({ code }) => code));
  const read = ASKED_NPQS.filter((npq) => told.has(npq)).map((npq) => {
    const name = `${FINISHED}${npq}`;
    const typed = (query.get(name) ?? '').trim().slice(0, LONGEST);
    const month = typed === '' ? undefined : readMonth(typed, npq);
    return { npq, name, typed, month };
  });
  return {
    held: read.map(({ npq, month }) => ({ npq, finished: month?.value })),
    fields: read.map(({ npq, name, typed, month }) => ({
      npq,
      name,
      shown: month?.value === undefined ? typed : formatMonth(month.value),
      error: month?.error,
    })),
    query: read.flatMap(({ name, month }) => (month?.value === undefined ? [] : [[name, month.value] as const])),
    isPersonal: [...query.keys()].some((key) => key.startsWith(FINISHED)),
  };
}

type Read =
  { readonly value: IsoMonth; readonly error?: undefined } | { readonly error: string; readonly value?: undefined };

function readMonth(typed: string, npq: NpqCode): Read {
  const parts = WRITTEN.map((way) => way.exec(typed)?.groups).find((groups) => groups !== undefined);
  const month = monthNumber(parts?.['month'] ?? '');
  if (month === undefined)
    return { error: `Enter the month and year you finished ${NPQ_WORDS[npq]}, such as July 2026` };
  const year = Number(parts?.['year']);
  if (year < EARLIEST_YEAR || year > LATEST_YEAR)
    return { error: `The year you finished ${NPQ_WORDS[npq]} must be between ${EARLIEST_YEAR} and ${LATEST_YEAR}` };
  return { value: `${year}-${String(month).padStart(2, '0')}` as IsoMonth };
}

/** `7 2026` and `07/2026`, `2026-07`, `July 2026`. */
const WRITTEN = [
  /^(?<month>\d{1,2})[\s/.-]+(?<year>\d{4})$/,
  /^(?<year>\d{4})-(?<month>\d{1,2})$/,
  /^(?<month>[a-z]{3,9})\.?,?\s+(?<year>\d{4})$/i,
];

/** A month's number, or its name or the start of it; `undefined` where there is no such month. */
function monthNumber(text: string): number | undefined {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? Number(text) : undefined;
  if (text === '') return undefined;
  const index = MONTHS.findIndex((name) => name.toLowerCase().startsWith(text.toLowerCase()));
  return index < 0 ? undefined : index + 1;
}
