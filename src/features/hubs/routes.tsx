import { findSplitDistricts } from '../../db/hub-areas.ts';
import { getSchool } from '../../db/schools.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { HubAreaPage } from './hub-area-page.tsx';
import { HubsPage } from './hubs-page.tsx';

export function hubAreaRoutes(app: App, services: Services): void {
  app.get(PATHS.hubs, (context) => {
    const here = visit(context, services);
    const data = services.schools.ready() ? services.schools.current() : undefined;
    const page = <HubsPage visit={here} areas={data && [...data.hubAreas.values()]} />;
    return sendPage(context, { ...here, restsOn: data?.version ?? 'loading' }, page);
  });

  app.get(PATHS.hubArea, async (context) => {
    const here = visit(context, services);
    if (!services.schools.ready())
      return sendPage(context, { ...here, restsOn: 'loading' }, <HubsPage visit={here} areas={undefined} />);
    const { hubAreas, version } = services.schools.current();
    const area = hubAreas.get((context.req.param('area') ?? '').toUpperCase());
    if (!area) throw new NotFound({ title: 'There is no such hub area', what: 'No hub area has that code.' });
    const split = (await findSplitDistricts(services.db))
      .filter(({ areas }) => areas.includes(area.area))
      .map(({ name, areas }) => ({
        name,
        others: areas.filter((code) => code !== area.area).flatMap((code) => hubAreas.get(code) ?? []),
      }));
    const leadSchool = await getSchool(services.db, area.leadSchool.urn);
    const page = <HubAreaPage visit={here} area={area} split={split} leadSchool={leadSchool} />;
    return sendPage(context, { ...here, restsOn: version }, page);
  });
}
