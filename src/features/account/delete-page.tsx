import type { VNode } from 'preact';
import type { IsoDate } from '../../domain/date.ts';
import { CLOSED_KEPT_DAYS, MAIL_FATE_KEPT_DAYS } from '../../domain/account/retention.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';

export interface DeletePageProps {
  readonly here: AccountVisit;
  /** The last day on which it could be brought back. */
  readonly until: IsoDate;
}

/** What goes and when, before anything does. */
export function DeletePage({ here, until }: DeletePageProps): VNode {
  const title = 'Delete your account';
  return (
    <Layout
      title={title}
      page={here.visit.frame}
      noindex
      before={<BackLink href={ACCOUNT_URLS.account()}>Back to your account</BackLink>}
    >
      <PageHeading
        title={title}
        lead={`You have ${CLOSED_KEPT_DAYS} days to change your mind, until ${formatDay(until)}.`}
      />
      <div class="app-prose">
        <h2>At once</h2>
        <ul>
          <li>You are signed out everywhere.</li>
          <li>Nobody can open your plans: not by a private link, not by a calendar link.</li>
          <li>What you share ends. Whoever opens a link you sent reads that it has ended.</li>
          <li>The mails you asked for end. One more comes, which says that the account is deleted.</li>
        </ul>
        <h2>After {CLOSED_KEPT_DAYS} days</h2>
        <p>
          Everything is removed for good: your address and name, your plans with all their versions, whom you shared
          them with and what they answered, and everything else that is kept for your sake.
        </p>
        <h2>What stays for a while</h2>
        <ul>
          <li>
            That a mail of some kind was sent, for {MAIL_FATE_KEPT_DAYS} days, without its words and without your
            address. If you said that you do not want some mails, that stays too, so that none come.
          </li>
          <li>
            Backups of the whole service, made before, until whoever runs it throws them away. Nobody looks into them
            for a person; they are there for the day the machine breaks.
          </li>
          <li>What you, or those you shared with, took away as a file or have in a mailbox. We cannot reach that.</li>
        </ul>
        <p>
          You can first{' '}
          <a class="govuk-link" href={ACCOUNT_URLS.accountFile()} download>
            take everything as a file
          </a>
          . It can be brought in again, here or wherever this service runs.
        </p>
      </div>
      <form method="post" action={ACCOUNT_URLS.accountDelete()} class="app-account__press">
        <Button kind="warning" preventDoubleClick>
          Delete my account
        </Button>
      </form>
    </Layout>
  );
}

export interface DeletedPageProps {
  readonly frame: PageFrame;
  readonly until: IsoDate;
}

export function DeletedPage({ frame, until }: DeletedPageProps): VNode {
  const title = 'Your account is deleted';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading
        title={title}
        lead={`If you change your mind, sign in until ${formatDay(until)} and bring everything back.`}
      />
      <p class="govuk-body">You are signed out everywhere. A mail that says so is on its way to you.</p>
      <p class="govuk-body">
        <a class="govuk-link" href={frame.home}>
          To the first page
        </a>
      </p>
    </Layout>
  );
}
