import { draftGoal, type DraftGoal } from '../../domain/plan/draft-goals.ts';
import { draftOptions } from '../../domain/plan/draft-options.ts';
import { draftFromTaken } from '../../domain/plan/plan-draft.ts';
import type { Edit } from '../../domain/plan/plan-edits.ts';
import { setGoal } from '../../domain/plan/plan-goal-edits.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit } from '../../http/plan/plan-visit.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { askForDrafts } from './ask-for-drafts.ts';
import { DraftsPage } from './drafts-page.tsx';
import { readTaken, readWish } from './wish-form.ts';

export function planDraftRoutes(app: App, services: Services): void {
  app.get(PATHS.planDrafts, async (context) => {
    const here = await planVisit(context, services);
    const { on, asked } = here.visit;
    const wish = readWish(asked.query, on);
    const found = await askForDrafts(services.planner, here, wish);
    const options = draftOptions(here.plan, { ...wish, never: [] }, on);
    return sendPage(context, here.visit, <DraftsPage here={here} wish={wish} found={found} options={options} />);
  });

  app.post(PATHS.planDrafts, async (context) => {
    const here = await planVisit(context, services);
    const form = await readForm(context);
    const { on } = here.visit;
    const taken = readTaken(form.all('take'), here.plan, on);
    return saveChange(
      context,
      services,
      here,
      form,
      (plan) =>
        taken
          ? withGoal(draftFromTaken(plan, taken, on), draftGoal(form.one('goal'), on))
          : { refused: 'That draft is not one we made. Draft again.' },
      { next: here.planUrls.after() },
    );
  });
}

/** What a draft was worked back from is written down as a goal of the plan, if it is none yet. */
function withGoal(edit: Edit, goal: DraftGoal | undefined): Edit {
  if ('refused' in edit || !goal || edit.plan.goals.some(({ text }) => text === goal.name)) return edit;
  const set = setGoal(edit.plan, { text: goal.name, by: null });
  return 'refused' in set ? edit : { plan: set.plan, said: edit.said };
}
