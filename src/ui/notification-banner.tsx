import type { ComponentChildren, VNode } from 'preact';
import { classNames } from './class-names.ts';

export interface NotificationBannerProps {
  /** `success` says that what the person has just done worked, and is read out at once. */
  readonly type?: 'information' | 'success' | undefined;
  readonly title?: ComponentChildren;
  readonly titleId?: string | undefined;
  readonly titleLevel?: 2 | 3 | 4 | undefined;
  readonly role?: 'alert' | 'region' | undefined;
  readonly autoFocus?: boolean | undefined;
  readonly class?: string | undefined;
  /** Plain text becomes the banner's heading line. */
  readonly children?: ComponentChildren;
}

const DEFAULT_TITLE_ID = 'govuk-notification-banner-title';

export function NotificationBanner(props: NotificationBannerProps): VNode {
  const { titleId = DEFAULT_TITLE_ID, titleLevel = 2, autoFocus, children } = props;
  const isSuccess = props.type === 'success';
  const { title = isSuccess ? 'Success' : 'Important', role = isSuccess ? 'alert' : 'region' } = props;
  const Heading = `h${titleLevel}` as const;
  return (
    <div
      class={classNames('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success', props.class)}
      role={role}
      aria-labelledby={titleId}
      data-module="govuk-notification-banner"
      data-disable-auto-focus={autoFocus === undefined ? undefined : String(!autoFocus)}
    >
      <div class="govuk-notification-banner__header">
        <Heading class="govuk-notification-banner__title" id={titleId}>
          {title}
        </Heading>
      </div>
      <div class="govuk-notification-banner__content">
        {typeof children === 'string' ? <p class="govuk-notification-banner__heading">{children}</p> : children}
      </div>
    </div>
  );
}
