import type { Edit } from './plan-edits.ts';
import { LIMITS, type Plan, type PlanGoal } from './plan.ts';

/** A goal as it is sent: a new one has no id yet. */
export interface SentGoal extends Omit<PlanGoal, 'id'> {
  readonly id?: string | undefined;
}

/** The id a goal that is added now will have: the first that is free. */
export function nextGoalId(goals: readonly Pick<PlanGoal, 'id'>[]): string {
  const taken = new Set(goals.map(({ id }) => id));
  const numbers = Array.from({ length: goals.length + 1 }, (_, index) => `g${index + 1}`);
  return numbers.find((id) => !taken.has(id)) ?? 'g1';
}

/** Adds a goal, or changes the one of the same id. */
export function setGoal(plan: Plan, { id, text, by }: SentGoal): Edit {
  const { goals } = plan;
  if (goals.some((goal) => goal.id !== id && goal.text === text))
    return { refused: `“${text}” is among your goals already.` };
  if (id !== undefined) return changeGoal(plan, { id, text, by });
  if (goals.length >= LIMITS.goals)
    return { refused: `A plan holds up to ${LIMITS.goals} goals. Remove one that you no longer have.` };
  return {
    plan: { ...plan, goals: [...goals, { id: nextGoalId(goals), text, by }] },
    said: `Added the goal “${text}”.`,
  };
}

const NO_SUCH_GOAL = { refused: 'That goal is not in this plan any more.' };

function changeGoal(plan: Plan, goal: PlanGoal): Edit {
  if (!plan.goals.some(({ id }) => id === goal.id)) return NO_SUCH_GOAL;
  const goals = plan.goals.map((one) => (one.id === goal.id ? goal : one));
  return { plan: { ...plan, goals }, said: `Changed the goal “${goal.text}”.` };
}

/** Takes a goal out of the plan; its steps stay. */
export function removeGoal(plan: Plan, id: string): Edit {
  const goal = plan.goals.find((one) => one.id === id);
  if (!goal) return NO_SUCH_GOAL;
  return {
    plan: { ...plan, goals: plan.goals.filter((one) => one !== goal) },
    said: `Removed the goal “${goal.text}”.`,
  };
}
