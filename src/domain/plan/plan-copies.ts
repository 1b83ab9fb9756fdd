import { addHalfTerms, parseHalfTermId, type HalfTermId } from '../calendar/half-term.ts';
import { LIMITS, type Plan } from './plan.ts';

/** The ways a plan can be copied: as it stands, or with everything still to do moved later. */
export const COPIES = ['as-it-is', 'half-term', 'term', 'year'] as const;
export type CopyKind = (typeof COPIES)[number];

const HALF_TERMS_LATER: Readonly<Record<CopyKind, number>> = { 'as-it-is': 0, 'half-term': 1, term: 2, year: 6 };

const TITLES: Readonly<Record<CopyKind, string>> = {
  'as-it-is': 'copy',
  'half-term': 'if I wait half a term',
  term: 'if I wait a term',
  year: 'if I wait a year',
};

/**
 * A copy to try something out in. What is done or under way stays where it is; what is still to do starts later, and
 * goals are due as much later. An
 * intake that was chosen stays named, so that the checks say where it no longer fits.
 */
export function copyOf(plan: Plan, kind: CopyKind): Plan {
  const later = HALF_TERMS_LATER[kind];
  return {
    ...plan,
    title: `${cut(plan.title, LIMITS.title - TITLES[kind].length - 2)}, ${TITLES[kind]}`,
    halfTerms: Math.min(LIMITS.halfTerms.most, plan.halfTerms + later),
    goals: plan.goals.map((goal) => ({ ...goal, by: goal.by && laterBy(goal.by, later) })),
    steps: plan.steps.map((step) =>
      step.state === 'to-do' && step.start !== null ? { ...step, start: laterBy(step.start, later) } : step,
    ),
  };
}

/** A start beyond the last year that is held stays where it was. */
function laterBy(start: HalfTermId, count: number): HalfTermId {
  return parseHalfTermId(addHalfTerms(start, count)) ?? start;
}

/** The beginning of a title, cut between letters and not inside one. */
function cut(title: string, most: number): string {
  const shortened = title.slice(0, most);
  return (shortened.isWellFormed() ? shortened : shortened.slice(0, -1)).trimEnd();
}
