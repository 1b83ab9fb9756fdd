import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { cohortsOn, isOffered, npqEntry } from './npq-entries.ts';
import { NpqsPage } from './npqs-page.tsx';

export function npqRoutes(app: App, services: Services): void {
  app.get(PATHS.npqs, (context) => {
    const here = visit(context, services);
    const { npqs } = here.on.catalogue;
    const page = (
      <NpqsPage
        visit={here}
        entries={npqs.filter((npq) => isOffered(npq, here.on)).map((npq) => npqEntry(npq, here.on))}
        notOffered={npqs.filter((npq) => !isOffered(npq, here.on))}
        cohorts={cohortsOn(here.on)}
      />
    );
    return sendPage(context, here, page);
  });
}
