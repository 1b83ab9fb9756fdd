import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CONTENT_ROOT } from '../src/services/catalogue-source.ts';
import { loadContent } from '../src/content/load-content.ts';
import { profileFrom, type Answers } from '../src/domain/matching/answers.ts';
import { assess, assessAll, isSettled, verdictOf } from '../src/domain/matching/assess.ts';
import { catalogueOn } from '../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../src/domain/date.ts';
import type { Finding } from '../src/domain/matching/finding.ts';
import { planJourney, replay } from '../src/domain/matching/journey.ts';
import { NPQ_CODES } from '../src/domain/catalogue/npq.ts';
import { HOLDINGS, type Profile } from '../src/domain/matching/profile.ts';
import { rank } from '../src/domain/matching/ranking.ts';
import { QUESTION_IDS, REQUIREMENT_KINDS, type QuestionId } from '../src/domain/catalogue/requirement.ts';
import { ROUTE_IDS } from '../src/domain/catalogue/route.ts';
import { aPersonsAnswers, someAnswers } from './support/answers-arbitrary.ts';

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const DAYS = ['2021-11-15', '2023-09-01', '2024-10-01', '2026-11-23', '2027-03-01'].map((day) => {
  const on = catalogueOn(loaded.catalogue, day as IsoDate);
  // A law that fails names the day, not the whole catalogue.
  return { on, journey: planJourney(on.opportunities, on.day), [fc.toStringMethod]: () => day };
});
const aDay = fc.constantFrom(...DAYS);
const NONE_SKIPPED: ReadonlySet<QuestionId> = new Set();
const ALL_SKIPPED: ReadonlySet<QuestionId> = new Set(QUESTION_IDS);

const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns: 60, seed: 20261123 });

describe('verdicts', () => {
  test('a settled verdict is changed by no further answer at all', () => {
    law(fc.tuple(someAnswers, aDay), ([{ all, some }, { on }]) => {
      const [before, after] = [profileFrom(some), profileFrom(all)];
      const settled = assessAll(on.opportunities, before, on.day).filter(isSettled);
      for (const { opportunity, verdict } of settled)
        expect(assess(opportunity, after, on.day).verdict, opportunity.id).toBe(verdict);
    });
  });

  test('an answer moves no verdict whose requirements do not hang on its question', () => {
    law(fc.tuple(someAnswers, aDay, fc.constantFrom(...QUESTION_IDS)), ([{ all, some }, { on }, id]) => {
      const without: Answers = new Map([...some].filter(([other]) => other !== id));
      const answered: Answers = new Map([...without, ...[...all].filter(([other]) => other === id)]);
      const bearsOn = (kind: keyof typeof REQUIREMENT_KINDS) => {
        const { question } = REQUIREMENT_KINDS[kind];
        return question === id || (id === 'setting' && question === 'phase');
      };
      for (const opportunity of on.opportunities.filter(
        ({ requirements }) => !requirements.some(({ kind }) => bearsOn(kind)),
      )) {
        const [before, after] = [without, answered].map(
          (answers) => assess(opportunity, profileFrom(answers), on.day).verdict,
        );
        expect(after, opportunity.id).toBe(before);
      }
    });
  });

  test('every order of answering gives the same verdicts', () => {
    const shuffled = aPersonsAnswers.chain((answers) =>
      fc.tuple(fc.constant(answers), fc.shuffledSubarray([...answers], { minLength: answers.size })),
    );
    law(fc.tuple(shuffled, aDay), ([[answers, entries], { on }]) => {
      const verdicts = (given: Answers) =>
        assessAll(on.opportunities, profileFrom(given), on.day).map(({ verdict }) => verdict);
      expect(verdicts(new Map(entries))).toEqual(verdicts(answers));
    });
  });

  test('once everything is answered no verdict is "one answer away"', () => {
    law(fc.tuple(aPersonsAnswers, aDay), ([answers, { on }]) => {
      const asking = assessAll(on.opportunities, profileFrom(answers), on.day).filter(
        ({ verdict }) => verdict === 'ask',
      );
      expect(asking.map(({ opportunity }) => opportunity.id)).toEqual([]);
    });
  });

  test('more qualifications add no barrier other than "already held"', () => {
    const more = fc.record({ npqs: fc.subarray([...NPQ_CODES]), holds: fc.subarray([...HOLDINGS]) });
    law(fc.tuple(aPersonsAnswers, more, aDay), ([answers, { npqs, holds }, { on }]) => {
      const profile = profileFrom(answers);
      const richer: Profile = {
        ...profile,
        npqs: [...(profile.npqs ?? []), ...npqs.map((code) => ({ code }))],
        holds: [...(profile.holds ?? []), ...holds],
      };
      for (const opportunity of on.opportunities) {
        const barriers = (who: Profile) =>
          assess(opportunity, who, on.day)
            .findings.filter(({ outcome }) => outcome === 'not-met')
            .map(({ code }) => code);
        const had = barriers(profile);
        expect(
          barriers(richer).filter((code) => code !== 'already-held' && !had.includes(code)),
          opportunity.id,
        ).toEqual([]);
      }
    });
  });

  test('the verdict follows the order of the design: for good, for now, not told, open', () => {
    const finding: fc.Arbitrary<Finding> = fc.constantFrom(
      { rule: 'role', outcome: 'met', code: '', because: '', facts: [] },
      { rule: 'role', outcome: 'unknown', code: '', because: '', owner: 'teacher', question: 'role', facts: [] },
      { rule: 'unconfirmed', outcome: 'unknown', code: '', because: '', owner: 'world', facts: [] },
      { rule: 'sponsor', outcome: 'not-met', code: '', because: '', facts: [] },
      { rule: 'phase', outcome: 'not-met', code: '', because: '', permanent: true, facts: [] },
    );
    law(fc.array(finding, { maxLength: 6 }), (findings) => {
      const some = (wanted: (one: Finding) => boolean) => findings.some(wanted);
      const expected = some((one) => one.permanent === true)
        ? 'no'
        : some((one) => one.outcome === 'not-met')
          ? 'not-yet'
          : some((one) => one.owner === 'teacher')
            ? 'ask'
            : 'open';
      expect(verdictOf(findings)).toBe(expected);
    });
  });

  test('"not yet" always says what would change it; a teacher’s unknown names its question; the world’s names none', () => {
    law(fc.tuple(someAnswers, aDay), ([{ some }, { on }]) => {
      for (const { opportunity, verdict, next, findings, confirmed } of assessAll(
        on.opportunities,
        profileFrom(some),
        on.day,
      )) {
        expect(verdict === 'not-yet', opportunity.id).toBe(next !== undefined && next.change !== '');
        for (const { outcome, owner, question } of findings) {
          expect(owner !== undefined).toBe(outcome === 'unknown');
          expect(question !== undefined).toBe(owner === 'teacher');
        }
        expect(confirmed).toBe(!findings.some(({ owner }) => owner === 'world'));
      }
    });
  });
});

describe('the questionnaire', () => {
  test('it asks nothing twice, and only what bears on a verdict that is not settled', () => {
    law(fc.tuple(aPersonsAnswers, aDay), ([answers, { on, journey }]) => {
      const { asked } = replay(journey, profileFrom(answers), NONE_SKIPPED);
      expect(new Set(asked).size).toBe(asked.length);
      asked.forEach((id, place) => {
        const told = profileFrom(new Map([...answers].filter(([other]) => asked.slice(0, place).includes(other))));
        const unsettled = assessAll(on.opportunities, told, on.day).filter((one) => !isSettled(one));
        expect(
          unsettled.some(({ findings }) =>
            findings.some(({ question }) => question === id || (id === 'setting' && question === 'phase')),
          ),
          id,
        ).toBe(true);
      });
    });
  });

  test('it counts as settled what the verdicts say is settled, whatever is skipped, and then stops', () => {
    law(fc.tuple(someAnswers, aDay), ([{ some }, { on, journey }]) => {
      const profile = profileFrom(some);
      const { settled, of, next } = replay(journey, profile, ALL_SKIPPED);
      const unsettled = assessAll(on.opportunities, profile, on.day).filter((one) => !isSettled(one));
      const openAtStart = assessAll(on.opportunities, {}, on.day).filter((one) => !isSettled(one));
      expect(next).toBeUndefined();
      expect(of).toBe(openAtStart.length);
      expect(of - settled).toBe(unsettled.length);
    });
  });

  test('when everything is answered everything is settled', () => {
    law(fc.tuple(aPersonsAnswers, aDay), ([answers, { journey }]) => {
      const { settled, of, next } = replay(journey, profileFrom(answers), NONE_SKIPPED);
      expect([next, settled]).toEqual([undefined, of]);
    });
  });

  test('next and then back returns here, answered or skipped', () => {
    law(fc.tuple(aPersonsAnswers, aDay, fc.nat(8), fc.func(fc.boolean())), ([answers, { journey }, steps, skips]) => {
      const given = new Map<QuestionId, readonly string[]>();
      const skipped = new Set<QuestionId>();
      for (let step = 0; step < steps; step += 1) {
        const here = replay(journey, profileFrom(given), skipped);
        const { next } = here;
        if (next === undefined) return;
        if (skips(next)) skipped.add(next);
        else given.set(next, answers.get(next) ?? []);
        if (given.get(next)?.length === 0) return;
        const there = replay(journey, profileFrom(given), skipped);
        expect(there.asked.slice(0, here.asked.length + 1)).toEqual([...here.asked, next]);
        const back = replay(
          journey,
          profileFrom(new Map([...given].filter(([id]) => id !== next))),
          new Set([...skipped].filter((id) => id !== next)),
        );
        expect(back).toEqual(here);
      }
    });
  });
});

describe('ranking', () => {
  test('the order is total and the same however the catalogue is shuffled', () => {
    const preferences = fc.record({
      aims: fc.subarray([...ROUTE_IDS]),
      hoursPerWeek: fc.constantFrom(0, 0.5, 1, 2, 5),
      budget: fc.constantFrom(0, 100, 5000),
    });
    law(
      fc.tuple(aPersonsAnswers, preferences, aDay, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true }))),
      ([answers, wishes, { on }, draws]) => {
        const profile = { ...profileFrom(answers), ...wishes };
        const shuffled = on.opportunities
          .map((one) => ({ one, at: draws.next().value ?? 0 }))
          .toSorted((a, b) => a.at - b.at)
          .map(({ one }) => one);
        const order = (opportunities: typeof on.opportunities) =>
          rank(assessAll(opportunities, profile, on.day), profile, on).map(({ opportunity }) => opportunity.id);
        expect(order(shuffled)).toEqual(order(on.opportunities));
      },
    );
  });

  test('the points are the sum of the reasons shown, and no verdict stands before a better one', () => {
    law(fc.tuple(someAnswers, aDay), ([{ some }, { on }]) => {
      const profile = profileFrom(some);
      const ranked = rank(assessAll(on.opportunities, profile, on.day), profile, on);
      for (const { reasons, points } of ranked)
        expect(points).toBe(reasons.reduce((sum, reason) => sum + reason.points, 0));
      const places = ranked.map(({ verdict }) => ['open', 'ask', 'not-yet', 'no'].indexOf(verdict));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    });
  });
});
