import { assess, type Assessment } from '../matching/assess.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { DraftGoal } from './draft-goals.ts';
import type { OpportunityKind } from '../catalogue/opportunity.ts';
import type { Plan } from './plan.ts';
import type { Profile } from '../matching/profile.ts';
import { rank, type Ranked } from '../matching/ranking.ts';
import type { RuleId } from '../matching/finding.ts';

/** What a teacher wants of a draft beside their settings. */
export interface DraftWish {
  readonly goal: DraftGoal | undefined;
  /** Next steps that have to be in it where they fit at all, and those that must not be. */
  readonly must: readonly string[];
  readonly never: readonly string[];
}

/** Kinds of which a person runs one at a time: one course of study, one new role, one change of their own. */
export const LANES = ['study', 'role', 'own', 'belonging'] as const;
export type Lane = (typeof LANES)[number];

export const LANE_OF: Readonly<Record<OpportunityKind, Lane>> = {
  npq: 'study',
  course: 'study',
  programme: 'study',
  masters: 'study',
  role: 'role',
  activity: 'own',
  resource: 'own',
  membership: 'belonging',
  network: 'belonging',
};

/** How many of each lane a draft chooses from, the best by their named reasons. More would make a list and no plan. */
const CHOSEN_FROM: Readonly<Record<Lane, number>> = { study: 4, role: 4, own: 3, belonging: 1 };

/** What planning or asking can lift; anything else that is not met keeps a step out of a draft. */
const LIFTED_BY_A_PLAN: ReadonlySet<RuleId> = new Set(['holds-npq', 'intake', 'sponsor', 'line-manager']);

/** Whether a draft may use a step: open, or kept from it only by what planning or asking can lift. */
export function isReachable({ verdict, findings }: Assessment): boolean {
  if (verdict === 'no') return false;
  return findings.every(({ outcome, rule }) => outcome !== 'not-met' || LIFTED_BY_A_PLAN.has(rule));
}

/** Every next step as it stands for a profile, for as long as that is in memory: a page of drafts asks ten times. */
const RANKED = new WeakMap<Profile, { readonly on: DayCatalogue; readonly ranked: readonly Ranked[] }>();

function rankedFor(profile: Profile, on: DayCatalogue): readonly Ranked[] {
  const known = RANKED.get(profile);
  if (known?.on === on) return known.ranked;
  const assessed = on.opportunities.map((one) => assess(one, profile, on.day));
  const ranked = rank(assessed, profile, on);
  RANKED.set(profile, { on, ranked });
  return ranked;
}

/**
 * What a draft is made from, best first: the best of each lane, everything that has to be in, what the goal needs, and
 * the NPQs that any of them asks for. What the plan has already, or the teacher never wants, is left out.
 */
export function draftOptions(plan: Plan, wish: DraftWish, on: DayCatalogue): readonly Ranked[] {
  const taken = new Set(plan.steps.filter(isKept).map(({ pin }) => pin?.opportunity));
  const ranked = rankedFor(plan.profile, on).filter(
    ({ opportunity }) => !taken.has(opportunity.id) && !wish.never.includes(opportunity.id),
  );
  const wanted = new Set([...wish.must, ...(wish.goal?.needs.flat() ?? [])]);
  const reachable = ranked.filter(
    (one) => isReachable(one) || (wanted.has(one.opportunity.id) && one.verdict !== 'no'),
  );
  const chosen = new Set(wanted);
  for (const lane of LANES) {
    const inLane = reachable.filter(({ opportunity }) => LANE_OF[opportunity.kind] === lane);
    for (const { opportunity } of inLane.toSorted((a, b) => b.points - a.points).slice(0, CHOSEN_FROM[lane]))
      chosen.add(opportunity.id);
  }
  addNpqsFirst(reachable, chosen, plan);
  return reachable.filter(({ opportunity }) => chosen.has(opportunity.id));
}

/** Steps a draft leaves where they are: what is done, under way, put off, or the teacher's own. */
export function isKept({ state, pin, place }: Plan['steps'][number]): boolean {
  return state !== 'to-do' || pin === null || place !== 'timetable';
}

/** NPQs that a chosen step asks for and nobody holds are chosen too, so that the way to it can be planned. */
function addNpqsFirst(reachable: readonly Ranked[], chosen: Set<string>, { profile }: Plan): void {
  for (const { opportunity } of reachable) {
    if (!chosen.has(opportunity.id)) continue;
    for (const requirement of opportunity.requirements) {
      if (requirement.kind !== 'holds-npq' || profile.npqs?.some(({ code }) => requirement.anyOf.includes(code)))
        continue;
      const asked = reachable.filter(({ opportunity: { npq } }) => npq && requirement.anyOf.includes(npq));
      for (const { opportunity: other } of asked) chosen.add(other.id);
    }
  }
}
