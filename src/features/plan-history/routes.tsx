import type { Context } from 'hono';
import { findVersions, getVersion } from '../../db/plans.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, planVisitOf, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { NotFound } from '../../http/problems.ts';
import { saveChange } from '../../http/plan/save-plan.tsx';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { HistoryPage } from './history-page.tsx';
import { VersionPage } from './version-page.tsx';

const SHOWN_AT_ONCE = 50;

export function planHistoryRoutes(app: App, services: Services): void {
  app.get(PATHS.planHistory, async (context) => {
    const here = await planVisit(context, services);
    const before = Number(here.visit.asked.query.get('before') ?? Number.NaN);
    const from = Number.isSafeInteger(before) && before > 0 ? before : here.kept.version + 1;
    const found = await findVersions(services.db, here.kept.id, { before: from, atMost: SHOWN_AT_ONCE + 1 });
    const versions = found.slice(0, SHOWN_AT_ONCE);
    const older = found.length > SHOWN_AT_ONCE ? versions.at(-1)?.version : undefined;
    return sendPage(context, here.visit, <HistoryPage here={here} versions={versions} older={older} />);
  });

  app.get(PATHS.planVersion, async (context) => {
    const here = await planVisit(context, services);
    const version = await versionNamed(context, services, here);
    const then = planVisitOf(here, { ...here.kept, plan: version.plan });
    return sendPage(context, here.visit, <VersionPage here={here} version={version} then={then} />);
  });

  app.post(PATHS.planVersion, async (context) => {
    const here = await planVisit(context, services);
    const { plan, version } = await versionNamed(context, services, here);
    const said = `Went back to version ${version}.`;
    const next = here.planUrls.after();
    return saveChange(context, services, here, await readForm(context), () => ({ plan, said }), { next });
  });
}

async function versionNamed(context: Context, services: Services, { kept }: PlanVisit) {
  const text = context.req.param('version') ?? '';
  const version = /^[1-9]\d{0,8}$/.test(text) ? await getVersion(services.db, kept.id, Number(text)) : undefined;
  if (!version)
    throw new NotFound({ title: 'There is no such version', what: 'The plan’s history lists all there are.' });
  return version;
}
