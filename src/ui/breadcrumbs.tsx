import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface BreadcrumbsProps {
  /** From the home page down; one with no address is the page itself. */
  readonly items: readonly { readonly text: ComponentChildren; readonly href?: string | undefined }[];
  readonly label?: string | undefined;
  readonly collapseOnMobile?: boolean | undefined;
  readonly class?: string | undefined;
}

export function Breadcrumbs(props: BreadcrumbsProps): VNode {
  const { items, label = 'Breadcrumb', collapseOnMobile = false } = props;
  const names = classNames(
    'govuk-breadcrumbs',
    props.class,
    collapseOnMobile && 'govuk-breadcrumbs--collapse-on-mobile',
  );
  return (
    <nav class={names} aria-label={label}>
      <ol class="govuk-breadcrumbs__list">
        {items.map(({ text, href }) => (
          <li key={href} class="govuk-breadcrumbs__list-item" aria-current={href ? undefined : 'page'}>
            {href ? (
              <a class="govuk-breadcrumbs__link" href={href}>
                {text}
              </a>
            ) : (
              text
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
