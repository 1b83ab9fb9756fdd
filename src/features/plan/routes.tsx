import { getVersion } from '../../db/plans.ts';
import type { Edit } from '../../domain/plan-edits.ts';
import { nextToBegin } from '../../domain/plan-start.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan-visit.ts';
import { saveChange } from '../../http/save-plan.tsx';
import type { Services } from '../../services.ts';
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
        now={services.clock.now()}
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
    const step = form.one('act') === 'remove' ? '' : form.one('step');
    const next = `${here.planUrls.after()}${/^s\d+$/.test(step) ? `#${step}` : ''}`;
    return saveChange(context, services, here, form, change, { next });
  });
}

const UNDID = 'Undid: ';

/** Puts back the plan as it was before its last change, as a new version: nothing is ever taken out of the history. */
async function undoing(services: Services, { kept }: PlanVisit): Promise<() => Edit> {
  const before = await getVersion(services.db, kept.id, kept.version - 1);
  if (!before) return () => ({ refused: 'There is nothing to undo: the plan has just been started.' });
  const said = kept.said.startsWith(UNDID) ? `Did again: ${kept.said.slice(UNDID.length)}` : UNDID + kept.said;
  return () => ({ plan: before.plan, said });
}
