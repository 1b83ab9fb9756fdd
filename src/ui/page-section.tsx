import type { ComponentChildren, VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';
import { classNames } from './class-names.ts';

export interface PageSectionProps {
  /** The heading's id, so that a link can lead to the section. */
  readonly id: string;
  readonly name: ComponentChildren;
  readonly lead?: ComponentChildren;
  /** Whose line is drawn above it; the service's own where there is none. */
  readonly route?: RouteId | undefined;
  readonly children: ComponentChildren;
}

/** A part of a page under its line, named by its heading. */
export function PageSection({ id, name, lead, route, children }: PageSectionProps): VNode {
  return (
    <section class="app-page-section" aria-labelledby={id}>
      <header class={classNames('app-route-rule', route && `app-route--${route}`)}>
        <h2 class="app-route-rule__name" id={id}>
          {name}
        </h2>
        {lead != null && <p class="app-route-rule__lead">{lead}</p>}
      </header>
      {children}
    </section>
  );
}
