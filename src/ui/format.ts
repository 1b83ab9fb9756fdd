import { partsOf, type IsoDate, type IsoMonth, type Span } from '../domain/date.ts';
import { dayInWords, MONTHS } from '../domain/day-words.ts';
import type { Quantity, Unit } from '../domain/quantity.ts';

const NUMBER = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const WHOLE_POUNDS = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP', maximumFractionDigits: 0 });
const POUNDS_AND_PENCE = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'GBP' });

/** A source may be dated by a day, a month or only a year; anything else is shown as its source wrote it. */
const PART_OF_DATE = /^(\d{4})(?:-(\d{2})(?:-\d{2})?)?$/;

/** `23 November 2026` */
export function formatDay(day: IsoDate): string {
  return dayInWords(day);
}

/** `23 November`, where the year is said already. */
export function formatDayOfMonth(day: IsoDate): string {
  const parts = partsOf(day);
  return `${parts.day} ${monthName(parts.month)}`;
}

/** `November 2026` */
export function formatMonth(month: IsoMonth): string {
  const [year = '', number = ''] = month.split('-');
  return `${monthName(Number(number))} ${year}`;
}

/** A day, a month or a year, as far as the text says: `2026-11-23`, `2026-11` or `2026`. */
export function formatDayOrMonth(text: string): string {
  const [, year, month] = PART_OF_DATE.exec(text) ?? [];
  if (year === undefined) return text;
  if (month === undefined) return year;
  return text.length === 7 ? formatMonth(text as IsoMonth) : formatDay(text as IsoDate);
}

/** `from 1 September 2025 to 31 August 2026`; open ends are said in words, and a span with neither end is empty. */
export function formatSpan({ from, until }: Span): string {
  if (from !== null && from === until) return `on ${formatDay(from)}`;
  if (from !== null && until !== null) return `from ${formatDay(from)} to ${formatDay(until)}`;
  if (from !== null) return `since ${formatDay(from)}`;
  return until === null ? '' : `until ${formatDay(until)}`;
}

/** `14:32`, as clocks in England show it. Takes an instant in UTC ISO form. */
export function formatTime(instant: string): string {
  const { hour, minute } = inLondon(instant);
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}

/** `Saved at 14:32`, or with its day where that is not the day of `now`. Takes instants in UTC ISO form. */
export function formatSaved(savedAt: string, now: string): string {
  const isToday = inLondon(savedAt).toPlainDate().equals(inLondon(now).toPlainDate());
  return isToday ? `Saved at ${formatTime(savedAt)}` : `Saved on ${formatInstant(savedAt)}`;
}

function inLondon(instant: string): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London');
}

/** `23 November 2026 at 14:05`, as clocks in England show it. Takes an instant in UTC ISO form. */
export function formatInstant(instant: string): string {
  const london = inLondon(instant);
  return `${london.day} ${monthName(london.month)} ${london.year} at ${formatTime(instant)}`;
}

/** `Halton, Warrington and Wigan` */
export function formatList(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} ${joiner} ${last}`;
}

/** `1 next step`, `24 next steps`, `1,240 schools`. Give the plural where it is not an added s. */
export function formatCount(count: number, singular: string, plural = `${singular}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? singular : plural}`;
}

/** A quantity as it stands in a sentence: `18 months`, `up to 20 hours`, `£890 plus VAT`, `aged 22`. */
export function formatQuantity(quantity: Quantity): string {
  const unit = UNIT_WORDS[quantity.unit];
  switch (unit.kind) {
    case 'money':
      return formatMoney(quantity, unit.per);
    case 'count':
      return formatCounted(quantity, unit);
    case 'per-cent':
      return inWords(quantity, (value) => `${NUMBER.format(value)}%`);
    case 'age':
      return formatAge(quantity);
    default:
      return unit satisfies never;
  }
}

function formatMoney(quantity: Quantity, per: string): string {
  if (quantity.min === 0 && quantity.max === 0) return 'nothing';
  return `${inWords(quantity, formatPence)}${per}${VAT_WORDS[quantity.vat ?? 'not-said']}`;
}

/** `£1,055`, or `£721.68` where there are pence. */
export function formatPence(pence: number): string {
  return (pence % 100 === 0 ? WHOLE_POUNDS : POUNDS_AND_PENCE).format(pence / 100);
}

const VAT_WORDS = { included: ' including VAT', excluded: ' plus VAT', none: '', 'not-said': '' } as const;

function formatCounted(quantity: Quantity, { one, many, per, half }: CountUnit): string {
  const { min, max } = quantity;
  if (half !== undefined && min === 0.5 && max === 0.5) return `half ${half} ${one}${per}`;
  const word = (max ?? min) === 1 ? one : many;
  return `${inWords(quantity, (value) => NUMBER.format(value))} ${word}${per}`;
}

function formatAge({ min, max }: Quantity): string {
  if (max === null) return `aged ${min} or over`;
  if (min === 0) return `aged ${max} or under`;
  return min === max ? `aged ${min}` : `aged ${min} to ${max}`;
}

/** One value, a range, or an open end, each value written by `write`. */
function inWords({ min, max }: Quantity, write: (value: number) => string): string {
  if (max === null) return `at least ${write(min)}`;
  if (min === max) return write(min);
  return min === 0 ? `up to ${write(max)}` : `${write(min)} to ${write(max)}`;
}

function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

interface CountUnit {
  readonly kind: 'count';
  readonly one: string;
  readonly many: string;
  readonly per: string;
  /** The article after "half", for units people halve. */
  readonly half?: 'a' | 'an';
}
type UnitWords =
  | CountUnit
  | { readonly kind: 'money'; readonly per: string }
  | { readonly kind: 'per-cent' }
  | { readonly kind: 'age' };

function counted(one: string, many = `${one}s`): CountUnit {
  return { kind: 'count', one, many, per: '' };
}

const HOUR: CountUnit = { ...counted('hour'), half: 'an' };
const DAY: CountUnit = { ...counted('day'), half: 'a' };

const UNIT_WORDS: Readonly<Record<Unit, UnitWords>> = {
  hours: HOUR,
  'hours-a-week': { ...HOUR, per: ' a week' },
  'hours-a-year': { ...HOUR, per: ' a year' },
  days: DAY,
  'days-a-year': { ...DAY, per: ' a year' },
  weeks: counted('week'),
  months: counted('month'),
  'half-terms': counted('half term'),
  terms: counted('term'),
  years: counted('year'),
  pence: { kind: 'money', per: '' },
  'pence-a-year': { kind: 'money', per: ' a year' },
  'pence-a-month': { kind: 'money', per: ' a month' },
  'pence-a-day': { kind: 'money', per: ' a day' },
  'pence-an-hour': { kind: 'money', per: ' an hour' },
  credits: counted('credit'),
  'per-cent': { kind: 'per-cent' },
  people: counted('person', 'people'),
  schools: counted('school'),
  hubs: counted('hub'),
  places: counted('place'),
  words: counted('word'),
  modules: counted('module'),
  courses: counted('course'),
  seminars: counted('seminar'),
  phases: counted('phase'),
  pupils: counted('pupil'),
  recommendations: counted('recommendation'),
  mechanisms: counted('mechanism'),
  age: { kind: 'age' },
};
