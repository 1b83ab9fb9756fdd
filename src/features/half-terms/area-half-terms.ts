import { daysOf, type BankHoliday } from '../../domain/calendar/bank-holidays.ts';
import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import { BLOCKS, halfTermIn, schoolYearOf } from '../../domain/calendar/half-term.ts';
import {
  halfTermsFrom,
  halfTermsFromDay,
  type HalfTerm,
  type TermCalendar,
} from '../../domain/calendar/term-calendar.ts';

const YEARS_SHOWN = 3;

export interface SchoolYear {
  readonly schoolYear: number;
  readonly halfTerms: readonly HalfTerm[];
}

/** Years whose dates come from one place, so that it is said once for all of them. */
export interface YearsOfOneSource {
  readonly of: Pick<HalfTerm, 'basis' | 'because' | 'source' | 'checkedOn'>;
  readonly years: readonly SchoolYear[];
}

export interface AreaHalfTerms {
  readonly calendar: TermCalendar;
  readonly groups: readonly YearsOfOneSource[];
}

/** Each area's half terms in the school year of the day and those that follow it; everywhere else in England comes last. */
export function halfTermsByArea({ catalogue, day }: DayCatalogue): readonly AreaHalfTerms[] {
  const bankHolidays = daysOf(catalogue.bankHolidays);
  const isLast = ({ for: whom }: TermCalendar) => Number(whom.kind === 'england');
  return catalogue.termCalendars
    .toSorted((a, b) => isLast(a) - isLast(b) || (a.name < b.name ? -1 : 1))
    .map((calendar) => {
      const [now] = halfTermsFromDay(calendar, bankHolidays, day, 1);
      const first = now ? schoolYearOf(now.id) : Number(day.slice(0, 4));
      const halfTerms = halfTermsFrom(
        calendar,
        bankHolidays,
        halfTermIn(first, 'autumn-1'),
        YEARS_SHOWN * BLOCKS.length,
      );
      return { calendar, groups: groupsOf(halfTerms) };
    });
}

function groupsOf(halfTerms: readonly HalfTerm[]): readonly YearsOfOneSource[] {
  const years = [...Map.groupBy(halfTerms, ({ id }) => schoolYearOf(id))].map(([schoolYear, of]) => ({
    schoolYear,
    halfTerms: of,
  }));
  const bySource = Map.groupBy(years, ({ halfTerms: [first] }) => `${first?.basis} ${first?.because}`);
  return [...bySource.values()].flatMap((of) => {
    const [first] = of[0]?.halfTerms ?? [];
    return first ? [{ of: first, years: of }] : [];
  });
}

/** The published bank holidays from the first day shown of any area to the last. */
export function bankHolidaysWithin(
  areas: readonly AreaHalfTerms[],
  { catalogue }: DayCatalogue,
): readonly BankHoliday[] {
  const shown = areas.flatMap(({ groups }) =>
    groups.flatMap(({ years }) => years.flatMap(({ halfTerms }) => halfTerms)),
  );
  return catalogue.bankHolidays.filter(
    ({ day }) => shown.some(({ from }) => from <= day) && shown.some(({ until }) => day <= until),
  );
}
