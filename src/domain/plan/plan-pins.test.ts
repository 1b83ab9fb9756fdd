import { describe, expect, test } from 'vitest';
import { aDayCatalogue, aFact, anIntake, anOpportunity, TODAY } from '../../../test/support/builders.ts';
import { aPlan } from '../../../test/support/plan-builders.ts';
import { CONTENT_ROOT } from '../../services/catalogue-source.ts';
import { loadContent } from '../../content/load-content.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import { catalogueOn, type Catalogue, type DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import type { Fact } from '../catalogue/fact.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { stepFrom } from './plan-edits.ts';
import { pinOf, pinState } from './plan-pins.ts';
import type { Pin } from './plan.ts';

const COURSE = anOpportunity({
  id: 'a-course',
  name: 'A course',
  when: { kind: 'intakes' },
  intakes: [anIntake({ id: 'a-course/2027-spring', facts: ['the-start'] })],
  figures: {
    time: { fact: 'the-hours' },
    duration: { estimate: { min: 2, max: 2, unit: 'terms' }, because: 'A guess.' },
    costToYou: { fact: 'a-fee' },
    costToSchool: { unknown: 'Not found.' },
  },
});
const FACTS: readonly Fact[] = [
  aFact(),
  aFact({
    id: 'the-hours-2026',
    topic: 'the-hours',
    statement: 'It takes one to two hours a week.',
    value: { min: 1, max: 2, unit: 'hours-a-week', basis: 'published' },
  }),
  aFact({ id: 'the-start-2027', topic: 'the-start', statement: 'It starts in February.', value: 'February' }),
];

function on(course: Partial<Opportunity> = {}, facts = FACTS, more: Partial<Catalogue> = {}): DayCatalogue {
  return aDayCatalogue({ opportunities: [{ ...COURSE, ...course }], facts, ...more });
}

const PIN = pinOf(COURSE, COURSE.intakes[0], on());

function changed(fact: Partial<Fact> & Pick<Fact, 'id'>): readonly Fact[] {
  return FACTS.map((one) => (one.id === fact.id ? { ...one, ...fact } : one));
}

describe('a pin', () => {
  test('holds the catalogue’s version, its day, and every figure and fact as they stood', () => {
    expect(PIN).toEqual({
      opportunity: 'a-course',
      catalogue: 'test',
      on: TODAY,
      name: 'A course',
      summary: 'Something a teacher can do next.',
      figures: {
        time: {
          facts: [
            {
              id: 'the-hours-2026',
              statement: 'It takes one to two hours a week.',
              value: { min: 1, max: 2, unit: 'hours-a-week', basis: 'published' },
            },
          ],
        },
        duration: { estimate: { min: 2, max: 2, unit: 'terms' } },
        costToYou: {
          facts: [
            {
              id: 'a-fee-2026',
              statement: 'The fee is £100.',
              value: { min: 10_000, max: 10_000, unit: 'pence', basis: 'published', vat: 'included' },
            },
          ],
        },
        costToSchool: { unknown: 'Not found.' },
      },
      intake: {
        id: 'a-course/2027-spring',
        name: 'Spring 2027',
        starts: '2027-02-01',
        opens: '2026-10-01',
        closes: '2026-12-31',
        facts: [{ id: 'the-start-2027', statement: 'It starts in February.', value: 'February' }],
      },
      until: null,
    });
  });

  test('of a figure whose fact nobody holds any more says so', () => {
    expect(pinOf(COURSE, undefined, on({}, [])).figures.time).toEqual({ facts: [] });
  });
});

describe('what a step was planned by', () => {
  test.each<[clause: string, now: DayCatalogue, parts: readonly string[]]>([
    ['another name', on({ name: 'The course' }), ['name']],
    ['another line about it', on({ summary: 'Something else.' }), ['summary']],
    ['other hours', on({}, changed({ id: 'the-hours-2026', value: 'not said' })), ['time']],
    ['another length', on({ figures: { ...COURSE.figures, duration: { unknown: 'Nobody says now.' } } }), ['duration']],
    [
      'days out of class that nobody spoke of',
      on({ figures: { ...COURSE.figures, outOfClass: { unknown: 'Some.' } } }),
      ['outOfClass'],
    ],
    [
      'a newer statement in place of the old one',
      on({}, changed({ id: 'a-fee-2026', until: '2026-11-22' as IsoDate })),
      ['costToYou'],
    ],
    ['the same fee in other words', on({}, changed({ id: 'a-fee-2026', statement: 'It costs £100.' })), ['costToYou']],
    ['a cost to the school', on({ figures: { ...COURSE.figures, costToSchool: { fact: 'a-fee' } } }), ['costToSchool']],
    ['money for the school', on({ figures: { ...COURSE.figures, income: { fact: 'a-fee' } } }), ['income']],
    [
      'another start of the intake',
      on({
        intakes: [anIntake({ id: 'a-course/2027-spring', facts: ['the-start'], starts: '2027-03-01' as IsoDate })],
      }),
      ['intake'],
    ],
    [
      'another window of the intake',
      on({
        intakes: [
          anIntake({ id: 'a-course/2027-spring', facts: ['the-start'], window: { opens: null, closes: null } }),
        ],
      }),
      ['intake'],
    ],
    ['no such intake any more', on({ intakes: [] }), ['intake']],
    ['another fact behind the intake', on({}, changed({ id: 'the-start-2027', value: 'March' })), ['intake']],
    ['an end', on({ exists: { from: null, until: '2027-08-31' as IsoDate } }), ['until']],
    ['two things at once', on({ name: 'The course', summary: 'Something else.' }), ['name', 'summary']],
  ])('is said to have changed where there is %s', (_, now, parts) => {
    const state = pinState(PIN, now);
    expect(state.kind === 'changed' ? state.changes.map(({ part }) => part) : state).toEqual(parts);
  });

  test('stands beside what is known now, and what is known now is the same as itself', () => {
    const now = on({ name: 'The course', intakes: [] });
    const state = pinState(PIN, now);
    expect(state).toMatchObject({
      kind: 'changed',
      changes: [
        { part: 'name', was: 'A course', now: 'The course' },
        { part: 'intake', was: PIN.intake, now: undefined },
      ],
    });
    expect(pinState(state.kind === 'changed' ? state.fresh : PIN, now)).toEqual({ kind: 'same' });
  });

  test.each<[clause: string, now: DayCatalogue]>([
    ['nothing changed', on()],
    ['the catalogue has a new version', on({}, FACTS, { version: 'another' })],
    ['the page says more', on({ what: ['More.'], keywords: ['more'], checkedOn: '2027-01-01' as IsoDate })],
    [
      'another intake is listed beside it',
      on({ intakes: [...COURSE.intakes, anIntake({ id: 'a-course/2028-spring' })] }),
    ],
    [
      'a figure says the same of our estimate for another reason',
      on({
        figures: { ...COURSE.figures, duration: { estimate: { min: 2, max: 2, unit: 'terms' }, because: 'Another.' } },
      }),
    ],
  ])('is the same where %s', (_, now) => {
    expect(pinState(PIN, now)).toEqual({ kind: 'same' });
  });

  test('is followed under a new id', () => {
    const renamed = on({ id: 'the-course' }, FACTS, { aliases: new Map([['a-course', 'the-course']]) });
    expect(pinState(PIN, renamed)).toEqual({ kind: 'same' });
  });

  test('is gone where it has ended, and why is said in plain words', () => {
    const ended = {
      exists: { from: null, until: '2026-11-22' as IsoDate },
      ended: 'It began in {{the-start}}. See [what there is now](/opportunities/a-step).',
    };
    expect(pinState(PIN, on(ended))).toEqual({
      kind: 'gone',
      why: 'It began in February. See what there is now.',
    });
    expect(pinState(PIN, on({ ...ended, ended: 'It took {{the-hours}}.' }))).toEqual({ kind: 'gone', why: undefined });
    expect(pinState(PIN, aDayCatalogue())).toEqual({ kind: 'gone', why: undefined });
  });
});

describe('the catalogue of the day', () => {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  const shipped = catalogueOn(loaded.catalogue, TODAY);
  const pins = shipped.opportunities.flatMap((opportunity) =>
    [undefined, ...opportunity.intakes].map((intake) => pinOf(opportunity, intake, shipped)),
  );

  test('is the same as each pin of it, with every intake', () => {
    expect(pins.length).toBeGreaterThan(shipped.opportunities.length);
    expect(pins.filter((pin) => pinState(pin, shipped).kind !== 'same').map(({ opportunity }) => opportunity)).toEqual(
      [],
    );
  });

  test('is the same as each pin that was kept, whatever the order of its keys', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .toReversed()
          .map(([key, held]) => [key, reversed(held)]),
      );
    };
    const kept = pins.flatMap((pin): readonly unknown[] => {
      const [opportunity] = shipped.opportunities;
      if (!opportunity) return [];
      const step = { ...stepFrom(opportunity, undefined, { id: 's1', place: 'some-day', start: null }, shipped), pin };
      const parsed = parsePlan(JSON.stringify(reversed(JSON.parse(planText(aPlan({ steps: [step] }))))));
      return parsed.ok ? parsed.plan.steps.map((one) => one.pin) : [parsed.problem];
    });
    expect(kept).toEqual(pins);
    const changes = kept.filter((pin) => pinState(pin as Pin, shipped).kind !== 'same');
    expect(changes).toEqual([]);
  });

  test('tells in plain words why each thing ended that it still names', () => {
    const ended = shipped.catalogue.opportunities.filter(({ id }) => !shipped.byId.has(id));
    expect(ended.length).toBeGreaterThan(3);
    for (const { id } of ended) {
      const state = pinState({ ...PIN, opportunity: id }, shipped);
      expect(state, id).toMatchObject({ kind: 'gone', why: expect.stringMatching(/^[^{}[\]]+\.$/) as string });
    }
  });
});
