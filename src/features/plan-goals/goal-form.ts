import { z } from 'zod';
import { ordinalOf, parseHalfTermId, type HalfTermId } from '../../domain/calendar/half-term.ts';
import { LIMITS, type PlanGoal } from '../../domain/plan/plan.ts';
import { oneLine } from '../../http/text-field.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';

/** A goal, in the order of its page. It may be by any of `halfTerms`, or by none. */
export function goalForm(halfTerms: readonly HalfTermId[]) {
  return z.object({
    text: oneLine(LIMITS.goalText, 'A goal').min(1, 'Write the goal, such as “Facilitate my NPQ”'),
    by: z
      .string()
      .refine((text) => text === '' || halfTerms.some((id) => id === text), 'Choose a half term of your plan, or none')
      .transform((text) => halfTerms.find((id) => id === text) ?? null),
  });
}

/** The half terms of the timetable, and that of the goal where it lies outside. */
export function halfTermsToChoose({ halfTerms, plan }: PlanVisit, goal?: PlanGoal): readonly HalfTermId[] {
  // A timetable may end after the last year that is held; nothing can be due there.
  const shown = halfTerms.slice(0, plan.halfTerms).flatMap(({ id }) => parseHalfTermId(id) ?? []);
  if (!goal?.by || shown.includes(goal.by)) return shown;
  return [...shown, goal.by].toSorted((one, other) => ordinalOf(one) - ordinalOf(other));
}
