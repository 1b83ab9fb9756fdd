import type { VNode } from 'preact';
import type { AccountFolder } from '../../db/account-plans.ts';
import type { AccountEvent } from '../../db/accounts.ts';
import type { Session } from '../../db/sign-in.ts';
import type { IsoDate } from '../../domain/date.ts';
import { formatDay, formatInstant } from '../../ui/format.ts';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS, ALERT_URLS } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';
import { ElsewhereSection, type JoinedService } from './elsewhere-section.tsx';
import { PlansSection } from './plans-section.tsx';
import { SessionsSection } from './sessions-section.tsx';
import { WhoSection, type WhoTyped } from './who-section.tsx';

export interface AccountPageProps extends WhoTyped {
  readonly here: AccountVisit;
  readonly folders: readonly AccountFolder[];
  readonly sessions: readonly Session[];
  /** Other services that sign the owner in. */
  readonly joined: readonly JoinedService[];
  /** The newest first. */
  readonly events: readonly AccountEvent[];
  /** The last day the account stays open without being used. */
  readonly keptUntil: IsoDate;
  /** Where it is chosen which mails come. */
  readonly mailChoices: string;
  /** What the press that led here did. */
  readonly done: string | undefined;
}

export function AccountPage(props: AccountPageProps): VNode {
  const { here, folders, sessions, events, keptUntil, mailChoices, done, errors } = props;
  const title = 'Your account';
  return (
    <Layout title={title} page={here.visit.frame} noindex hasErrors={errors.size > 0}>
      {errors.size > 0 && <ErrorSummary errors={[...errors].map(([field, text]) => ({ text, href: `#${field}` }))} />}
      {done !== undefined && <NotificationBanner type="success">{done}</NotificationBanner>}
      <PageHeading
        title={title}
        lead="Only you see this page. What is in your account is yours and stays yours wherever you work."
      />
      <PlansSection folders={folders} plansHref={here.visit.urls.plans()} />
      <WhoSection account={here.account} typed={props.typed} errors={errors} />
      <PageSection id="mails" name="Mails">
        <p class="govuk-body">
          <a class="govuk-link" href={mailChoices}>
            Choose which mails you get
          </a>
        </p>
        <p class="govuk-body">
          <a class="govuk-link" href={ALERT_URLS.alerts()}>
            Your alerts
          </a>
          : the lists you are told of when they change.
        </p>
      </PageSection>
      <ElsewhereSection services={props.joined} />
      <SessionsSection sessions={sessions} current={here.session.id} />
      <Happened events={events} />
      <YourData keptUntil={keptUntil} />
    </Layout>
  );
}

function Happened({ events }: { readonly events: readonly AccountEvent[] }): VNode {
  return (
    <PageSection id="happened" name="What happened with your account">
      {events.length === 0 ? (
        <p class="govuk-body">Nothing yet.</p>
      ) : (
        <ul class="app-account__list">
          {events.map(({ id, said, at }) => (
            <li key={id}>
              {said} <span class="app-account__when">{formatInstant(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </PageSection>
  );
}

function YourData({ keptUntil }: { readonly keptUntil: IsoDate }): VNode {
  return (
    <PageSection id="data" name="Your data">
      <p class="govuk-body">
        Kept until {formatDay(keptUntil)} if you do not come back. Each time you do moves that day on, and we write to
        you twice before.
      </p>
      <ul class="govuk-list app-account__links">
        <li>
          <a class="govuk-link" href={ACCOUNT_URLS.accountData()}>
            See everything we keep, and for how long
          </a>
        </li>
        <li>
          <a class="govuk-link" href={ACCOUNT_URLS.accountFile()} download>
            Take everything as a file
          </a>
        </li>
        <li>
          <a class="govuk-link" href={ACCOUNT_URLS.accountDelete()}>
            Delete your account
          </a>
        </li>
      </ul>
    </PageSection>
  );
}
