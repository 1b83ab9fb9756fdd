import { addFolder } from '../src/db/folders.ts';
import { addPlan, savePlan } from '../src/db/plans.ts';
import type { Database } from '../src/db/open-database.ts';
import type { DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import { addHalfTerms } from '../src/domain/calendar/half-term.ts';
import { addStep, moveStep, stepFrom } from '../src/domain/plan/plan-edits.ts';
import { emptyPlan, halfTermsOf, usualStart } from '../src/domain/plan/plan-start.ts';
import type { Plan } from '../src/domain/plan/plan.ts';
import { keyHash, newId, newKey } from '../src/http/private-link.ts';

const NOW = '2026-11-23T09:00:00.000Z';

/** A plan of so many steps out of the catalogue, each pinned, spread over its timetable. */
export function planOf(steps: number, on: DayCatalogue): Plan {
  const empty: Plan = { ...emptyPlan('A plan to be measured', { hoursPerWeek: 4, yearsTeaching: 8 }, on) };
  const halfTerms = halfTermsOf(empty, on);
  let plan = empty;
  for (const [index, opportunity] of on.opportunities.slice(0, steps).entries()) {
    const { start, intake } = usualStart(opportunity, halfTerms, on.day);
    const spread = intake ? start : addHalfTerms(empty.first, index % empty.halfTerms);
    const edited = addStep(plan, stepFrom(opportunity, intake, { id: '', place: 'timetable', start: spread }, on));
    if ('refused' in edited) throw new Error(edited.refused);
    plan = edited.plan;
  }
  if (plan.steps.length !== steps || plan.steps.some(({ pin }) => pin === null))
    throw new Error(`the catalogue has not ${steps} steps to plan`);
  return plan;
}

/** Keeps a plan with a history: each version moves one step. Gives its address. */
export async function keepWithHistory(db: Database, plan: Plan, versions: number): Promise<string> {
  const [key, folder, id] = [newKey(), newId(), newId()];
  await db.transaction().execute(async (transaction) => {
    await addFolder(transaction, { id: folder, keyHash: keyHash(key), now: NOW });
    await addPlan(transaction, folder, { id, plan, said: 'Started the plan.', now: NOW });
  });
  let standing = plan;
  for (let version = 1; version < versions; version += 1) {
    const step = standing.steps[version % standing.steps.length];
    const to = addHalfTerms(plan.first, (version * 5) % plan.halfTerms);
    const edited = moveStep(standing, step?.id ?? '', to);
    const { plan: next, said } = 'plan' in edited ? edited : { plan: standing, said: 'Left it as it was.' };
    if (!(await savePlan(db, id, { from: version, plan: next, said, now: NOW }))) throw new Error('not saved');
    standing = next;
  }
  return `/plans/${key}/1`;
}
