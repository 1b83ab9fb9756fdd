import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export type TextSize = 's' | 'm' | 'l' | 'xl';

export interface LabelProps {
  readonly for?: string | undefined;
  readonly size?: TextSize | undefined;
  /** The label is the page's question and so its h1. */
  readonly isPageHeading?: boolean | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Label({ for: inputId, size, isPageHeading = false, class: extra, children }: LabelProps): VNode {
  const label = (
    <label class={classNames('govuk-label', extra, size && `govuk-label--${size}`)} for={inputId}>
      {children}
    </label>
  );
  return isPageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
