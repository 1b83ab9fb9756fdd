import type { VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';

export interface RouteCountItem {
  readonly route: RouteId;
  readonly href: string;
  readonly count: number;
  /** What follows the number: the route's name, or "now, 3 from November 2027". */
  readonly text: string;
}

/** How many are open on each route, each leading to its section. */
export function RouteCount({ items }: { readonly items: readonly RouteCountItem[] }): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ul class="app-route-count" role="list">
      {items.map(({ route, href, count, text }) => (
        <li key={route} class={`app-route-count__item app-route--${route}`}>
          <a class="app-route-count__link" href={href}>
            <span class="app-route-count__number">{count}</span> {text}
          </a>
        </li>
      ))}
    </ul>
  );
}
