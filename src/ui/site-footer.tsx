import type { VNode } from 'preact';
import type { IsoDate } from '../domain/date.ts';
import { formatDay } from './format.ts';
import type { NavLink } from './site-header.tsx';

export interface SiteFooterProps {
  readonly nav: readonly NavLink[];
  readonly version: string;
  readonly factsCheckedOn: IsoDate;
}

export function SiteFooter({ nav, version, factsCheckedOn }: SiteFooterProps): VNode {
  return (
    <footer class="app-footer">
      <div class="govuk-width-container app-footer__inner">
        <nav aria-label="About this service">
          <ul class="app-footer__list">
            {nav.map(({ text, href }) => (
              <li key={href} class="app-footer__item">
                <a class="app-footer__link" href={href}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="app-footer__note">
          Facts checked {formatDay(factsCheckedOn)}. Version {version}.
        </p>
      </div>
    </footer>
  );
}
