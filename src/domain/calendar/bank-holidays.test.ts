import { describe, expect, test } from 'vitest';
import { bankHolidaysOf, easterSunday, expectedBankHolidays } from './bank-holidays.ts';
import type { IsoDate } from '../date.ts';

describe('bank holidays', () => {
  test.each([
    [1961, '1961-04-02'],
    [1981, '1981-04-19'],
    [2000, '2000-04-23'],
    [2008, '2008-03-23'],
    [2011, '2011-04-24'],
    [2024, '2024-03-31'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2038, '2038-04-25'],
    [2076, '2076-04-19'],
    [2100, '2100-03-28'],
  ])('Easter Sunday of %i is %s', (year, day) => {
    expect(easterSunday(year)).toBe(day);
  });

  test.each([
    [2026, ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2027, ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2028, ['01-03', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '05-30', '08-29', '12-26', '12-27']],
  ])('in %i a day at a weekend is kept on the next free weekday', (year, days) => {
    expect(expectedBankHolidays(year)).toEqual(days.map((day) => `${year}-${day}`));
  });

  test('a published year is taken as published, with what was moved and added; another as it is to be expected', () => {
    const jubilee = ['2022-06-02', '2022-06-03'] as IsoDate[];
    const days = [...bankHolidaysOf(jubilee, 2022, 2023)];
    expect(days.filter((day) => day.startsWith('2022'))).toEqual(jubilee);
    expect(days.filter((day) => day.startsWith('2023'))).toHaveLength(8);
  });
});
