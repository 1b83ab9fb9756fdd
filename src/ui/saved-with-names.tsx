import type { VNode } from 'preact';
import type { FoundName } from '../domain/names/name-warning.ts';
import { NotificationBanner } from './notification-banner.tsx';

export interface SavedWithNamesProps {
  /** `Saved at 14:32`. */
  readonly saved: string;
  /** Each field with what was found in it. */
  readonly fields: readonly { readonly id: string; readonly label: string; readonly found: readonly FoundName[] }[];
  /** Where somebody goes who leaves it as it is: `go on to Prepare`. */
  readonly on: { readonly href: string; readonly words: string };
}

/** Over a form that was saved with something that looks like a name: both ways on, and neither is pressed on anybody. */
export function SavedWithNames({ saved, fields, on }: SavedWithNamesProps): VNode | null {
  if (fields.length === 0) return null;
  return (
    <NotificationBanner title="Saved" role="alert">
      <p class="govuk-notification-banner__heading">{saved}. Something in it looks like a name.</p>
      <ul class="govuk-list">
        {fields.map(({ id, label, found }) => (
          <li key={id}>
            <a class="govuk-notification-banner__link" href={`#${id}`}>
              Change it in “{label}”
            </a>{' '}
            ({found.map(({ text }) => text).join(', ')})
          </li>
        ))}
        <li>
          <a class="govuk-notification-banner__link" href={on.href}>
            It is no name, or it may stay: {on.words}
          </a>
        </li>
      </ul>
    </NotificationBanner>
  );
}
