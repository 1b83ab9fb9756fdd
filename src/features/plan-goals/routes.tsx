import type { Context } from 'hono';
import { goalIdeas } from '../../domain/plan/goal-ideas.ts';
import { halfTermName, type HalfTermId } from '../../domain/calendar/half-term.ts';
import { newNames } from '../../domain/names/name-warning.ts';
import { nextGoalId, removeGoal, setGoal, type SentGoal } from '../../domain/plan/plan-goal-edits.ts';
import type { Plan, PlanGoal } from '../../domain/plan/plan.ts';
import type { App } from '../../http/app-type.ts';
import { parseForm, readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import type { Services } from '../../services/services.ts';
import type { ConflictField } from '../../ui/plan-conflict-page.tsx';
import { PATHS } from '../../urls.ts';
import { goalForm, halfTermsToChoose } from './goal-form.ts';
import { GoalsPage } from './goals-page.tsx';

export function planGoalRoutes(app: App, services: Services): void {
  app.get(PATHS.planGoals, async (context) => {
    const here = await planVisit(context, services);
    const { query } = here.visit.asked;
    const idea = goalIdeas(here.visit.today).find(({ id }) => id === query.get('idea'));
    const goal = goalOf(here.plan, query.get('goal'));
    return sendPage(
      context,
      here.visit,
      <GoalsPage here={here} now={services.clock.now()} goal={goal} idea={idea} isLook={query.has('look')} />,
    );
  });

  app.post(PATHS.planGoals, async (context) => {
    const here = await planVisit(context, services);
    const form = await readForm(context);
    if (form.one('act') === 'remove') {
      const id = form.one('goal');
      return saveChange(context, services, here, form, (plan) => removeGoal(plan, id), { next: here.planUrls.after() });
    }
    return save(context, services, here, form);
  });
}

function goalOf(plan: Plan, id: string | null): PlanGoal | undefined {
  return plan.goals.find((goal) => goal.id === id);
}

async function save(context: Context, services: Services, here: PlanVisit, form: SentForm): Promise<Response> {
  const { plan, planUrls, visit } = here;
  const id = form.one('goal') || undefined;
  const goal = goalOf(plan, id ?? null);
  const parsed = parseForm(goalForm(halfTermsToChoose(here, goal)), form);
  if (!parsed.ok) {
    const page = <GoalsPage here={here} now={services.clock.now()} goal={goal} sent={form} errors={parsed.errors} />;
    return sendPage(context, visit, page, 422);
  }
  const { text, by } = parsed.value;
  if (goal && goal.text === text && goal.by === by) return context.redirect(planUrls.plan(), 303);
  const sent: SentGoal = { id, text, by };
  const fields = (newer: Plan) => differing(sent, goalOf(newer, id ?? null));
  const next = afterSaving(here, sent, goal);
  return saveChange(context, services, here, form, (kept) => setGoal(kept, sent), { next, fields });
}

/** Back to the plan; but first to the goal again where a name may have come in. */
function afterSaving({ plan, planUrls }: PlanVisit, sent: SentGoal, before: PlanGoal | undefined): string {
  if (newNames(before?.text ?? '', sent.text).length === 0) return planUrls.after();
  const id = sent.id ?? nextGoalId(plan.goals);
  return planUrls.goals([
    ['goal', id],
    ['look', 'names'],
  ]);
}

function differing(yours: SentGoal, saved: PlanGoal | undefined): readonly ConflictField[] {
  return [
    { label: 'Goal', yours: yours.text, saved: saved?.text ?? '' },
    { label: 'By the end of', yours: byWords(yours.by), saved: saved ? byWords(saved.by) : '' },
  ];
}

function byWords(by: HalfTermId | null): string {
  return by ? halfTermName(by) : 'no half term';
}
