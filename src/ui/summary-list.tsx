import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface SummaryAction {
  readonly href: string;
  readonly text: ComponentChildren;
  /** What is changed, for those who hear the link alone: "Change *your school*". */
  readonly hiddenText?: string | undefined;
}

export interface SummaryRow {
  readonly key: ComponentChildren;
  readonly value: ComponentChildren;
  readonly actions?: readonly SummaryAction[] | undefined;
}

export interface SummaryListProps {
  readonly rows: readonly (SummaryRow | false | null | undefined)[];
  readonly noBorder?: boolean | undefined;
  readonly class?: string | undefined;
}

export function SummaryList({ rows, noBorder = false, class: extra }: SummaryListProps): VNode {
  const shown = rows.filter((row) => !!row);
  const anyActions = shown.some(({ actions = [] }) => actions.length > 0);
  return (
    <dl class={classNames('govuk-summary-list', noBorder && 'govuk-summary-list--no-border', extra)}>
      {shown.map((row, index) => (
        <Row key={index} row={row} lacksActions={anyActions && !row.actions} />
      ))}
    </dl>
  );
}

function Row({ row, lacksActions }: { readonly row: SummaryRow; readonly lacksActions: boolean }): VNode {
  const { actions = [] } = row;
  return (
    <div class={classNames('govuk-summary-list__row', lacksActions && 'govuk-summary-list__row--no-actions')}>
      <dt class="govuk-summary-list__key">{row.key}</dt>
      <dd class="govuk-summary-list__value">{row.value}</dd>
      {actions.length > 0 && (
        <dd class="govuk-summary-list__actions">
          <Actions actions={actions} />
        </dd>
      )}
    </div>
  );
}

function Actions({ actions }: { readonly actions: readonly SummaryAction[] }): VNode {
  const links = actions.map(({ href, text, hiddenText }) => (
    <a key={href} class="govuk-link" href={href}>
      {text}
      {hiddenText && <span class="govuk-visually-hidden"> {hiddenText}</span>}
    </a>
  ));
  if (links.length === 1) return <>{links}</>;
  return (
    <ul class="govuk-summary-list__actions-list">
      {links.map((link, index) => (
        <li key={index} class="govuk-summary-list__actions-list-item">
          {link}
        </li>
      ))}
    </ul>
  );
}
