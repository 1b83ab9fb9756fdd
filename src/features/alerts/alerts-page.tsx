import type { VNode } from 'preact';
import { countWords, linesOf, type AlertNews } from '../../alerts/digest.ts';
import type { Visit } from '../../http/page.ts';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS, ALERT_URLS } from '../../urls.ts';

export type AlertAct = 'pause' | 'resume' | 'remove' | 'bring-back';

/** What the press that led here did, and to which alert. */
export interface JustDone {
  readonly act: AlertAct | 'follow';
  readonly id: string;
  readonly name: string;
}

export interface AlertsPageProps {
  readonly visit: Visit;
  /** Where the mails go. */
  readonly address: string;
  readonly news: readonly AlertNews[];
  /** Mails of this kind are switched off for the address. */
  readonly isOff: boolean;
  /** Where that is chosen. */
  readonly choices: string;
  readonly done: JustDone | undefined;
}

const TITLE = 'Your alerts';

export function AlertsPage(props: AlertsPageProps): VNode {
  const { visit, address, news, isOff, choices, done } = props;
  return (
    <Layout title={TITLE} page={visit.frame} noindex>
      {done && <Done {...done} />}
      <PageHeading
        title={TITLE}
        lead={`Once a week at most, on a school day, ${address} gets one mail saying what has changed in the lists you follow. If nothing has, there is no mail.`}
      />
      {isOff && (
        <InsetText>
          These mails are switched off for your address, so none is sent.{' '}
          <a class="govuk-link" href={choices}>
            Choose which mails you get
          </a>
        </InsetText>
      )}
      {news.length === 0 && <NothingFollowed visit={visit} />}
      {news.map((one) => (
        <OneAlert key={one.alert.id} {...one} />
      ))}
      <p class="govuk-body app-alerts__ways-on">
        {!isOff && (
          <>
            <a class="govuk-link" href={choices}>
              Choose which mails you get
            </a>{' '}
            ·{' '}
          </>
        )}
        <a class="govuk-link" href={ACCOUNT_URLS.account()}>
          Your account
        </a>
      </p>
    </Layout>
  );
}

function NothingFollowed({ visit: { urls } }: Pick<AlertsPageProps, 'visit'>): VNode {
  return (
    <p class="govuk-body">
      You follow nothing yet. Search or narrow{' '}
      <a class="govuk-link" href={urls.opportunities()}>
        all next steps
      </a>
      , or see{' '}
      <a class="govuk-link" href={urls.results()}>
        what is open to you
      </a>
      , and choose “Tell me when this changes” there.
    </p>
  );
}

function OneAlert({ alert, name, now, changes }: AlertNews): VNode {
  const { id, address, pausedAt, saidOn } = alert;
  const isPaused = pausedAt !== null;
  return (
    <PageSection
      id={`alert-${id}`}
      name={
        <a class="app-step__link" href={address}>
          {name}
        </a>
      }
      lead={countWords(now, 0)}
    >
      {isPaused && <p class="govuk-body">Paused: nothing is mailed of it until you resume it.</p>}
      {changes.length === 0 ? (
        <p class="govuk-body">Nothing has changed since {formatDay(saidOn)}.</p>
      ) : (
        <>
          <p class="govuk-body">Changed since {formatDay(saidOn)}:</p>
          <ul class="govuk-list govuk-list--bullet">
            {linesOf(changes).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      )}
      <div class="app-alerts__presses">
        <Press id={id} name={name} {...(isPaused ? RESUME : PAUSE)} />
        <Press id={id} name={name} {...REMOVE} />
      </div>
    </PageSection>
  );
}

const PAUSE = { act: 'pause', words: 'Pause' } as const;
const RESUME = { act: 'resume', words: 'Resume' } as const;
const REMOVE = { act: 'remove', words: 'Remove' } as const;

interface PressProps {
  readonly id: string;
  readonly name: string;
  readonly act: AlertAct;
  readonly words: string;
}

function Press({ id, name, act, words }: PressProps): VNode {
  return (
    <form method="post" action={ALERT_URLS.alerts()}>
      <HiddenFields
        fields={[
          ['act', act],
          ['alert', id],
        ]}
      />
      <button type="submit" class="app-link-button">
        {words}
        <span class="govuk-visually-hidden">: {name}</span>
      </button>
    </form>
  );
}

const DONE_WORDS: Readonly<Record<JustDone['act'], string>> = {
  follow: 'You will be told when this changes',
  pause: 'Paused',
  resume: 'Resumed',
  remove: 'Removed',
  'bring-back': 'Back again',
};

function Done({ act, id, name }: JustDone): VNode {
  return (
    <NotificationBanner type="success">
      <p class="govuk-notification-banner__heading">
        {DONE_WORDS[act]}: {name}
      </p>
      {act === 'remove' && <Press id={id} name={name} act="bring-back" words="Undo" />}
    </NotificationBanner>
  );
}
