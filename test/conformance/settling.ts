import type { IsoDate } from '../../src/domain/date.ts';
import { judgeIntakes } from '../../src/domain/catalogue/intakes.ts';
import type { Opportunity } from '../../src/domain/catalogue/opportunity.ts';
import type { Profile } from '../../src/domain/matching/profile.ts';
import { QUESTION_IDS, REQUIREMENT_KINDS, type QuestionId } from '../../src/domain/catalogue/requirement.ts';
import { judge } from '../../src/domain/matching/rules.ts';
import { spares } from '../../src/domain/matching/told.ts';

/**
 * What is settled once a set of questions has been answered, worked out apart from the journey it is used to judge.
 * Sets are numbers, a bit a question, so that every order of every question can be weighed.
 */
export interface Settling {
  /** The average share of verdicts settled after a set of questions, of those not settled before the first. */
  share(asked: number): number;
  /** The best share anybody could reach with so many questions who knew the answers beforehand. */
  clairvoyant(count: number): number;
}

interface Masks {
  readonly owes: number;
  readonly barring: number;
  readonly no: number;
  readonly notYet: number;
  readonly shut: boolean;
}

export const bitOf = (id: QuestionId): number => 1 << QUESTION_IDS.indexOf(id);
const SETS = Array.from({ length: 1 << QUESTION_IDS.length }, (_, set) => set);

export function settlingOf(
  opportunities: readonly Opportunity[],
  profiles: readonly Profile[],
  day: IsoDate,
): Settling {
  const shares = profiles.map((profile) => sharesFor(opportunities, profile, day));
  const averages = SETS.map((set) => average(shares.map((share) => share[set] ?? 0)));
  return {
    share: (asked) => averages[asked] ?? 0,
    clairvoyant: (count) =>
      average(
        shares.map((share) => Math.max(...SETS.filter((set) => countOf(set) === count).map((set) => share[set] ?? 0))),
      ),
  };
}

/** The share settled for one person after each set of questions. */
function sharesFor(opportunities: readonly Opportunity[], profile: Profile, day: IsoDate): readonly number[] {
  const open = opportunities
    .map((opportunity) => masksOf(opportunity, profile, day))
    .filter((masks) => !isSettledBy(masks, 0));
  const spared = spares('setting', profile).reduce((bits, id) => bits | bitOf(id), 0);
  return SETS.map((set) => {
    const known = set & bitOf('setting') ? set | spared : set;
    return open.filter((masks) => isSettledBy(masks, known)).length / open.length;
  });
}

function masksOf(opportunity: Opportunity, profile: Profile, day: IsoDate): Masks {
  const masks = { owes: 0, barring: 0, no: 0, notYet: 0, shut: judgeIntakes(opportunity, day)?.outcome === 'not-met' };
  for (const requirement of opportunity.requirements) {
    const { question, permanent } = REQUIREMENT_KINDS[requirement.kind];
    if (question === null) continue;
    masks.owes |= bitOf(question);
    if (permanent) masks.barring |= bitOf(question);
    const finding = judge(requirement, profile, day);
    if (finding.outcome === 'not-met') masks[finding.permanent ? 'no' : 'notYet'] |= bitOf(question);
  }
  return masks;
}

function isSettledBy({ owes, barring, no, notYet, shut }: Masks, asked: number): boolean {
  if (asked & no) return true;
  const left = owes & ~asked;
  return (shut || (asked & notYet) !== 0 ? left & barring : left) === 0;
}

/** A fixed order, scored: the share settled after each question. */
export function curveOf(order: readonly QuestionId[], { share }: Settling): readonly number[] {
  let asked = 0;
  return order.map((id) => share((asked |= bitOf(id))));
}

/** Of every order there is, the one with the most settled over all its length, found by weighing every set once. */
export function bestOrder({ share }: Settling, worth: (count: number) => number): readonly QuestionId[] {
  const best: { total: number; order: readonly QuestionId[] }[] = [{ total: 0, order: [] }];
  for (const set of SETS.slice(1)) {
    const endings = QUESTION_IDS.filter((id) => set & bitOf(id)).map((id) => {
      const before = best[set & ~bitOf(id)] ?? { total: 0, order: [] };
      return { total: before.total + share(set) * worth(countOf(set)), order: [...before.order, id] };
    });
    best[set] = endings.reduce((a, b) => (b.total > a.total ? b : a));
  }
  return best.at(-1)?.order ?? [];
}

/** The order that at each question takes the one that settles most next. */
export function greedyOrder({ share }: Settling): readonly QuestionId[] {
  const order: QuestionId[] = [];
  for (let asked = 0; order.length < QUESTION_IDS.length;) {
    const next = QUESTION_IDS.filter((id) => !(asked & bitOf(id))).reduce((a, b) =>
      share(asked | bitOf(b)) > share(asked | bitOf(a)) ? b : a,
    );
    order.push(next);
    asked |= bitOf(next);
  }
  return order;
}

export function average(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countOf(set: number): number {
  return set.toString(2).replaceAll('0', '').length;
}
