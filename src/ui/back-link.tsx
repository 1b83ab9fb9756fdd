import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface BackLinkProps {
  readonly href: string;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function BackLink({ href, class: extra, children = 'Back' }: BackLinkProps): VNode {
  return (
    <a href={href} class={classNames('govuk-back-link', extra)}>
      {children}
    </a>
  );
}
