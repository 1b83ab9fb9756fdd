import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface TableCell {
  readonly text: ComponentChildren;
  /** Set to the right, in figures of one width. */
  readonly numeric?: boolean | undefined;
  readonly colSpan?: number | undefined;
  readonly rowSpan?: number | undefined;
  readonly class?: string | undefined;
}

/** A cell that is nothing but its words may be given as them. */
export type Cell = TableCell | string | number;

export interface TableProps {
  readonly caption?: string | undefined;
  readonly captionSize?: 's' | 'm' | 'l' | 'xl' | undefined;
  readonly head?: readonly Cell[] | undefined;
  readonly rows: readonly (readonly Cell[] | false | null | undefined)[];
  readonly firstCellIsHeader?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Table(props: TableProps): VNode {
  const { caption, captionSize, head, rows, firstCellIsHeader = false } = props;
  return (
    <table class={classNames('govuk-table', props.class)}>
      {caption !== undefined && (
        <caption class={classNames('govuk-table__caption', captionSize && `govuk-table__caption--${captionSize}`)}>
          {caption}
        </caption>
      )}
      {head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {head.map((cell, index) => (
              <HeaderCell key={index} cell={cell} scope="col" />
            ))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {rows.map(
          (row, rowIndex) =>
            row && (
              <tr key={rowIndex} class="govuk-table__row">
                {row.map((cell, index) =>
                  firstCellIsHeader && index === 0 ? (
                    <HeaderCell key={index} cell={cell} scope="row" />
                  ) : (
                    <DataCell key={index} cell={cell} />
                  ),
                )}
              </tr>
            ),
        )}
      </tbody>
    </table>
  );
}

function HeaderCell({ cell, scope }: { readonly cell: Cell; readonly scope: 'col' | 'row' }): VNode {
  const { text, numeric, colSpan, rowSpan, class: extra } = asCell(cell);
  const isNumeric = scope === 'col' && numeric;
  return (
    <th
      scope={scope}
      class={classNames('govuk-table__header', isNumeric && 'govuk-table__header--numeric', extra)}
      colSpan={colSpan}
      rowSpan={rowSpan}
    >
      {text}
    </th>
  );
}

function DataCell({ cell }: { readonly cell: Cell }): VNode {
  const { text, numeric, colSpan, rowSpan, class: extra } = asCell(cell);
  return (
    <td
      class={classNames('govuk-table__cell', numeric && 'govuk-table__cell--numeric', extra)}
      colSpan={colSpan}
      rowSpan={rowSpan}
    >
      {text}
    </td>
  );
}

function asCell(cell: Cell): TableCell {
  return typeof cell === 'object' ? cell : { text: cell };
}
