import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface HintProps {
  readonly id?: string | undefined;
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

export function Hint({ id, class: extra, children }: HintProps): VNode {
  return (
    <div id={id} class={classNames('govuk-hint', extra)}>
      {children}
    </div>
  );
}
