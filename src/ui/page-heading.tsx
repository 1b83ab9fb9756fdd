import type { ComponentChildren, VNode } from 'preact';

/** A page's h1 and the line under it. */
export function PageHeading({
  title,
  lead,
  caption,
}: {
  readonly title: string;
  readonly lead?: ComponentChildren;
  readonly caption?: ComponentChildren;
}): VNode {
  return (
    <>
      {caption != null && <p class="app-page-heading__caption">{caption}</p>}
      <h1 class="govuk-heading-xl app-page-heading">{title}</h1>
      {lead != null && <p class="govuk-body-l app-page-heading__lead">{lead}</p>}
    </>
  );
}
