import type { ComponentChildren, VNode } from 'preact';

export interface FactLinkProps {
  /** The fact's page, where its source and its history stand. */
  readonly href: string;
  /** The figure as it stands in the sentence. */
  readonly text: ComponentChildren;
  /** The source in a few words, such as "DfE, 18 May 2026". */
  readonly title?: string | undefined;
}

/** A figure that leads to its source. It reads as a word of the sentence, and says "source" to whoever cannot see dots. */
export function FactLink({ href, text, title }: FactLinkProps): VNode {
  return (
    <a class="app-fact" href={href} title={title && `Source: ${title}`}>
      {text}
      <span class="govuk-visually-hidden"> (source)</span>
    </a>
  );
}

/** A figure of our own reckoning, said to be so. */
export function Estimate({
  text,
  isOpenEnded = false,
}: {
  readonly text: ComponentChildren;
  readonly isOpenEnded?: boolean;
}): VNode {
  return (
    <span class="app-fact-estimate">
      {!isOpenEnded && 'about '}
      {text} <span class="app-fact-estimate__note">our estimate</span>
    </span>
  );
}
