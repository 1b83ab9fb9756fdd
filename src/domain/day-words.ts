import { partsOf, type IsoDate } from './date.ts';

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `23 November 2026` */
export function dayInWords(day: IsoDate): string {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return `${dayOfMonth} ${MONTHS[month - 1] ?? ''} ${year}`;
}
