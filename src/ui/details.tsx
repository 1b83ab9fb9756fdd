import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface DetailsProps {
  readonly summary: ComponentChildren;
  readonly open?: boolean | undefined;
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Details({ summary, open, id, class: extra, children }: DetailsProps): VNode {
  return (
    <details id={id} class={classNames('govuk-details', extra)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
