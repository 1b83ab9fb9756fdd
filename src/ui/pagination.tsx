import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface PaginationLink {
  readonly href: string;
  readonly text?: ComponentChildren;
  /** What the page is called; shown where there are no numbers. */
  readonly label?: string | undefined;
}

export type PaginationItem =
  | { readonly number: number | string; readonly href: string; readonly current?: boolean; readonly name?: string }
  | { readonly ellipsis: true };

export interface PaginationProps {
  readonly previous?: PaginationLink | undefined;
  readonly next?: PaginationLink | undefined;
  readonly items?: readonly PaginationItem[] | undefined;
  readonly label?: string | undefined;
  readonly class?: string | undefined;
}

export function Pagination({ previous, next, items, label = 'Pagination', class: extra }: PaginationProps): VNode {
  const isBlock = items === undefined && (previous !== undefined || next !== undefined);
  return (
    <nav class={classNames('govuk-pagination', isBlock && 'govuk-pagination--block', extra)} aria-label={label}>
      {previous && <Step direction="prev" link={previous} isBlock={isBlock} />}
      {items && (
        <ul class="govuk-pagination__list">
          {items.map((item, index) => (
            <Item key={index} item={item} />
          ))}
        </ul>
      )}
      {next && <Step direction="next" link={next} isBlock={isBlock} />}
    </nav>
  );
}

const WORDS = { prev: 'Previous', next: 'Next' } as const;
const ARROWS = {
  prev: 'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z',
  next: 'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z',
} as const;

interface StepProps {
  readonly direction: 'prev' | 'next';
  readonly link: PaginationLink;
  readonly isBlock: boolean;
}

function Step({ direction, link, isBlock }: StepProps): VNode {
  const { href, text, label } = link;
  const arrow = <Arrow direction={direction} />;
  const arrowFirst = isBlock || direction === 'prev';
  const isDecorated = isBlock && label === undefined;
  return (
    <div class={`govuk-pagination__${direction}`}>
      <a class="govuk-link govuk-pagination__link" href={href} rel={direction}>
        {arrowFirst && arrow}
        <span
          class={classNames('govuk-pagination__link-title', isDecorated && 'govuk-pagination__link-title--decorated')}
        >
          {text ?? (
            <>
              {WORDS[direction]}
              <span class="govuk-visually-hidden"> page</span>
            </>
          )}
        </span>
        {isBlock && label !== undefined && (
          <>
            {' '}
            <span class="govuk-visually-hidden">:</span> <span class="govuk-pagination__link-label">{label}</span>
          </>
        )}
        {!arrowFirst && arrow}
      </a>
    </div>
  );
}

function Arrow({ direction }: Pick<StepProps, 'direction'>): VNode {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${direction}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={ARROWS[direction]} />
    </svg>
  );
}

function Item({ item }: { readonly item: PaginationItem }): VNode {
  if ('ellipsis' in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  const { number, href, current = false, name = `Page ${number}` } = item;
  return (
    <li class={classNames('govuk-pagination__item', current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={href}
        aria-label={name}
        aria-current={current ? 'page' : undefined}
      >
        {number}
      </a>
    </li>
  );
}
