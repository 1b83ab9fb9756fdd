import { expect, test } from 'vitest';
import type { IsoDate, IsoMonth } from '../domain/date.ts';
import { UNITS, type Quantity } from '../domain/quantity.ts';
import {
  formatCount,
  formatDay,
  formatDayOrMonth,
  formatInstant,
  formatList,
  formatDayOfMonth,
  formatMonth,
  formatQuantity,
  formatSaved,
  formatSpan,
  formatTime,
} from './format.ts';

function day(text: string): IsoDate {
  return text as IsoDate;
}

function quantity(min: number, max: number | null, unit: Quantity['unit'], vat?: Quantity['vat']): Quantity {
  return { min, max, unit, basis: 'published', ...(vat && { vat }) };
}

test.each([
  ['2026-11-23', '23 November 2026'],
  ['2023-09-01', '1 September 2023'],
  ['2024-02-29', '29 February 2024'],
])('the day %s reads %s', (iso, words) => {
  expect(formatDay(day(iso))).toBe(words);
});

test('a month has no day in it', () => {
  expect(formatMonth('2027-01' as IsoMonth)).toBe('January 2027');
  expect(formatDayOfMonth('2026-11-03' as IsoDate)).toBe('3 November');
});

test.each([
  ['2026-11-23', '23 November 2026'],
  ['2026-11', 'November 2026'],
  ['2026', '2026'],
  ['spring 2026', 'spring 2026'],
])('a source dated %s is shown as %s', (text, words) => {
  expect(formatDayOrMonth(text)).toBe(words);
});

test.each([
  ['2025-09-01', '2026-08-31', 'from 1 September 2025 to 31 August 2026'],
  ['2025-09-01', null, 'since 1 September 2025'],
  [null, '2026-08-31', 'until 31 August 2026'],
  ['2026-08-31', '2026-08-31', 'on 31 August 2026'],
  [null, null, ''],
])('the span %s to %s reads %s', (from, until, words) => {
  expect(formatSpan({ from: from as IsoDate | null, until: until as IsoDate | null })).toBe(words);
});

test.each([
  ['2026-11-23T14:05:00Z', '23 November 2026 at 14:05'],
  ['2026-06-30T23:30:00Z', '1 July 2026 at 00:30'],
  ['2026-07-01T11:00:00Z', '1 July 2026 at 12:00'],
])('the instant %s is %s in London', (instant, words) => {
  expect(formatInstant(instant)).toBe(words);
});

test.each([
  ['2026-11-23T14:32:00.000Z', '14:32'],
  ['2026-06-30T23:05:00.000Z', '00:05'],
  ['2026-01-05T09:00:59.000Z', '09:00'],
])('the instant %s is %s on a clock in England', (instant, words) => {
  expect(formatTime(instant)).toBe(words);
});

test.each([
  ['2026-11-23T14:32:00.000Z', '2026-11-23T18:00:00.000Z', 'Saved at 14:32'],
  ['2026-06-30T23:05:00.000Z', '2026-07-01T10:00:00.000Z', 'Saved at 00:05'],
  ['2026-11-22T14:32:00.000Z', '2026-11-23T09:00:00.000Z', 'Saved on 22 November 2026 at 14:32'],
])('saved at %s and seen at %s reads "%s"', (savedAt, now, words) => {
  expect(formatSaved(savedAt, now)).toBe(words);
});

test.each([
  [quantity(18, 18, 'months'), '18 months'],
  [quantity(1, 1, 'months'), '1 month'],
  [quantity(1, 2, 'hours-a-week'), '1 to 2 hours a week'],
  [quantity(1, 1, 'hours-a-week'), '1 hour a week'],
  [quantity(0.5, 0.5, 'hours-a-week'), 'half an hour a week'],
  [quantity(0.5, 0.5, 'days'), 'half a day'],
  [quantity(1.5, 1.5, 'hours'), '1.5 hours'],
  [quantity(0, 20, 'hours'), 'up to 20 hours'],
  [quantity(0, 1, 'days'), 'up to 1 day'],
  [quantity(0, 0, 'hours'), '0 hours'],
  [quantity(3, null, 'days'), 'at least 3 days'],
  [quantity(1, null, 'years'), 'at least 1 year'],
  [quantity(6, 6, 'days-a-year'), '6 days a year'],
  [quantity(2, 3, 'half-terms'), '2 to 3 half terms'],
  [quantity(105500, 105500, 'pence', 'not-said'), '£1,055'],
  [quantity(89000, 89000, 'pence', 'excluded'), '£890 plus VAT'],
  [quantity(4900, 4900, 'pence', 'included'), '£49 including VAT'],
  [quantity(18000, 18000, 'pence-a-year', 'none'), '£180 a year'],
  [quantity(18000, 18000, 'pence-a-year', 'excluded'), '£180 a year plus VAT'],
  [quantity(72168, 72168, 'pence', 'none'), '£721.68'],
  [quantity(661500, 850500, 'pence', 'none'), '£6,615 to £8,505'],
  [quantity(0, 50000, 'pence'), 'up to £500'],
  [quantity(20000, null, 'pence-a-day'), 'at least £200 a day'],
  [quantity(2750, 2750, 'pence-an-hour'), '£27.50 an hour'],
  [quantity(0, 0, 'pence', 'none'), 'nothing'],
  [quantity(0, 0, 'pence-a-year'), 'nothing'],
  [quantity(0, 40, 'credits'), 'up to 40 credits'],
  [quantity(180, 180, 'credits'), '180 credits'],
  [quantity(22, 22, 'age'), 'aged 22'],
  [quantity(16, 19, 'age'), 'aged 16 to 19'],
  [quantity(60, null, 'age'), 'aged 60 or over'],
  [quantity(0, 5, 'age'), 'aged 5 or under'],
  [quantity(75, 75, 'per-cent'), '75%'],
  [quantity(50, 75, 'per-cent'), '50% to 75%'],
  [quantity(10, null, 'per-cent'), 'at least 10%'],
  [quantity(1, 1, 'people'), '1 person'],
  [quantity(1500, 1500, 'words'), '1,500 words'],
])('%o reads %s', (given, words) => {
  expect(formatQuantity(given)).toBe(words);
});

test('every unit can be written', () => {
  for (const unit of UNITS) expect(formatQuantity(quantity(2, 3, unit))).toMatch(/2 to .?3|2% to 3%|£0\.02 to £0\.03/);
});

test('lists are joined as people say them', () => {
  expect(formatList([])).toBe('');
  expect(formatList(['Wigan'])).toBe('Wigan');
  expect(formatList(['Halton', 'Warrington', 'Wigan'])).toBe('Halton, Warrington and Wigan');
  expect(formatList(['a sponsor', 'a governor'], 'or')).toBe('a sponsor or a governor');
});

test('counts agree with their noun', () => {
  expect(formatCount(1, 'next step')).toBe('1 next step');
  expect(formatCount(24, 'next step')).toBe('24 next steps');
  expect(formatCount(1240, 'opportunity', 'opportunities')).toBe('1,240 opportunities');
});
