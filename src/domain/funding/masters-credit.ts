import { firstDayOf, type IsoDate, type IsoMonth } from '../date.ts';
import type { Fact, FactsByTopic } from '../catalogue/fact.ts';
import { judgeAge, type AgeFinding } from './masters-credit-age.ts';
import { LOAN_CREDITS, MASTERS_CREDITS, type University } from './masters-credit-universities.ts';
import type { NpqCode } from '../catalogue/npq.ts';

/**
 * What an NPQ counts for towards a master's degree, university by university.
 *
 * Source: the facts that masters-credit-universities.ts names; the loan by gov.uk/masters-loan/eligibility, checked
 * 23 November 2026. Each university decides for each applicant, so nothing here is more than what its pages say.
 */
export interface FinishedNpq {
  readonly npq: NpqCode;
  /** The month it was, or will be, finished in; absent where that was not told. */
  readonly finished: IsoMonth | undefined;
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What one university says to one NPQ. */
export interface NpqCredit extends FinishedNpq {
  /**
   * `counts`: a fact gives a figure; `not-named`: none does; `too-old`: past the university's age limit;
   * `before-reform`: finished before today's NPQ of the name began, so that no figure is about it.
   */
  readonly state: 'counts' | 'not-named' | 'too-old' | 'before-reform';
  readonly age: AgeFinding;
  /** Whether its month is still to come on the day. */
  readonly isToCome: boolean;
  /** Only where it counts: what for, and the fact that says so. */
  readonly credits: Range | undefined;
  readonly fact: Fact | undefined;
}

export interface CreditAnswer {
  readonly university: University;
  readonly npqs: readonly NpqCredit[];
  /** What can be counted on: the NPQ that brings most. Absent where the university gives no figure. */
  readonly best: NpqCredit | undefined;
  /** What that comes to within the university's limit; nothing where every NPQ is too old, absent where not known. */
  readonly credits: Range | undefined;
  /** Credits left to study of a whole degree. */
  readonly left: Range | undefined;
  /** Pence, by the published price of a number of credits: a sum of ours and not the university's. */
  readonly saves: Range | undefined;
  /** Whether the facts behind the credits are surer than "could not be confirmed". */
  readonly isConfirmed: boolean;
  /** The same of the price behind what it saves. */
  readonly isFeeConfirmed: boolean;
  /** More than one NPQ counts, and no university is known to say whether they may be added. */
  readonly hangsOnAdding: boolean;
  /** Whether what is left is still long enough for a master's loan. */
  readonly loan: 'usually-lost' | 'untouched' | 'unknown';
}

export interface CreditQuestion {
  readonly university: University;
  readonly held: readonly FinishedNpq[];
  /** The facts of the day. */
  readonly facts: FactsByTopic;
  readonly day: IsoDate;
  /** The day from which today's NPQ of this code exists; `null` where that is not held. */
  readonly began: (npq: NpqCode) => IsoDate | null;
}

export function creditAt(question: CreditQuestion): CreditAnswer {
  const { university, held, facts } = question;
  const npqs = held.map((one) => creditFor(one, question));
  const counted = npqs.filter(({ state }) => state === 'counts');
  const best = counted.toSorted((a, b) => (b.credits?.max ?? 0) - (a.credits?.max ?? 0))[0];
  const whole = leastOf(facts.get(MASTERS_CREDITS));
  const credits = cappedAt(
    Math.min(whole ?? Number.POSITIVE_INFINITY, limitOf(university, facts) ?? Number.POSITIVE_INFINITY),
    creditsOf(npqs, counted),
  );
  const left = credits && whole !== undefined ? { min: whole - credits.max, max: whole - credits.min } : undefined;
  return {
    university,
    npqs,
    best,
    credits,
    left,
    saves: credits && savedBy(credits, university, facts),
    isConfirmed: best?.fact !== undefined && isSure(best.fact),
    isFeeConfirmed: feeFacts(university, facts).every(isSure),
    hangsOnAdding: counted.length > 1,
    loan: loanWith(credits, left, facts),
  };
}

/** Every university's answer, the one that gives most first; in the order they are listed where that is the same. */
export function rankCredit(answers: readonly CreditAnswer[]): readonly CreditAnswer[] {
  return answers.toSorted((a, b) => (b.credits?.max ?? 0) - (a.credits?.max ?? 0));
}

/** Whether figures of a university's own are held on the day, all of them surer than "could not be confirmed". */
export function isPublishedBy({ credit }: University, facts: FactsByTopic): boolean {
  const held = Object.values(credit).flatMap((topic) => factsAbout(topic, facts));
  return held.length > 0 && held.every(isSure);
}

/** Whether nothing is held that could be reckoned with: no figure for any NPQ, no limit, no age. */
export function isSilent({ credit, limit, age }: University, facts: FactsByTopic): boolean {
  return [...Object.values(credit), limit, age].every((topic) => factsAbout(topic, facts).length === 0);
}

function creditFor({ npq, finished }: FinishedNpq, { university, facts, day, began }: CreditQuestion): NpqCredit {
  const age = judgeAge(factsAbout(university.age, facts), finished, day);
  const [fact] = factsAbout(university.credit[npq], facts);
  const credits = creditRange(factsAbout(university.credit[npq], facts));
  const start = began(npq);
  const isOld = finished !== undefined && start !== null && finished < start.slice(0, 7);
  const state =
    age.kind === 'too-old' ? 'too-old' : credits === undefined ? 'not-named' : isOld ? 'before-reform' : 'counts';
  const counts = state === 'counts';
  return {
    npq,
    finished,
    state,
    age,
    isToCome: finished !== undefined && firstDayOf(finished) > day,
    credits: counts ? credits : undefined,
    fact: counts ? fact : undefined,
  };
}

/** No fact says that two NPQs may be added, so the one that brings most is all that is counted on. */
function creditsOf(all: readonly NpqCredit[], counted: readonly NpqCredit[]): Range | undefined {
  if (counted.length > 0) {
    const each = counted.flatMap(({ credits }) => credits ?? []);
    return { min: Math.max(...each.map(({ min }) => min)), max: Math.max(...each.map(({ max }) => max)) };
  }
  return all.length > 0 && all.every(({ state }) => state === 'too-old') ? { min: 0, max: 0 } : undefined;
}

function cappedAt(limit: number, range: Range | undefined): Range | undefined {
  return range && { min: Math.min(range.min, limit), max: Math.min(range.max, limit) };
}

function limitOf({ limit }: University, facts: FactsByTopic): number | undefined {
  return leastOf(factsAbout(limit, facts));
}

/** What a range of credits costs at the price of a number of them, in whole pence. */
function savedBy(credits: Range, { fee }: University, facts: FactsByTopic): Range | undefined {
  const price = rangeOf(factsAbout(fee?.price, facts), 'pence');
  const per = rangeOf(factsAbout(fee?.credits, facts), 'credits');
  if (!price || !per || per.min <= 0) return undefined;
  return {
    min: Math.round((credits.min * price.min) / per.max),
    max: Math.round((credits.max * price.max) / per.min),
  };
}

function loanWith(credits: Range | undefined, left: Range | undefined, facts: FactsByTopic): CreditAnswer['loan'] {
  const [rule] = facts.get(LOAN_CREDITS) ?? [];
  if (!credits || !left || typeof rule?.value !== 'object') return 'unknown';
  return left.min < rule.value.min ? 'usually-lost' : 'untouched';
}

function feeFacts({ fee }: University, facts: FactsByTopic): readonly Fact[] {
  return fee ? [...factsAbout(fee.price, facts), ...factsAbout(fee.credits, facts)] : [];
}

function factsAbout(topic: string | undefined, facts: FactsByTopic): readonly Fact[] {
  return topic === undefined ? [] : (facts.get(topic) ?? []);
}

function isSure({ certainty }: Fact): boolean {
  return certainty === 'high' || certainty === 'medium';
}

/** The credits a fact gives; where sources differ the least, so that nobody counts on what only one of them says. */
function creditRange(facts: readonly Fact[]): Range | undefined {
  const [least] = rangesOf(facts, 'credits').toSorted((a, b) => a.max - b.max);
  return least;
}

function leastOf(facts: readonly Fact[] = []): number | undefined {
  const most = rangesOf(facts, 'credits').map(({ max }) => max);
  return most.length === 0 ? undefined : Math.min(...most);
}

/** From the least to the most that any of the facts says. */
function rangeOf(facts: readonly Fact[], unit: 'pence' | 'credits'): Range | undefined {
  const ranges = rangesOf(facts, unit);
  if (ranges.length === 0) return undefined;
  return { min: Math.min(...ranges.map(({ min }) => min)), max: Math.max(...ranges.map(({ max }) => max)) };
}

function rangesOf(facts: readonly Fact[], unit: 'pence' | 'credits'): readonly Range[] {
  return facts.flatMap(({ value }) =>
    typeof value === 'object' && value.unit === unit && value.max !== null ? [{ min: value.min, max: value.max }] : [],
  );
}
