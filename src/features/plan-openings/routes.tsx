import type { App } from '../../http/app-type.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit } from '../../http/plan/plan-visit.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { readLog } from './log.ts';
import { OpeningsPage } from './openings-page.tsx';

/** Who opened a plan and when, beside what was changed in it. */
export function planOpeningRoutes(app: App, services: Services): void {
  app.get(PATHS.planOpenings, async (context) => {
    const here = await planVisit(context, services);
    const log = await readLog(services.db, here);
    return sendPage(context, here.visit, <OpeningsPage here={here} log={log} />);
  });
}
