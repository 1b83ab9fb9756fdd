import type { ComponentChildren, VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';
import { classNames } from './class-names.ts';

export interface CompareProps {
  readonly caption: string;
  readonly columns: readonly { readonly name: string; readonly href?: string; readonly route?: RouteId }[];
  /** Each with as many cells as there are columns. */
  readonly rows: readonly { readonly name: string; readonly cells: readonly ComponentChildren[] }[];
}

/**
 * Opportunities side by side. On a phone its rows are stacked, which takes a table's meaning away in some browsers:
 * hence the roles, and a name in each cell that only the stacked form shows.
 */
export function Compare({ caption, columns, rows }: CompareProps): VNode {
  return (
    <table class="app-compare" role="table">
      <caption class="app-compare__caption">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <td class="app-compare__corner" role="cell" />
          {columns.map(({ name, href, route }) => (
            <th
              key={name}
              class={classNames('app-compare__head', route && `app-route--${route}`)}
              scope="col"
              role="columnheader"
            >
              {href === undefined ? (
                name
              ) : (
                <a class="app-compare__link" href={href}>
                  {name}
                </a>
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.name} class="app-compare__row" role="row">
            <th class="app-compare__name" scope="row" role="rowheader">
              {row.name}
            </th>
            {columns.map(({ name, route }, index) => (
              <td key={name} class={classNames('app-compare__cell', route && `app-route--${route}`)} role="cell">
                <span class="app-compare__of" aria-hidden="true">
                  {name}
                </span>
                {row.cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
