import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface SkipLinkProps {
  readonly href?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function SkipLink({ href = '#content', class: extra, children }: SkipLinkProps): VNode {
  return (
    <a href={href} class={classNames('govuk-skip-link', extra)} data-module="govuk-skip-link">
      {children}
    </a>
  );
}
