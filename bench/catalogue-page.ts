import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Hono } from 'hono';
import { readConfig } from '../src/config.ts';
import { parseCatalogueQuery } from '../src/search/catalogue-query.ts';
import { CataloguePage, type CataloguePageProps } from '../src/features/opportunities/catalogue-page.tsx';
import { catalogueOf } from '../src/features/opportunities/catalogue-routes.tsx';
import { documentOf, visit } from '../src/http/page.ts';
import { openServices } from '../src/services/services.ts';
import { catalogueView } from './catalogue-view.ts';
import { cpuPerCall, interleaved, print, times } from './measure.ts';
import { demandSameContent, demandSameWeight } from './read-html.ts';
import { TODAY } from './servers.ts';
import { taggedCatalogue } from './tagged-catalogue.ts';

/** Short turns, many of them: on a busy machine both sides then meet the same weather. */
const ROUND_MS = 200;
const ROUNDS = 15;
const BENCH = import.meta.dirname;

/** What the page is rendered from, made by the service itself for the catalogue as it stands before any search. */
async function propsOfFirstPage(): Promise<CataloguePageProps> {
  const services = await openServices(readConfig({ NODE_ENV: 'test', TODAY }), { database: ':memory:' });
  let props: CataloguePageProps | undefined;
  const app = new Hono().get('/opportunities', (context) => {
    const here = visit(context, services);
    props = catalogueOf(here, parseCatalogueQuery(here.asked.query, false));
    return context.body(null);
  });
  await app.request('/opportunities');
  await services.close();
  if (props?.rows.length !== 40) throw new Error('the first page of the catalogue has not 40 rows');
  return props;
}

interface Nunjucks {
  readonly Environment: new (loader: unknown, options: object) => { render(name: string, data: object): string };
  readonly FileSystemLoader: new (paths: readonly string[], options: object) => unknown;
}

/** Nunjucks as it is fastest: templates compiled once, no watching, its data already plain. */
function nunjucksRenderer(view: object): () => string {
  const nunjucks = createRequire(join(BENCH, 'package.json'))('nunjucks') as Nunjucks;
  const paths = [
    join(BENCH, 'nunjucks'),
    join(BENCH, 'kit/app/views'),
    join(BENCH, 'node_modules/govuk-frontend/dist'),
  ];
  const environment = new nunjucks.Environment(new nunjucks.FileSystemLoader(paths, { noCache: false, watch: false }), {
    autoescape: true,
  });
  return () => environment.render('catalogue.njk', { view });
}

const props = await propsOfFirstPage();
const ours = () => documentOf(CataloguePage(props));
const tagged = () => taggedCatalogue(props);
const page = ours();
const nunjucks = nunjucksRenderer(catalogueView(page));
demandSameContent(page, nunjucks());
demandSameWeight(page, tagged());

const round = (render: () => string) => () => cpuPerCall(ROUND_MS, render);
await interleaved(5, { ours: round(ours), nunjucks: round(nunjucks), tagged: round(tagged) });
const cpu = await interleaved(ROUNDS, { ours: round(ours), nunjucks: round(nunjucks), tagged: round(tagged) });
print({
  rows: [
    {
      what: 'Rendering a catalogue page of 40 rows',
      ours: `${cpu.ours.toFixed(2)} ms of processor`,
      against: `nunjucks with govuk-frontend’s macros: ${cpu.nunjucks.toFixed(2)} ms`,
      result: `${times(cpu.nunjucks / cpu.ours)} as fast`,
      wanted: 'at least 5 times',
      reached: cpu.nunjucks / cpu.ours >= 5,
    },
    {
      what: 'The same page, against the least it can cost',
      ours: `${cpu.ours.toFixed(2)} ms of processor`,
      against: `plain tagged templates: ${cpu.tagged.toFixed(2)} ms`,
      result: `${(cpu.ours / cpu.tagged).toFixed(2)} times the processor`,
      wanted: 'at most 3.5 times',
      reached: cpu.ours / cpu.tagged <= 3.5,
    },
  ],
  shortcut:
    'Give the peer a longer page, let it compile its templates each time, or weigh ours against templates that do not escape or do not do the same work.',
  ruledOut:
    'Nunjucks is handed our words as plain data and keeps compiled templates; its page is compared with ours word for word, link for link, field for field. The plain templates escape every part, start from the same data as ours, do the same sums, dates and addresses by the same functions, and must give the same words, links and fields in as many elements and letters of markup, give or take three in a hundred. Processor time, not the clock, is what is compared.',
});
