import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyKeptPlan } from '../../../test/support/kept-plan-arbitrary.ts';
import { aDayCatalogue, TODAY } from '../../../test/support/builders.ts';
import { aPin, aPlan, aStep } from '../../../test/support/plan-builders.ts';
import type { HalfTermId } from '../calendar/half-term.ts';
import { checkPlan } from '../plan/plan-checks.ts';
import { halfTermsOf } from '../plan/plan-start.ts';
import type { Check } from '../plan/plan-check.ts';
import type { IsoDate } from '../date.ts';
import { agendaDecisions, DECISIONS } from './agenda-decisions.ts';

const SPRING_2 = '2027-spring-2' as HalfTermId;

const aCheck = (given: Partial<Check>): Check => ({
  code: 'starts-before-what-it-needs',
  weight: 'clash',
  steps: ['s1'],
  because: 'It starts too early.',
  fix: { words: 'Move it.', act: { kind: 'move', step: 's1', to: SPRING_2 } },
  ...given,
});

describe('the three decisions', () => {
  test('come one of each kind, what needs somebody else first', () => {
    const school = { costToSchool: { estimate: { min: 90_000, max: 90_000, unit: 'pence' } } } as const;
    const plan = aPlan({
      steps: [
        aStep({ id: 's1', name: 'Cover', owner: 'head' }),
        aStep({ id: 's2', name: 'Pairs', owner: 'line-manager' }),
        aStep({ id: 's3', name: 'A course', pin: aPin({ figures: school }) }),
      ],
    });
    const checks = [
      aCheck({ steps: ['s3'], fix: { words: 'Move it.', act: { kind: 'move', step: 's3', to: SPRING_2 } } }),
    ];
    expect(agendaDecisions(plan, checks, TODAY).map(({ kind, ask }) => [kind, ask])).toEqual([
      ['others', 'Will the head see to “Cover”?'],
      ['clash', 'Move “A course” to Spring 2 of 2027?'],
      ['others', 'Will the line manager see to “Pairs”?'],
    ]);
  });

  test.for([
    ['a word of the head', aCheck({ code: 'needs-a-sponsor', weight: 'ask' }), 'Will the head back “A step”?'],
    ['somebody beside it', aCheck({ code: 'needs-a-line-manager', weight: 'ask' }), 'Who will be beside “A step”?'],
    [
      'more hours than there are',
      aCheck({ code: 'too-many-hours', fix: { words: 'Put it off.', act: { kind: 'some-day', step: 's1' } } }),
      'Put off “A step” to some day?',
    ],
    [
      'more hours than can be moved',
      aCheck({ code: 'too-many-hours', halfTerm: SPRING_2, fix: { words: 'Give it more hours a week.' } }),
      'Can more hours be found in Spring 2 of 2027?',
    ],
    [
      'what is offered no more',
      aCheck({ code: 'no-longer-offered', fix: { words: 'Look for something like it.' } }),
      'Shall “A step” stay in the plan?',
    ],
  ] as const)('ask for %s', ([, check, ask]) => {
    expect(agendaDecisions(aPlan({ steps: [aStep()] }), [check], TODAY)[0]?.ask).toBe(ask);
  });

  test('ask about a window that shuts soon, and of one that shuts later or is over nothing', () => {
    const closing = (closes: string) => {
      const pin = aPin();
      const intake = pin.intake && { ...pin.intake, closes: closes as IsoDate };
      return agendaDecisions(aPlan({ steps: [aStep({ pin: { ...pin, intake } })] }), [], TODAY)[0];
    };
    expect(closing('2026-12-31')).toMatchObject({
      ask: 'Apply for “A step” by 31 December 2026?',
      because: 'Applications close that day, as known on 23 November 2026.',
    });
    for (const closes of ['2026-11-22', '2027-06-30']) expect(closing(closes)?.kind).toBe('usual');
  });

  test('are the usual ones where the plan asks for none, and others where nothing is planned', () => {
    expect(agendaDecisions(aPlan({ steps: [aStep()] }), [], TODAY)[0]?.ask).toBe(
      'Are these the right steps, in this order?',
    );
    expect(agendaDecisions(aPlan(), [], TODAY)[0]?.ask).toBe('Is it enough for now to embed what the NPQ taught?');
  });

  test('are always three different questions, whatever the plan, no step asked about twice', () => {
    const on = aDayCatalogue();
    fc.assert(
      fc.property(anyKeptPlan, (plan) => {
        const checks = checkPlan(plan, { halfTerms: halfTermsOf(plan, on), on, today: TODAY });
        const decisions = agendaDecisions(plan, checks, TODAY);
        expect(decisions).toHaveLength(DECISIONS);
        expect(new Set(decisions.map(({ ask }) => ask)).size).toBe(DECISIONS);
        for (const { ask, because } of decisions) {
          expect(ask).toMatch(/\?$/);
          expect(because.trim()).not.toBe('');
        }
        const steps = decisions.flatMap(({ step }) => step ?? []);
        expect(new Set(steps).size).toBe(steps.length);
      }),
      { numRuns: 60 },
    );
  });
});
