import type { MiddlewareHandler } from 'hono';
import type { App } from '../../http/app-type.ts';
import { getCatalogueState } from '../../db/catalogue.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';

/** A proxy's copy of "ready" would be told of a service that is not. */
const keptNowhere: MiddlewareHandler = async (context, next) => {
  context.header('Cache-Control', 'no-store');
  await next();
};

/** `/healthz`: the process answers. `/readyz`: it can do its work, the database included. */
export function healthRoutes(app: App, { db, catalogue }: Services): void {
  app.use(PATHS.health, keptNowhere);
  app.use(PATHS.ready, keptNowhere);
  app.get(PATHS.health, (context) => context.json({ status: 'ok' }));
  app.get(PATHS.ready, async (context) => {
    // A database that cannot be asked is what is asked here: no error of the service.
    const state = await getCatalogueState(db).catch(() => undefined);
    const ready = state !== undefined && catalogue.current().opportunities.length > 0;
    return context.json({ status: ready ? 'ready' : 'not ready' }, ready ? 200 : 503);
  });
}
