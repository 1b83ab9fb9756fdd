import { profileFrom } from '../../domain/matching/answers.ts';
import { assessAll } from '../../domain/matching/assess.ts';
import { rank, type Ranked } from '../../domain/matching/ranking.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { RoutePage } from './route-page.tsx';
import { RoutesPage } from './routes-page.tsx';
import { stepsOf } from './route-steps.ts';

export function routeRoutes(app: App, services: Services): void {
  app.get(PATHS.routes, (context) => {
    const here = visit(context, services);
    const ranked = rankedFor(here);
    const rows = here.on.catalogue.routes.map((route) => {
      const { own } = stepsOf(route, here.on, ranked);
      const open = own.filter((step) => step.judged?.verdict === 'open').length;
      return { route, all: own.length, open: ranked && open };
    });
    return sendPage(context, here, <RoutesPage visit={here} rows={rows} />);
  });

  app.get(PATHS.route, (context) => {
    const here = visit(context, services);
    const { routes } = here.on.catalogue;
    const route = routes.find((one) => one.id === context.req.param('id'));
    if (!route) throw new NotFound();
    const steps = stepsOf(route, here.on, rankedFor(here));
    return sendPage(
      context,
      here,
      <RoutePage visit={here} route={route} steps={steps} others={routes.filter((one) => one !== route)} />,
    );
  });
}

/** Every opportunity of the day judged, where the address says anything of a person. */
function rankedFor({ asked, on }: Visit): readonly Ranked[] | undefined {
  if (!asked.personal) return undefined;
  const profile = { ...profileFrom(asked.answers), ...(asked.aims.length > 0 ? { aims: asked.aims } : {}) };
  return rank(assessAll(on.opportunities, profile, on.day), profile, on);
}
