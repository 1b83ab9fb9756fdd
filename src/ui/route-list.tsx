import type { ComponentChildren, VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';

export interface RouteListItem {
  readonly route: RouteId;
  readonly name: string;
  readonly href: string;
  readonly text: ComponentChildren;
  /** How many next steps are on it, in words. */
  readonly count?: ComponentChildren;
}

/** The routes with their lines, names and taglines. */
export function RouteList({ routes }: { readonly routes: readonly RouteListItem[] }): VNode {
  return (
    // oxlint-disable-next-line jsx-a11y/no-redundant-roles
    <ul class="app-route-list" role="list">
      {routes.map(({ route, name, href, text, count }) => (
        <li key={route} class={`app-route-list__item app-route--${route}`}>
          <h3 class="app-route-list__name">
            <a class="app-route-list__link" href={href}>
              {name}
            </a>
          </h3>
          <p class="app-route-list__text">{text}</p>
          {count != null && <p class="app-route-list__count">{count}</p>}
        </li>
      ))}
    </ul>
  );
}
