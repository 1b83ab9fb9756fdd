import { profileFrom, type Answers } from '../../src/domain/matching/answers.ts';
import { assessAll } from '../../src/domain/matching/assess.ts';
import type { Profile } from '../../src/domain/matching/profile.ts';
import { rank, type Ranked } from '../../src/domain/matching/ranking.ts';
import type { QuestionId } from '../../src/domain/catalogue/requirement.ts';
import { TODAY } from '../support/builders.ts';
import { pageOf } from '../support/html.ts';
import type { TestApp } from '../support/test-app.ts';

export type Said = Partial<Record<QuestionId, readonly string[]>>;
export type Results = ReadonlyMap<string, Ranked>;

export const QUALIFIED: Said = { holds: ['qts', 'degree'], 'years-teaching': ['5'] };

/** What a situation asks of the service: its verdicts for somebody who said this, and the words on its pages. */
export interface Situations {
  told(said: Said, more?: Partial<Profile>): Results;
  words(id: string): Promise<string>;
}

export function situationsOf(service: TestApp): Situations {
  const on = service.services.catalogue.on(TODAY);
  return {
    told: (said, more = {}) => {
      const answers: Answers = new Map(Object.entries(said) as [QuestionId, readonly string[]][]);
      const profile = { ...profileFrom(answers), ...more };
      return new Map(
        rank(assessAll(on.opportunities, profile, on.day), profile, on).map((one) => [one.opportunity.id, one]),
      );
    },
    words: async (id) => (await pageOf(await service.get(`/opportunities/${id}`))).text,
  };
}

export function verdicts(results: Results, ...ids: string[]): Record<string, string | undefined> {
  return Object.fromEntries(ids.map((id) => [id, results.get(id)?.verdict]));
}

/** The same verdict for each. */
export function all(verdict: string, ...ids: string[]): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, verdict]));
}

export function codes(results: Results, id: string): readonly string[] {
  return results.get(id)?.findings.map(({ code }) => code) ?? [];
}

export function barriers(results: Results, id: string): readonly string[] {
  return results.get(id)?.findings.flatMap(({ outcome, code }) => (outcome === 'not-met' ? [code] : [])) ?? [];
}

/** What stands in the way and when it is known to end, for comparing with `AN_INTAKE`. */
export function waitsFor(results: Results, id: string): object {
  const { verdict, next } = results.get(id) ?? {};
  return { verdict, barriers: barriers(results, id), when: next?.when, known: next?.known };
}

/** Waits only for an intake nobody has announced: no date is given. */
export const AN_INTAKE = { verdict: 'not-yet', barriers: ['intake-not-announced'], when: null, known: 'not-announced' };
