import type { App } from '../../http/app-type.ts';
import { keptNowhere, sendPage, visit } from '../../http/page.ts';
import { cleanQuery } from '../../search/normalise.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { nearIt, placeAsked, type NearSources } from './near-it.ts';
import { NearPage } from './near-page.tsx';

export function nearRoutes(app: App, services: Services): void {
  app.get(PATHS.near, (context) => {
    const here = visit(context, services);
    const postcode = cleanQuery(here.asked.query.get('postcode') ?? '').slice(0, 12);
    const finding = services.finder.current();
    const sources: NearSources | undefined = finding && {
      ...finding,
      hubAreas: services.schools.current().hubAreas,
      on: here.on,
    };
    const asked = sources && placeAsked(sources, here.asked.school, postcode);
    const near = sources && asked?.place ? nearIt(sources, asked.place, asked.areas) : undefined;
    const page = <NearPage visit={here} ready={sources !== undefined} postcode={postcode} asked={asked} near={near} />;
    const isPersonal = postcode !== '' || here.asked.personal;
    if (isPersonal) return sendPage(context, keptNowhere(here), page);
    return sendPage(context, { ...here, restsOn: sources ? services.schools.current().version : 'loading' }, page);
  });
}
