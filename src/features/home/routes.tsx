import { assessAll } from '../../domain/matching/assess.ts';
import { profileFrom } from '../../domain/matching/answers.ts';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { HomePage } from './home-page.tsx';

export function homeRoutes(app: App, services: Services): void {
  app.get(PATHS.home, (context) => {
    const here = visit(context, services);
    const { opportunities } = here.on;
    const open = here.asked.personal
      ? new Set(
          assessAll(opportunities, profileFrom(here.asked.answers), here.on.day)
            .filter((one) => one.verdict === 'open')
            .map((one) => one.opportunity.id),
        )
      : undefined;
    const counts = new Map(
      ROUTE_IDS.map((id) => {
        const own = opportunities.filter((opportunity) => opportunity.route === id);
        return [
          id,
          { all: own.length, ...(open ? { open: own.filter((opportunity) => open.has(opportunity.id)).length } : {}) },
        ];
      }),
    );
    return sendPage(context, here, <HomePage visit={here} counts={counts} />);
  });
}
