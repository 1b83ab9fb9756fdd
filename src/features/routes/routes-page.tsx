import type { VNode } from 'preact';
import type { Route } from '../../domain/catalogue/catalogue.ts';
import type { Visit } from '../../http/page.ts';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';

export interface RouteRow {
  readonly route: Route;
  readonly all: number;
  /** Once something was answered. */
  readonly open: number | undefined;
}

const TITLE = 'The routes side by side';
const COLUMNS = ['Who it suits', 'Asks of you', 'Asks of your school', 'Leads to'] as const;

/** What each route is, asks and leads to, so that they can be held against one another. */
export function RoutesPage({ visit, rows }: { readonly visit: Visit; readonly rows: readonly RouteRow[] }): VNode {
  const { asked, frame } = visit;
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      description="The routes open to a teacher in England after a specialist NPQ: what each one is, what it asks of you and your school, and what it leads to."
    >
      <PageHeading
        title={TITLE}
        lead="Every route starts from your specialist NPQ. They connect, you can take more than one, and none has to come first."
      />
      {asked.beforeAll ? <NothingHeld /> : <RouteTable visit={visit} rows={rows} />}
    </Layout>
  );
}

/** On a narrow page its rows are stacked, which takes a table's meaning away in some browsers: hence the roles. */
function RouteTable({ visit, rows }: { readonly visit: Visit; readonly rows: readonly RouteRow[] }): VNode {
  return (
    <table class="app-route-table" role="table">
      <caption class="govuk-visually-hidden">What each route is, asks and leads to</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th class="app-route-table__corner" scope="col" role="columnheader">
            Route
          </th>
          {COLUMNS.map((name) => (
            <th key={name} class="app-route-table__head" scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <Row key={row.route.id} visit={visit} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ visit, row }: { readonly visit: Visit; readonly row: RouteRow }): VNode {
  const { route } = row;
  const { on, urls } = visit;
  const cells = [route.suits, route.asksOfYou, route.asksOfSchool, route.leadsTo];
  return (
    <tr class={`app-route-table__row app-route--${route.id}`} role="row">
      <th class="app-route-table__name" scope="row" role="rowheader">
        <a class="app-route-table__link" href={urls.route(route)}>
          {route.name}
        </a>
        <span class="app-route-table__tagline">{route.tagline}</span>
        <span class="app-route-table__count">{countWords(row)}</span>
      </th>
      {COLUMNS.map((name, index) => (
        <td key={name} class="app-route-table__cell" role="cell">
          <span class="app-route-table__of" aria-hidden="true">
            {name}
          </span>
          <Prose text={cells[index] ?? ''} on={on} urls={urls} />
        </td>
      ))}
    </tr>
  );
}

function countWords({ all, open }: RouteRow): string {
  return open === undefined ? formatCount(all, 'next step') : `${open} of ${formatCount(all, 'next step')} open to you`;
}
