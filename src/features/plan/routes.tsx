import { getVersion } from '../../db/plans.ts';
import type { Edit } from '../../domain/plan/plan-edits.ts';
import { nextToBegin } from '../../domain/plan/plan-start.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { reflectionsDue } from '../../http/plan/reflections-due.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import { casesOfPlan } from '../../http/shares/cases-of-plan.ts';
import { sharesOfPlan } from '../../http/shares/shares-of-plan.ts';
import { openAccount } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { actOf } from './acts.ts';
import { PlanPage } from './plan-page.tsx';

export function planRoutes(app: App, services: Services): void {
  app.get(PATHS.plan, async (context) => {
    const here = await planVisit(context, services);
    const { query } = here.visit.asked;
    const { baseUrl } = services.config;
    return sendPage(
      context,
      here.visit,
      <PlanPage
        here={here}
        isNew={query.has('new')}
        isAfterChange={query.has('after') && here.kept.version > 1}
        link={`${baseUrl}${here.planUrls.folder()}`}
        reader={here.isKept ? undefined : (await openAccount(context, services))?.address}
        now={services.clock.now()}
        due={(await reflectionsDue(services, here)).due}
        shares={await sharesOfPlan(services, here)}
        cases={await casesOfPlan(services, here)}
      />,
    );
  });

  app.post(PATHS.plan, async (context) => {
    const here = await planVisit(context, services);
    const form = await readForm(context);
    const change =
      form.one('act') === 'undo'
        ? await undoing(services, here)
        : actOf(form, here.visit.on, nextToBegin(here.halfTerms, here.visit.today).id);
    const next = `${here.planUrls.after()}${placeOf(form)}`;
    return saveChange(context, services, here, form, change, { next });
  });
}

/** Where on the page to go on: the picture that a bar was dragged in, else the step itself while it is there. */
function placeOf(form: SentForm): string {
  if (form.one('from') === 'timetable') return '#timetable';
  const step = form.one('step');
  return form.one('act') !== 'remove' && /^s\d+$/.test(step) ? `#${step}` : '';
}

const UNDID = 'Undid: ';

/** Puts back the plan as it was before its last change, as a new version: nothing is ever taken out of the history. */
async function undoing(services: Services, { kept }: PlanVisit): Promise<() => Edit> {
  const before = await getVersion(services.db, kept.id, kept.version - 1);
  if (!before) return () => ({ refused: 'There is nothing to undo: the plan has just been started.' });
  const said = kept.said.startsWith(UNDID) ? `Did again: ${kept.said.slice(UNDID.length)}` : UNDID + kept.said;
  return () => ({ plan: before.plan, said });
}
