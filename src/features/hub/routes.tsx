import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { HubPage } from './hub-page.tsx';

export function hubRoutes(app: App, services: Services): void {
  app.get(PATHS.hub, (context) => {
    const here = visit(context, services);
    const { catalogue, opportunities } = here.on;
    const { hub } = catalogue;
    const own = opportunities.filter(
      (opportunity) => opportunity.owner === hub.id || opportunity.areas.includes(hub.area),
    );
    return sendPage(context, here, <HubPage visit={here} hub={hub} own={own} />);
  });
}
