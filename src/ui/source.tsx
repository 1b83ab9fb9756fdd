import type { VNode } from 'preact';
import type { IsoDate } from '../domain/date.ts';
import { formatDay, formatDayOrMonth } from './format.ts';

export interface SourceProps {
  readonly title: string;
  readonly url: string;
  /** The day, month or year the source gives itself. */
  readonly published?: string | null | undefined;
  readonly checkedOn: IsoDate;
}

/** `Source: title, published, checked day`. The last thing said about anything, after the answer and the reason. */
export function Source({ title, url, published, checkedOn }: SourceProps): VNode {
  return (
    <p class="app-source">
      Source:{' '}
      <a class="app-source__link" href={url}>
        {title}
      </a>
      {published != null && `, ${formatDayOrMonth(published)}`}, checked {formatDay(checkedOn)}
    </p>
  );
}
