import type { ComponentChildren, VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';

export interface RouteRuleProps {
  readonly route: RouteId;
  /** The heading's own id, so that a link can lead to the section. */
  readonly id?: string | undefined;
  readonly level?: 1 | 2 | 3;
  readonly name: ComponentChildren;
  /** A line under the name: how many are open, or what would change it. */
  readonly lead?: ComponentChildren;
}

/** The route's line, its name and what is to be said of it: the head of a route's section. */
export function RouteRule({ route, id, level = 2, name, lead }: RouteRuleProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <header class={`app-route-rule app-route--${route}`}>
      <Heading class="app-route-rule__name" id={id}>
        {name}
      </Heading>
      {lead != null && <p class="app-route-rule__lead">{lead}</p>}
    </header>
  );
}
