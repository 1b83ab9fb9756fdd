import { expect, test } from 'vitest';
import { bankHolidaysOf } from '../domain/calendar/bank-holidays.ts';
import { daysBetween, type IsoDate } from '../domain/date.ts';
import { BLOCKS } from '../domain/calendar/half-term.ts';
import { calendarFor } from '../domain/calendar/term-calendar.ts';
import { estimateBlocks } from '../domain/calendar/term-principles.ts';
import type { CalendarsFile } from './check-calendars.ts';
import { crossCheck } from './cross-check.ts';
import { loadContent, type ReadFile } from './load-content.ts';

const loaded = loadContent('content', 'generate');
if (!loaded.ok) throw new Error('the content has problems of its own');
const { catalogue } = loaded;

const [england] = catalogue.termCalendars.filter((calendar) => calendar.for.kind === 'england');
if (!england) throw new Error('no calendar is for England');
const ESTIMATES = england.estimates;

const DAYS = [
  ['2026-09-01', '2026-10-23'],
  ['2026-11-02', '2026-12-18'],
  ['2027-01-04', '2027-02-12'],
  ['2027-02-22', '2027-03-25'],
  ['2027-04-12', '2027-05-28'],
  ['2027-06-07', '2027-07-21'],
] as const;

type Calendar = CalendarsFile['calendars'][number];
type Year = Calendar['years'][number];

/** A year as a file holds it, in which nothing is wrong. */
function aYear(given: Partial<Year> = {}): Year {
  const dates = BLOCKS.map((block, index) => [block, { from: DAYS[index]?.[0], until: DAYS[index]?.[1] }] as const);
  return {
    schoolYear: 2026,
    blocks: Object.fromEntries(dates) as Year['blocks'],
    insetDays: [],
    because: 'Dates of one school.',
    source: 'a-page',
    checkedOn: '2026-11-23' as IsoDate,
    certainty: 'high',
    ...given,
  };
}

function aFile(calendar: Partial<Calendar>): CalendarsFile {
  return {
    sources: { 'a-page': { title: 'A page', url: 'https://www.wigan.gov.uk/', published: null } },
    calendars: [
      {
        id: 'a-school',
        name: 'A school',
        for: { kind: 'school', urn: 106518 },
        years: [],
        estimates: { ...ESTIMATES, source: 'a-page' },
        ...calendar,
      },
    ],
  };
}

/** What the cross-check says of a file, each as its path in the file and its message. */
function saidOf(kind: ReadFile['kind'], value: unknown, of = catalogue): readonly string[] {
  let where: readonly PropertyKey[] = [];
  const lineOf = (path: readonly PropertyKey[]) => {
    where = path;
    return 7;
  };
  const file = { path: 'content/generate/term-calendars.yaml', value, problems: [], lineOf };
  const problems = crossCheck(of, [{ kind, file }]);
  return problems.length === 1
    ? [`${where.map(String).join('.')}: ${problems[0]?.message}`]
    : problems.map(({ message }) => message);
}

const withBlock = (block: (typeof BLOCKS)[number], from: string, until: string): Year => {
  const year = aYear();
  return { ...year, blocks: { ...year.blocks, [block]: { from, until } } };
};

test('a year in which nothing is wrong is not found fault with', () => {
  expect(saidOf('term-calendars', aFile({ years: [aYear({ insetDays: ['2027-05-28' as IsoDate] })] }))).toEqual([]);
});

test.each<[string, Partial<Calendar>, string]>([
  [
    'a block that begins before the one before it ends',
    { years: [withBlock('spring-2', '2027-02-12', '2027-03-25')] },
    'calendars.0.years.0.blocks.spring-2.from: spring-2 begins before it can: after 2027-02-12',
  ],
  [
    'a block that ends before it begins',
    { years: [withBlock('spring-1', '2027-01-04', '2027-01-03')] },
    'calendars.0.years.0.blocks.spring-1.until: spring-1 ends before it begins',
  ],
  [
    'a year that begins in another',
    { years: [withBlock('autumn-1', '2026-07-20', '2026-10-23')] },
    'calendars.0.years.0.blocks.autumn-1.from: autumn-1 begins before it can: after 2026-07-31',
  ],
  [
    'a year that ends in another',
    { years: [withBlock('summer-2', '2027-06-07', '2027-08-02')] },
    'calendars.0.years.0.blocks.summer-2.until: the school year ends by July',
  ],
  [
    'a day for staff in a holiday',
    { years: [aYear({ insetDays: ['2026-10-26' as IsoDate] })] },
    'calendars.0.years.0.insetDays.0: 2026-10-26 lies in no block: only days inside one count',
  ],
  [
    'a year that stands twice',
    { years: [aYear(), aYear()] },
    'calendars.0.years.1.schoolYear: school years stand once each, the earliest first',
  ],
  [
    'a source that is not named above',
    { years: [aYear({ source: 'another' })] },
    'calendars.0.years.0.source: "another" is not among the file\'s sources',
  ],
])('%s is a problem at its place', (_, calendar, expected) => {
  expect(saidOf('term-calendars', aFile(calendar))).toEqual([expected]);
});

test('a district that is not the hub’s is a problem', () => {
  const elsewhere = { ...catalogue, hub: { ...catalogue.hub, districts: [] } };
  const file = aFile({ for: { kind: 'district', district: 'wigan' } });
  expect(saidOf('term-calendars', file, elsewhere)).toEqual([
    'calendars.0.for.district: "wigan" is not a district of the hub\'s area',
  ]);
});

test('two calendars of one name, or for one place, are a problem', () => {
  const twice = { ...catalogue, termCalendars: [...catalogue.termCalendars, england] };
  const file = aFile({ id: 'england', for: { kind: 'england' } });
  expect(saidOf('term-calendars', file, twice)).toEqual([
    'two calendars are called "england"',
    'another calendar is for the same schools',
  ]);
});

test('no calendar for England is a problem', () => {
  const without = { ...catalogue, termCalendars: [] };
  expect(saidOf('hub', catalogue.hub, without)).toEqual([
    ': no term calendar is for England: a school without another has none',
  ]);
});

test.each([
  ['out of order', '2027-01-01', '2026-12-28'],
  ['twice', '2027-01-01', '2027-01-01'],
])('a bank holiday %s is a problem', (_, first, second) => {
  const bankHolidays = [first, second].map((day) => ({ day, name: 'A bank holiday' }));
  expect(saidOf('bank-holidays', { bankHolidays })).toEqual([
    `bankHolidays.1.day: ${second} stands after ${first}: put them in order, each once`,
  ]);
});

test('every district of the hub has a calendar of its own', () => {
  for (const { id } of catalogue.hub.districts) {
    expect(calendarFor(catalogue.termCalendars, { district: id as 'wigan' }).for).toEqual({
      kind: 'district',
      district: id,
    });
  }
});

test('what is shipped says whose dates they are where they are one school’s', () => {
  const years = catalogue.termCalendars.flatMap((calendar) => calendar.years);
  expect(years.length).toBeGreaterThan(4);
  for (const year of years) expect(year.because).toMatch(/^Dates of one \w+ school, .+; your school's may differ\.$/);
});

test('the principles shipped estimate each published year of their area to within a week', () => {
  const published = catalogue.bankHolidays.map((holiday) => holiday.day);
  for (const { name, years, estimates } of catalogue.termCalendars) {
    for (const { schoolYear, blocks } of years) {
      const closed = bankHolidaysOf(published, schoolYear, schoolYear + 1);
      for (const [index, estimate] of estimateBlocks(estimates.principles, schoolYear, closed).entries()) {
        const { from, until } = blocks[index] ?? estimate;
        const away = [daysBetween(from, estimate.from), daysBetween(until, estimate.until)].map(Math.abs);
        expect(Math.max(...away), `${name}, ${schoolYear}, ${estimate.block}`).toBeLessThanOrEqual(7);
      }
    }
  }
});
