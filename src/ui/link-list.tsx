import type { ComponentChildren, VNode } from 'preact';
import { Details } from './details.tsx';

export interface LinkItem {
  readonly text: string;
  readonly href: string;
  /** After the link, such as a day on which it ended. */
  readonly note?: ComponentChildren;
}

export interface LinkListProps {
  readonly title: string;
  readonly level?: 2 | 3 | 4;
  readonly items: readonly LinkItem[];
  /** How many are shown at once; the others are folded away. All are, where this is not said. */
  readonly foldAfter?: number;
}

/** Links under a small heading; nothing where there are none. */
export function LinkList({ title, level = 2, items, foldAfter = items.length }: LinkListProps): VNode | null {
  if (items.length === 0) return null;
  const Heading = `h${level}` as const;
  // To fold away a single one would save no line.
  const shown = items.length > foldAfter + 1 ? foldAfter : items.length;
  return (
    <div class="app-linked">
      <Heading class="app-linked__title">{title}</Heading>
      <Links items={items.slice(0, shown)} />
      {shown < items.length && (
        <Details summary={`${items.length - shown} more`}>
          <Links items={items.slice(shown)} />
        </Details>
      )}
    </div>
  );
}

function Links({ items }: Pick<LinkListProps, 'items'>): VNode {
  return (
    <ul class="app-linked__list">
      {items.map(({ text, href, note }) => (
        <li key={text} class="app-linked__item">
          <a class="govuk-link" href={href}>
            {text}
          </a>
          {note}
        </li>
      ))}
    </ul>
  );
}
