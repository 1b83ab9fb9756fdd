import type { VNode } from 'preact';
import type { IsoDate } from '../domain/date.ts';
import { formatDay } from './format.ts';

export interface DayBannerProps {
  readonly on: IsoDate;
  readonly todayHref: string;
}

/** Says above everything else that the page is not about today. */
export function DayBanner({ on, todayHref }: DayBannerProps): VNode {
  return (
    <aside class="app-day-banner" aria-label="The day shown">
      <p class="govuk-width-container app-day-banner__text">
        <strong>Showing {formatDay(on)}</strong>, as far as it is known now.{' '}
        <a class="app-day-banner__link" href={todayHref}>
          Go to today
        </a>
      </p>
    </aside>
  );
}
