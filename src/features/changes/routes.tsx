import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { ChangesPage } from './changes-page.tsx';

export function changeRoutes(app: App, services: Services): void {
  app.get(PATHS.changes, (context) => {
    const here = visit(context, services);
    // Whatever day is asked for, the page holds what was said then against what is known now.
    const now = services.catalogue.on(here.today);
    return sendPage(context, here, <ChangesPage visit={here} now={now} claims={now.catalogue.claims} />);
  });
}
