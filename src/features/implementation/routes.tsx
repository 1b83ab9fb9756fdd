import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ImplementationPage } from './implementation-page.tsx';

export function implementationRoutes(app: App, services: Services): void {
  app.get(PATHS.implementation, (context) => {
    const here = visit(context, services);
    const { eef, routes } = here.on.catalogue;
    const first = routes.find((route) => route.id === 'reflect');
    const stops = (first?.stops ?? []).flatMap((id) => here.on.byId.get(id) ?? []);
    return sendPage(context, here, <ImplementationPage visit={here} ideas={eef} route={first} stops={stops} />);
  });
}
