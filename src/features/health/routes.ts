import type { App } from '../../http/app-type.ts';
import { getCatalogueState } from '../../db/catalogue.ts';
import type { Services } from '../../services.ts';
import { PATHS } from '../../urls.ts';

/** `/healthz`: the process answers. `/readyz`: it can do its work, the database included. */
export function healthRoutes(app: App, { db, catalogue }: Services): void {
  app.get(PATHS.health, (context) => context.json({ status: 'ok' }));
  app.get(PATHS.ready, async (context) => {
    const state = await getCatalogueState(db);
    const ready = state !== undefined && catalogue.current().opportunities.length > 0;
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
}
