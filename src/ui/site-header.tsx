import type { VNode } from 'preact';

export interface NavLink {
  readonly text: string;
  readonly href: string;
  readonly current?: boolean;
}

export interface SiteHeaderProps {
  readonly service: string;
  readonly home: string;
  readonly hubLine: string;
  readonly nav: readonly NavLink[];
}

export function SiteHeader({ service, home, hubLine, nav }: SiteHeaderProps): VNode {
  return (
    <header class="app-header">
      <div class="govuk-width-container app-header__inner">
        <div class="app-header__names">
          <a class="app-header__service" href={home}>
            {service}
          </a>
          <span class="app-header__hub">{hubLine}</span>
        </div>
        <nav class="app-header__nav" aria-label="Main">
          <ul class="app-header__list">
            {nav.map(({ text, href, current = false }) => (
              <li key={href} class="app-header__item">
                <a class="app-header__link" href={href} aria-current={current ? 'page' : undefined} data-text={text}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
