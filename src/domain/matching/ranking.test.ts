import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { anOpportunity, anIntake } from '../../../test/support/builders.ts';
import { assess, type Assessment } from './assess.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import type { Profile } from './profile.ts';
import { POINTS, rank, reasonsFor } from './ranking.ts';

const ON = { day: '2026-11-23' as IsoDate, facts: new Map() } as unknown as DayCatalogue;
const dear = { costToYou: { estimate: { min: 50_000, max: 60_000, unit: 'pence' }, because: 'A guess.' } } as const;
const plain: Partial<Opportunity> = {
  when: { kind: 'school-decides', words: 'When the school agrees' },
  figures: { ...anOpportunity().figures, ...dear },
};
const assessed = (given: Partial<Opportunity> = {}, more: Partial<Assessment> = {}): Assessment => ({
  opportunity: anOpportunity({ ...plain, ...given }),
  verdict: 'open',
  confirmed: true,
  findings: [],
  ...more,
});

describe('the reasons', () => {
  test.each<[clause: string, given: Partial<Opportunity>, profile: Profile, reasons: readonly [string, number][]]>([
    ['nothing speaks for it', {}, {}, []],
    ['a route the teacher wants', { route: 'lead' }, { aims: ['lead'] }, [['your-aim', 8]]],
    [
      'it is also on a route the teacher wants',
      { route: 'lead', alsoOn: ['share'] },
      { aims: ['share'] },
      [['your-aim', 8]],
    ],
    [
      'two routes the teacher wants count once',
      { route: 'lead', alsoOn: ['share'] },
      { aims: ['lead', 'share'] },
      [['your-aim', 8]],
    ],
    [
      'it uses an NPQ the teacher has',
      { uses: ['npq-senco'] },
      { npqs: [{ code: 'npq-senco' }] },
      [['uses-your-npq', 4]],
    ],
    [
      'it is for two phases, the teacher’s among them',
      { requirements: [{ kind: 'phase', anyOf: ['primary', 'special'] }] },
      { phase: 'primary' },
      [['made-for-you', 2]],
    ],
    [
      'it is for a subject of the teacher’s',
      { requirements: [{ kind: 'subject', anyOf: ['physics'] }] },
      { subjects: ['physics'] },
      [['made-for-you', 2]],
    ],
    [
      'it is for three phases',
      { requirements: [{ kind: 'phase', anyOf: ['primary', 'secondary', 'special'] }] },
      { phase: 'primary' },
      [],
    ],
    ['it is for another phase', { requirements: [{ kind: 'phase', anyOf: ['secondary'] }] }, { phase: 'primary' }, []],
    ['it fits the hours, to the hour', {}, { hoursPerWeek: 1 }, [['fits-your-hours', 2]]],
    ['it does not fit the hours', {}, { hoursPerWeek: 0.5 }, []],
    ['it is within the budget, to the pound', {}, { budget: 500 }, [['within-your-budget', 1]]],
    ['it is beyond the budget', {}, { budget: 499 }, []],
    ['it costs nothing', { figures: anOpportunity().figures }, { budget: 0 }, [['no-cost-to-you', 1]]],
    ['it can start at any time', { when: { kind: 'any-time', words: 'Any time' } }, {}, [['can-start-any-time', 1]]],
    ['its next intake has a date', { when: { kind: 'intakes' }, intakes: [anIntake()] }, {}, [['has-a-date', 1]]],
  ])('%s', (_, given, profile, reasons) => {
    const judged = assess(anOpportunity({ ...plain, ...given }), profile, ON.day);
    expect(reasonsFor(judged, profile, ON).map(({ code, points }) => [code, points])).toEqual(reasons);
  });

  test('an intake whose day nobody has given is no date', () => {
    const unknown = anIntake({ starts: null, window: { opens: null, closes: null } });
    expect(reasonsFor(assessed({ when: { kind: 'intakes' }, intakes: [unknown] }), {}, ON)).toEqual([]);
  });
});

test('docs/ranking.md gives every reason and its points', () => {
  const written = readFileSync(new URL('../../../docs/ranking.md', import.meta.url), 'utf8');
  const rows = [...written.matchAll(/^\| ([a-z-]+) \| (\d+) \|/gm)].map(([, code, points]) => [code, Number(points)]);
  expect(Object.fromEntries(rows)).toEqual(POINTS);
});

describe('the order', () => {
  const named = (name: string, given: Partial<Opportunity> = {}, more: Partial<Assessment> = {}) =>
    assessed({ id: name.toLowerCase(), name, ...given }, more);
  const order = (profile: Profile, ...assessments: Assessment[]) =>
    rank(assessments, profile, ON).map(({ opportunity }) => opportunity.name);

  test('the verdict comes before any number of points', () => {
    expect(
      order({ aims: ['lead'] }, named('Wanted', { route: 'lead' }, { verdict: 'not-yet' }), named('Open')),
    ).toEqual(['Open', 'Wanted']);
  });

  test('what the teacher wants comes before what the NPQ taught', () => {
    const profile: Profile = { aims: ['lead'], npqs: [{ code: 'npq-senco' }] };
    expect(order(profile, named('Used', { uses: ['npq-senco'] }), named('Wanted', { route: 'lead' }))).toEqual([
      'Wanted',
      'Used',
    ]);
  });

  test('of equals the confirmed comes first, then the name', () => {
    expect(order({}, named('C'), named('A', {}, { confirmed: false }), named('B'))).toEqual(['B', 'C', 'A']);
  });

  test('of the same name the id decides', () => {
    const ranked = rank([assessed({ id: 'b' }), assessed({ id: 'a' })], {}, ON);
    expect(ranked.map(({ opportunity }) => opportunity.id)).toEqual(['a', 'b']);
  });
});
