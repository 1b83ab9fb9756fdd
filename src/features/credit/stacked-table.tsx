import type { ComponentChildren, VNode } from 'preact';

export interface StackedCell {
  readonly content: ComponentChildren;
  /** How many columns it stands for. */
  readonly span?: number;
}

export interface StackedTableProps {
  readonly caption: string;
  /** The first is the rows' own. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly id: string;
    readonly name: ComponentChildren;
    readonly cells: readonly StackedCell[];
  }[];
}

/** A table whose rows become headings with a list under each on a phone: hence the roles, and a name in each cell. */
export function StackedTable({ caption, columns, rows }: StackedTableProps): VNode {
  return (
    <table class="app-credit" role="table">
      <caption class="govuk-visually-hidden">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((name) => (
            <th key={name} class="app-credit__head" scope="col" role="columnheader">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, name, cells }) => (
          <tr key={id} class="app-credit__row" role="row">
            <th class="app-credit__name" scope="row" role="rowheader">
              {name}
            </th>
            {cells.map(({ content, span }, index) => {
              const column = columns[columnOf(cells, index)] ?? '';
              return (
                <td key={column} class="app-credit__cell" role="cell" colSpan={span}>
                  <span class="app-credit__of" aria-hidden="true">
                    {column}
                  </span>
                  <div>{content}</div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Where a cell begins, those before it spanning what they span. */
function columnOf(cells: readonly StackedCell[], index: number): number {
  return cells.slice(0, index).reduce((column, { span = 1 }) => column + span, 1);
}
