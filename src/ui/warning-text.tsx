import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface WarningTextProps {
  /** What the mark means, for those who cannot see it. */
  readonly iconText?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function WarningText({ iconText = 'Warning', class: extra, children }: WarningTextProps): VNode {
  return (
    <div class={classNames('govuk-warning-text', extra)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>{' '}
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconText}</span> {children}
      </strong>
    </div>
  );
}
