import type { VNode } from 'preact';
import type { DraftGoal } from '../../domain/plan/draft-goals.ts';
import { addHalfTerms, halfTermName, type HalfTermId } from '../../domain/calendar/half-term.ts';
import { LIMITS } from '../../domain/plan/plan.ts';
import { weeklyHours } from '../../domain/plan/plan-hours.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatCount, formatPence } from '../../ui/format.ts';
import type { GoalReach, Moved } from './ask-for-drafts.ts';

export interface GoalReachedProps {
  readonly goal: DraftGoal;
  readonly reach: GoalReach;
  readonly here: PlanVisit;
}

/** The soonest that is realistic, or the one thing that stands in the way and what would move it. */
export function GoalReached({ goal, reach, here }: GoalReachedProps): VNode | null {
  if (reach.kind === 'working') return null;
  const { hours } = weeklyHours(here.plan.profile);
  return (
    <section class="app-goal-reach" aria-labelledby="goal-reached">
      <h2 class="govuk-heading-m" id="goal-reached">
        {goal.name}: {headline(goal, reach)}
      </h2>
      {reach.kind === 'reached' && reach.sooner && (
        <p class="govuk-body">
          With {formatCount(reach.sooner.hours, 'hour')} a week instead of {hours} it is {halfTermName(reach.sooner.by)}
          .
        </p>
      )}
      {reach.kind === 'blocked' && (
        <p class="govuk-body">
          <strong>{inTheWay(reach.by)}</strong> {reach.moved && movedWords(reach.moved, hours)}
        </p>
      )}
      <p class="govuk-body">{goal.because}</p>
    </section>
  );
}

function headline(goal: DraftGoal, reach: Exclude<GoalReach, { readonly kind: 'working' }>): string {
  switch (reach.kind) {
    case 'reached':
      return atTheSoonest(goal, reach.by);
    case 'blocked':
      return `not within ${formatCount(LIMITS.halfTerms.most / 6, 'year')} as things stand`;
    default:
      return 'the soonest way was not found in the time a draft may take';
  }
}

/** A post is applied for in its half term; anything else is finished by the end of the one before. */
function atTheSoonest({ inSeptember }: DraftGoal, by: HalfTermId): string {
  return inSeptember
    ? `${halfTermName(by)} at the soonest`
    : `finished by the end of ${halfTermName(addHalfTerms(by, -1))} at the soonest`;
}

function inTheWay(by: readonly ('capacity' | 'budget')[]): string {
  if (by.length === 2) return 'Either more hours or more money would open a way.';
  if (by.includes('capacity')) return 'Your hours stand in the way.';
  if (by.includes('budget')) return 'Money stands in the way.';
  return 'Neither hours nor money would help: what leads there is not open to you yet, or has no intake we know of.';
}

function movedWords({ hours, pounds, by }: Moved, now: number): string {
  if (hours !== undefined)
    return `With ${formatCount(hours, 'hour')} a week instead of ${now} it is ${halfTermName(by)}.`;
  return `With ${formatPence((pounds ?? 0) * 100)} in all it is ${halfTermName(by)}.`;
}
