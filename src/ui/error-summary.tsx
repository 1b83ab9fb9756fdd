import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface ErrorSummaryItem {
  readonly text: ComponentChildren;
  /** `#` and the id of the field, or of the first of its answers. */
  readonly href?: string | undefined;
}

export interface ErrorSummaryProps {
  /** In the order of the fields on the page. */
  readonly errors?: readonly ErrorSummaryItem[];
  readonly title?: ComponentChildren;
  readonly autoFocus?: boolean | undefined;
  readonly class?: string | undefined;
  /** A sentence above the list. */
  readonly children?: ComponentChildren;
}

export function ErrorSummary(props: ErrorSummaryProps): VNode {
  const { errors = [], title = 'There is a problem', autoFocus, class: extra, children } = props;
  return (
    <div
      class={classNames('govuk-error-summary', extra)}
      data-disable-auto-focus={autoFocus === undefined ? undefined : String(!autoFocus)}
      data-module="govuk-error-summary"
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {children != null && <p>{children}</p>}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map(({ text, href }) => (
                <li key={href}>{href ? <a href={href}>{text}</a> : text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}

/** A form's faults as the summary lists them: each leads to its field; what concerns the whole form leads nowhere. */
export function errorItems(errors: ReadonlyMap<string, string>): readonly ErrorSummaryItem[] {
  return [...errors].map(([field, text]) => (field === '' ? { text } : { text, href: `#${field}` }));
}
