import { Hono } from 'hono';
import { assetRoutes } from './features/assets/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { homeRoutes } from './features/home/routes.tsx';
import { resultsRoutes } from './features/results/routes.tsx';
import { checkRoutes } from './features/check/routes.tsx';
import { opportunityRoutes } from './features/opportunities/routes.tsx';
import { factRoutes } from './features/facts/routes.tsx';
import { problemPages } from './features/problems/routes.tsx';
import type { App } from './http/app-type.ts';
import { bodyGuard } from './http/body-guard.ts';
import { compression } from './http/compression.ts';
import { requestLog, type Log, type RequestVariables } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Services } from './services.ts';

/** The whole application as one function from request to answer: what tests call is what is served. */
export function createApp(services: Services, log: Log = () => undefined): App {
  const app: App = new Hono<{ Variables: RequestVariables }>();
  app.use(requestLog(log));
  app.use(compression());
  app.use(securityHeaders(services.config.production));
  for (const guard of bodyGuard()) app.use(guard);
  healthRoutes(app, services);
  assetRoutes(app, services);
  homeRoutes(app, services);
  checkRoutes(app, services);
  resultsRoutes(app, services);
  opportunityRoutes(app, services);
  factRoutes(app, services);
  problemPages(app, services, log);
  return app;
}
