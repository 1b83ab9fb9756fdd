import { profileFrom } from '../../domain/matching/answers.ts';
import { assessAll } from '../../domain/matching/assess.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage, visit, type Visit } from '../../http/page.ts';
import { search, suggestionFor } from '../../search/search.ts';
import type { Services } from '../../services.ts';
import { PATHS } from '../../urls.ts';
import { parseCatalogueQuery, type CatalogueQuery } from './catalogue-form.ts';
import { CataloguePage, type CataloguePageProps } from './catalogue-page.tsx';
import { countsOf, narrowed, rowsOf, sorted } from './narrow.ts';

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
  const { on, asked } = here;
  const answerable = query.error === undefined;
  const found =
    answerable && query.q !== ''
      ? search(on, query.q)
      : { opportunities: answerable ? on.opportunities : [], ended: [], readings: [] };
  const assessed = asked.personal ? assessAll(on.opportunities, profileFrom(asked.answers), on.day) : [];
  const rows = rowsOf(
    sorted(found.opportunities, query.sort, on.day),
    on,
    new Map(assessed.map((one) => [one.opportunity.id, one])),
  );
  const left = narrowed(rows, query.chosen);
  const pages = Math.max(1, Math.ceil(left.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  return {
    visit: here,
    query: { ...query, page },
    rows: left.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE),
    left: left.length,
    found: found.opportunities.length,
    pages,
    counts: countsOf(rows, query.chosen),
    ended: found.ended,
    readings: found.readings,
    suggestion: found.opportunities.length === 0 && answerable ? suggestionFor(on, query.q) : undefined,
  };
}
