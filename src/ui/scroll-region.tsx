import type { ComponentChildren, VNode } from 'preact';

export interface ScrollRegionProps {
  readonly label: string;
  readonly children: ComponentChildren;
}

/** Lets a wide table scroll by itself. It takes the focus, so that the arrow keys can move it. */
export function ScrollRegion({ label, children }: ScrollRegionProps): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="app-scroll" role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  );
}
