import * as fc from 'fast-check';
import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { afterEach, expect, test } from 'vitest';
import { aDayCatalogue } from '../../test/support/builders.ts';
import { SAVED_AT } from '../../test/support/paper.ts';
import { anyKeptPlan } from '../../test/support/kept-plan-arbitrary.ts';
import { aPin, aPlan, aStep } from '../../test/support/plan-builders.ts';
import type { IsoDate } from '../domain/date.ts';
import type { HalfTermId } from '../domain/calendar/half-term.ts';
import { halfTermsOf } from '../domain/plan/plan-start.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { daysOfPlan, feedCalendar, planCalendar, type PlanInCalendar } from './plan-calendar.ts';

const on = aDayCatalogue();

function inCalendar(plan: Plan, version = 1): PlanInCalendar {
  return { id: 'a-plan', version, savedAt: SAVED_AT, plan, halfTerms: halfTermsOf(plan, on) };
}

const spring = '2027-spring-1' as HalfTermId;
const course = aStep({ name: 'A course', start: spring, hours: [6, 6], pin: aPin() });

/** What a reader of calendars says of an event: its days as the machine it runs on would show them. */
interface Read {
  readonly uid: string;
  readonly from: string;
  readonly until: string;
  readonly summary: string;
}

function byFirstReader(text: string): readonly Read[] {
  return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      from: event.startDate.toString(),
      until: event.endDate.toString(),
      summary: event.summary,
    };
  });
}

function bySecondReader(text: string): readonly Read[] {
  const events = Object.values(sync.parseICS(text)).filter((part): part is VEvent => part?.type === 'VEVENT');
  return events.map((event) => ({
    uid: event.uid,
    from: shownDay(event.start),
    until: shownDay(event.end ?? event.start),
    summary: typeof event.summary === 'string' ? event.summary : event.summary.val,
  }));
}

function shownDay(day: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const zone = process.env['TZ'];
afterEach(() => {
  process.env['TZ'] = zone;
});

test('a plan is its deadlines, starts, ends and days to look back', () => {
  const days = daysOfPlan(inCalendar(aPlan({ steps: [course] })));
  expect(days.map(({ uid, day, summary }) => [uid, day, summary])).toEqual([
    ['a-plan-s1-opens@next-steps', '2026-10-25', 'Applications open: A course'],
    ['a-plan-s1-closes@next-steps', '2026-12-31', 'Last day to apply: A course'],
    ['a-plan-s1-starts@next-steps', '2027-01-20', 'Starts: A course'],
    ['a-plan-look-back-2027-spring-1@next-steps', '2027-02-12', 'Look back at: A course'],
    ['a-plan-s1-ends@next-steps', '2027-03-25', 'Ends: A course'],
    ['a-plan-look-back-2027-spring-2@next-steps', '2027-03-25', 'Look back at: A course'],
  ]);
});

test.each([
  ['an intake that is known by its month', { starts: '2027-01' as IsoDate }],
  ['an intake of another half term than the step stands in', { starts: '2027-05-10' as IsoDate }],
  ['an intake whose start is not announced', { starts: null }],
])('with %s a step starts with its half term', (_, changed) => {
  const { intake, ...rest } = aPin();
  const step = { ...course, pin: { ...rest, intake: intake && { ...intake, ...changed } } };
  const days = daysOfPlan(inCalendar(aPlan({ steps: [step] })));
  expect(days.find(({ uid }) => uid.includes('starts'))?.day).toBe('2027-01-05');
});

test('a day that is only reckoned says so, and on what it rests', () => {
  const [, , , first] = daysOfPlan(inCalendar(aPlan({ steps: [course] })));
  expect(first?.description).toContain(
    'The day is reckoned from the half term. Estimated by the council’s principles.',
  );
});

test.each(['Europe/London', 'UTC', 'Pacific/Auckland'])(
  'two readers find the same days in %s, also where the clocks change',
  (place) => {
    process.env['TZ'] = place;
    const { intake, ...rest } = aPin();
    const autumn = intake && { ...intake, opens: '2026-10-25' as IsoDate, closes: '2027-03-28' as IsoDate };
    const text = planCalendar(inCalendar(aPlan({ steps: [{ ...course, pin: { ...rest, intake: autumn } }] })));
    const read = byFirstReader(text);
    expect(read).toEqual(bySecondReader(text));
    expect(read.map(({ from, until }) => [from, until])).toEqual([
      ['2026-10-25', '2026-10-26'],
      ['2027-01-20', '2027-01-21'],
      ['2027-02-12', '2027-02-13'],
      ['2027-03-25', '2027-03-26'],
      ['2027-03-25', '2027-03-26'],
      ['2027-03-28', '2027-03-29'],
    ]);
  },
);

test('a day that moves stays the same event, and is newer', () => {
  const before = daysOfPlan(inCalendar(aPlan({ steps: [course] }), 3));
  const later = { ...course, name: 'Another name', start: '2027-summer-1' as HalfTermId };
  const after = daysOfPlan(inCalendar(aPlan({ steps: [later] }), 4));
  const ofStep = (days: typeof before) => days.filter(({ uid }) => uid.includes('-s1-'));
  expect(
    ofStep(after)
      .map(({ uid }) => uid)
      .toSorted(),
  ).toEqual(
    ofStep(before)
      .map(({ uid }) => uid)
      .toSorted(),
  );
  expect(after.find(({ uid }) => uid.includes('ends'))?.day).not.toBe(
    before.find(({ uid }) => uid.includes('ends'))?.day,
  );
  expect(new Set(before.map(({ sequence }) => sequence))).toEqual(new Set([3]));
  expect(new Set(after.map(({ sequence }) => sequence))).toEqual(new Set([4]));
});

test('a step that was dropped is cancelled in a file and gone from a feed', () => {
  const plan = inCalendar(aPlan({ steps: [{ ...course, state: 'dropped' }] }));
  const file = planCalendar(plan);
  expect(file.match(/STATUS:CANCELLED/g)).toHaveLength(4);
  expect(file).not.toContain('STATUS:CONFIRMED');
  expect(file).not.toContain('VALARM');
  expect(byFirstReader(feedCalendar([plan]))).toEqual([]);
});

test.each([
  ['to-do', ['-PT15H', '-P6DT15H', '-PT15H', '-P6DT15H', '-PT15H', '-PT15H']],
  ['under-way', ['-PT15H', '-PT15H']],
  ['done', []],
] as const)('a step that is %s reminds %j', (state, alarms) => {
  const days = daysOfPlan(inCalendar(aPlan({ steps: [{ ...course, state }] })));
  expect(days.flatMap((day) => day.alarms)).toEqual(alarms);
});

test('a day to look back names a few steps in its title and all of them below', () => {
  const steps = ['A', 'B', 'C', 'D', 'E'].map((name, index) => aStep({ id: `s${index + 1}`, name }));
  const [back] = daysOfPlan(inCalendar(aPlan({ steps }))).filter(({ uid }) => uid.includes('look-back'));
  expect(back?.summary).toBe('Look back at: A, B, C and 2 more');
  expect(back?.description).toContain('A; B; C; D; E');
});

test('a feed holds every plan, and each event once', () => {
  const plans = ['one', 'two'].map((id) => ({ ...inCalendar(aPlan({ title: id, steps: [course] })), id }));
  const read = byFirstReader(feedCalendar(plans));
  expect(read).toHaveLength(12);
  expect(new Set(read.map(({ uid }) => uid)).size).toBe(12);
});

test('whatever stands in a plan, two readers find the same events', () => {
  fc.assert(
    fc.property(anyKeptPlan, (plan) => {
      const given = inCalendar(plan);
      const text = planCalendar(given);
      const days = daysOfPlan(given);
      const read = byFirstReader(text);
      expect(read.map(({ uid, from }) => [uid, from])).toEqual(days.map(({ uid, day }) => [uid, day]));
      expect(read.map(({ summary }) => summary)).toEqual(days.map(({ summary }) => summary));
      expect(new Set(read.map(({ uid }) => uid)).size).toBe(read.length);
      expect(bySecondReader(text).map(({ uid, from, until }) => [uid, from, until])).toEqual(
        read.map(({ uid, from, until }) => [uid, from, until]),
      );
    }),
  );
});
