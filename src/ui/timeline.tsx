import type { ComponentChildren, VNode } from 'preact';
import type { RouteId } from '../domain/catalogue/route.ts';
import { classNames } from './class-names.ts';

export interface TimelineItem {
  readonly key: string;
  readonly when?: ComponentChildren;
  readonly title: ComponentChildren;
  /** It holds no longer. */
  readonly ended?: boolean | undefined;
  readonly content?: ComponentChildren;
}

export interface TimelineProps {
  readonly route?: RouteId | undefined;
  readonly level?: 2 | 3 | 4;
  readonly items: readonly TimelineItem[];
}

/** Stops down a line: a fact's values through time, or a document's claims in order. */
export function Timeline({ route, level = 3, items }: TimelineProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <ol class={classNames('app-timeline', route && `app-route--${route}`)}>
      {items.map(({ key, when, title, ended = false, content }) => (
        <li key={key} class={classNames('app-timeline__item', ended && 'app-timeline__item--ended')}>
          {when != null && <p class="app-timeline__when">{when}</p>}
          <Heading class="app-timeline__title">{title}</Heading>
          {content}
        </li>
      ))}
    </ol>
  );
}

export interface ThenAndNowProps {
  readonly then: ComponentChildren;
  readonly now: ComponentChildren;
  readonly thenName?: string;
  readonly nowName?: string;
}

/** What was said, beside what holds. */
export function ThenAndNow({ then, now, thenName = 'Then', nowName = 'Now' }: ThenAndNowProps): VNode {
  return (
    <dl class="app-timeline__pair">
      <div>
        <dt class="app-timeline__term">{thenName}</dt>
        <dd class="app-timeline__said">{then}</dd>
      </div>
      <div>
        <dt class="app-timeline__term">{nowName}</dt>
        <dd class="app-timeline__said">{now}</dd>
      </div>
    </dl>
  );
}
