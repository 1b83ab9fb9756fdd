import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface InsetTextProps {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function InsetText({ id, class: extra, children }: InsetTextProps): VNode {
  return (
    <div id={id} class={classNames('govuk-inset-text', extra)}>
      {children}
    </div>
  );
}
