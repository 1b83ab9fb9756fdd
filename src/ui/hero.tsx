import type { ComponentChildren, VNode } from 'preact';

export interface HeroProps {
  readonly title: string;
  readonly lead?: ComponentChildren;
  /** The page's one button. */
  readonly action?: ComponentChildren;
  readonly note?: ComponentChildren;
  /** The route map, or whatever else stands in the panel. */
  readonly children?: ComponentChildren;
}

/** The warm panel a page opens with. It holds the page's h1. */
export function Hero({ title, lead, action, note, children }: HeroProps): VNode {
  return (
    <div class="app-hero">
      <div class="govuk-width-container app-hero__inner">
        <h1 class="app-hero__title">{title}</h1>
        {lead != null && <p class="app-hero__lead">{lead}</p>}
        {action != null && <div class="app-hero__action">{action}</div>}
        {note != null && <p class="app-hero__note">{note}</p>}
        {children != null && <div class="app-hero__more">{children}</div>}
      </div>
    </div>
  );
}
