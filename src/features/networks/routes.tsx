import { holdsOn } from '../../domain/date.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { NetworksPage } from './networks-page.tsx';

export function networkRoutes(app: App, services: Services): void {
  app.get(PATHS.networks, (context) => {
    const here = visit(context, services);
    const { catalogue, day } = here.on;
    const byName = catalogue.networks.toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const ended = byName.filter(({ exists }) => exists.until !== null && exists.until < day);
    const page = (
      <NetworksPage
        visit={here}
        open={byName.filter((network) => holdsOn(network.exists, day))}
        ended={ended.toSorted((a, b) => (b.exists.until ?? '').localeCompare(a.exists.until ?? ''))}
        notBegun={byName.filter(({ exists }) => exists.from !== null && day < exists.from)}
      />
    );
    return sendPage(context, here, page);
  });
}
