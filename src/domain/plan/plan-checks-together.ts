import type { Check, CheckCode, Planned } from './plan-check.ts';
import {
  hoursNotKnown,
  lineManagerMissing,
  notAnnounced,
  runsPast,
  sponsorMissing,
  type Some,
} from './plan-shared-checks.ts';
import { plannedSteps, type Plan } from './plan.ts';

type Together = (steps: Some, first: Check, plan: Plan) => Check;

/** What one errand mends for several steps, or nobody can mend. Clashes are each said alone, with a press of their own. */
const TOGETHER: Readonly<Partial<Record<CheckCode, Together>>> = {
  'needs-a-sponsor': (steps, _, { profile }) => sponsorMissing(steps, profile),
  'needs-a-line-manager': (steps) => lineManagerMissing(steps),
  'intake-not-announced': (steps) => notAnnounced(steps),
  'hours-not-known': (steps) => hoursNotKnown(steps),
  'runs-past-the-timetable': (steps, { fix }) => ({ ...runsPast(steps, true), fix }),
};

/**
 * The checks of a plan for a list of all of them: what is the same of several steps is said once, where the first of
 * them stood. A page of one step takes the checks as they are.
 */
export function saidTogether(checks: readonly Check[], plan: Plan): readonly Check[] {
  const planned = new Map(plannedSteps(plan).map((step) => [step.id, step]));
  const groups = Map.groupBy(checks, (check) => keyOf(check, planned));
  return checks.flatMap((check) => {
    const group = groups.get(keyOf(check, planned)) ?? [];
    if (group[0] !== check) return [];
    const [first, ...others] = group.flatMap(({ steps: [id = ''] }) => planned.get(id) ?? []);
    const together = TOGETHER[check.code];
    return first && others.length > 0 && together ? [together([first, ...others], check, plan)] : [check];
  });
}

/** Checks with the same key are said together; an action of one's own is never said with what somebody else publishes. */
function keyOf({ code, steps, fix, because }: Check, planned: ReadonlyMap<string, Planned>): string {
  if (!TOGETHER[code]) return `${code} ${steps.join(' ')} ${because}`;
  const isOwn = planned.get(steps[0] ?? '')?.pin === null;
  return code === 'runs-past-the-timetable' ? `${code} ${fix.words}` : `${code} ${isOwn}`;
}
