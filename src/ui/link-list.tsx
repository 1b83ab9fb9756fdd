import type { ComponentChildren, VNode } from 'preact';

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
}

/** Links under a small heading; nothing where there are none. */
export function LinkList({ title, level = 2, items }: LinkListProps): VNode | null {
  if (items.length === 0) return null;
  const Heading = `h${level}` as const;
  return (
    <div class="app-linked">
      <Heading class="app-linked__title">{title}</Heading>
      <ul class="app-linked__list">
        {items.map(({ text, href, note }) => (
          <li key={href} class="app-linked__item">
            <a class="govuk-link" href={href}>
              {text}
            </a>
            {note}
          </li>
        ))}
      </ul>
    </div>
  );
}
