import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import { catalogueList } from '../../search/catalogue-list.ts';
import { parseCatalogueQuery, type CatalogueQuery } from '../../search/catalogue-query.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { CataloguePage, type CataloguePageProps } from './catalogue-page.tsx';

/** Longer pages keep a phone waiting; this is about what somebody reads before searching or narrowing. */
export const PAGE_SIZE = 40;

export function catalogueRoutes(app: App, services: Services): void {
  app.get(PATHS.opportunities, (context) => {
    const here = visit(context, services);
    const query = parseCatalogueQuery(here.asked.query, here.asked.personal);
    const props = catalogueOf(here, query);
    return sendPage(context, here, <CataloguePage {...props} />, query.error === undefined ? 200 : 422);
  });
}

export function catalogueOf(here: Visit, query: CatalogueQuery): CataloguePageProps {
  const { rows, ...list } = catalogueList(here.on, here.asked, query);
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return {
    ...list,
    visit: here,
    query: { ...query, page },
    rows: rows.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    left: rows.length,
    pages,
  };
}
