import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface TagProps {
  readonly class?: string | undefined;
  readonly children?: ComponentChildren;
}

/** A state in a word. It has one colour: the word says which state it is. */
export function Tag({ class: extra, children }: TagProps): VNode {
  return <strong class={classNames('govuk-tag', extra)}>{children}</strong>;
}
