import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface ErrorMessageProps {
  readonly id?: string | undefined;
  /** Said before the message to those who cannot see its colour; empty to say nothing. */
  readonly prefix?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function ErrorMessage({ id, prefix = 'Error', class: extra, children }: ErrorMessageProps): VNode {
  return (
    <p id={id} class={classNames('govuk-error-message', extra)}>
      {prefix && (
        <>
          <span class="govuk-visually-hidden">{prefix}:</span>{' '}
        </>
      )}
      {children}
    </p>
  );
}
