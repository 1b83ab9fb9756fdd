import { Hono } from 'hono';
import { assetRoutes } from './features/assets/routes.ts';
import { healthRoutes } from './features/health/routes.ts';
import { briefingRoutes } from './features/briefing/routes.tsx';
import { homeRoutes } from './features/home/routes.tsx';
import { resultsRoutes } from './features/results/routes.tsx';
import { checkRoutes } from './features/check/routes.tsx';
import { catalogueRoutes } from './features/opportunities/catalogue-routes.tsx';
import { compareRoutes } from './features/compare/routes.tsx';
import { opportunityRoutes } from './features/opportunities/routes.tsx';
import { factRoutes } from './features/facts/routes.tsx';
import { routeRoutes } from './features/routes/routes.tsx';
import { changeRoutes } from './features/changes/routes.tsx';
import { npqRoutes } from './features/npqs/routes.tsx';
import { fundingRoutes } from './features/funding/routes.tsx';
import { creditRoutes } from './features/credit/routes.tsx';
import { schoolRoutes } from './features/schools/routes.tsx';
import { hubAreaRoutes } from './features/hubs/routes.tsx';
import { nearRoutes } from './features/near/routes.tsx';
import { providerRoutes } from './features/providers/routes.tsx';
import { networkRoutes } from './features/networks/routes.tsx';
import { implementationRoutes } from './features/implementation/routes.tsx';
import { halfTermRoutes } from './features/half-terms/routes.tsx';
import { hubRoutes } from './features/hub/routes.tsx';
import { aboutRoutes } from './features/about/routes.tsx';
import { problemPages } from './features/problems/routes.tsx';
import { plansRoutes } from './features/plans/routes.tsx';
import { planRoutes } from './features/plan/routes.tsx';
import { planStepRoutes } from './features/plan-steps/routes.tsx';
import { planGoalRoutes } from './features/plan-goals/routes.tsx';
import { planPhaseRoutes } from './features/plan-phases/routes.tsx';
import { planSettingsRoutes } from './features/plan-settings/routes.tsx';
import { planHistoryRoutes } from './features/plan-history/routes.tsx';
import { planFileRoutes } from './features/plan-files/routes.tsx';
import type { App } from './http/app-type.ts';
import { bodyGuard } from './http/body-guard.ts';
import { sameOriginOnly } from './http/same-origin.ts';
import { requestLog, type Log, type RequestVariables } from './http/request-log.ts';
import { securityHeaders } from './http/security-headers.ts';
import type { Services } from './services.ts';

/** The whole application as one function from request to answer: what tests call is what is served. */
export function createApp(services: Services, log: Log = () => undefined): App {
  const app: App = new Hono<{ Variables: RequestVariables }>();
  app.use(requestLog(log));
  app.use(securityHeaders(services.config.production));
  for (const guard of bodyGuard()) app.use(guard);
  app.use(sameOriginOnly(services.config));
  healthRoutes(app, services);
  assetRoutes(app, services);
  homeRoutes(app, services);
  checkRoutes(app, services);
  resultsRoutes(app, services);
  catalogueRoutes(app, services);
  opportunityRoutes(app, services);
  compareRoutes(app, services);
  factRoutes(app, services);
  routeRoutes(app, services);
  changeRoutes(app, services);
  npqRoutes(app, services);
  fundingRoutes(app, services);
  creditRoutes(app, services);
  schoolRoutes(app, services);
  hubAreaRoutes(app, services);
  nearRoutes(app, services);
  providerRoutes(app, services);
  networkRoutes(app, services);
  implementationRoutes(app, services);
  halfTermRoutes(app, services);
  hubRoutes(app, services);
  aboutRoutes(app, services);
  planFeatures(app, services);
  briefingRoutes(app, services);
  problemPages(app, services, log);
  return app;
}

/** What a teacher does with a plan of their own, under its private link. */
function planFeatures(app: App, services: Services): void {
  plansRoutes(app, services);
  planRoutes(app, services);
  planStepRoutes(app, services);
  planPhaseRoutes(app, services);
  planGoalRoutes(app, services);
  planSettingsRoutes(app, services);
  planHistoryRoutes(app, services);
  planFileRoutes(app, services);
}
