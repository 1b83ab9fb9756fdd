import type { z } from 'zod';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { BLOCKS } from '../domain/calendar/half-term.ts';
import type { bankHolidaysFile, termCalendarsFile } from './calendar-schemas.ts';
import type { Problem } from './problems.ts';

export type CalendarsFile = z.output<typeof termCalendarsFile>;
export type BankHolidaysFile = z.output<typeof bankHolidaysFile>;
type Calendar = CalendarsFile['calendars'][number];
type Year = Calendar['years'][number];
type At = (path: readonly PropertyKey[], message: string) => Problem;

/** What a schema cannot show of term calendars: days out of order, two calendars for one place. */
export function checkCalendars(file: CalendarsFile, catalogue: Catalogue, at: At): readonly Problem[] {
  return file.calendars.flatMap((calendar, index) => {
    const here: At = (path, message) => at(['calendars', index, ...path], message);
    return [
      ...checkWhom(calendar, catalogue, here),
      ...checkSources(calendar, file, here),
      ...calendar.years.flatMap((year, position) =>
        checkYear(year, calendar.years[position - 1], (path, message) => here(['years', position, ...path], message)),
      ),
    ];
  });
}

/** A school without a calendar of its own or of its district has England's, so that there must be one. */
export function checkFallback(catalogue: Catalogue, at: At): readonly Problem[] {
  const isThere = catalogue.termCalendars.some((calendar) => calendar.for.kind === 'england');
  return isThere ? [] : [at([], 'no term calendar is for England: a school without another has none')];
}

function checkWhom(calendar: Calendar, catalogue: Catalogue, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  const key = (whom: Calendar['for']) => Object.values(whom).join(' ');
  const others = catalogue.termCalendars;
  if (others.filter((other) => other.id === calendar.id).length > 1)
    problems.push(at(['id'], `two calendars are called "${calendar.id}"`));
  if (others.filter((other) => key(other.for) === key(calendar.for)).length > 1)
    problems.push(at(['for'], 'another calendar is for the same schools'));
  const { for: whom } = calendar;
  if (whom.kind === 'district' && !catalogue.hub.districts.some(({ id }) => id === whom.district))
    problems.push(at(['for', 'district'], `"${whom.district}" is not a district of the hub's area`));
  return problems;
}

function checkSources(calendar: Calendar, file: CalendarsFile, at: At): readonly Problem[] {
  const named = [
    [['estimates', 'source'], calendar.estimates.source] as const,
    ...calendar.years.map((year, index) => [['years', index, 'source'], year.source] as const),
  ];
  return named.flatMap(([path, key]) =>
    key in file.sources ? [] : [at(path, `"${key}" is not among the file's sources`)],
  );
}

/** A school year lies within August to July; its blocks follow each other with a holiday between. */
function checkYear(year: Year, before: Year | undefined, at: At): readonly Problem[] {
  const problems: Problem[] = [];
  const { schoolYear, blocks, insetDays } = year;
  if (before && before.schoolYear >= schoolYear)
    problems.push(at(['schoolYear'], 'school years stand once each, the earliest first'));
  let end = `${schoolYear}-07-31`;
  for (const block of BLOCKS) {
    const { from, until } = blocks[block];
    if (from <= end) problems.push(at(['blocks', block, 'from'], `${block} begins before it can: after ${end}`));
    if (until <= from) problems.push(at(['blocks', block, 'until'], `${block} ends before it begins`));
    end = until;
  }
  if (end > `${schoolYear + 1}-07-31`)
    problems.push(at(['blocks', 'summer-2', 'until'], 'the school year ends by July'));
  const isInside = (day: string) => BLOCKS.some((block) => blocks[block].from <= day && day <= blocks[block].until);
  for (const [index, day] of insetDays.entries()) {
    if (!isInside(day)) problems.push(at(['insetDays', index], `${day} lies in no block: only days inside one count`));
  }
  return problems;
}

/** Bank holidays stand in order, each day once, so that a year can be seen to be whole. */
export function checkBankHolidays(file: BankHolidaysFile, at: At): readonly Problem[] {
  return file.bankHolidays.flatMap(({ day }, index) => {
    const before = file.bankHolidays[index - 1]?.day;
    return before !== undefined && day <= before
      ? [at(['bankHolidays', index, 'day'], `${day} stands after ${before}: put them in order, each once`)]
      : [];
  });
}
