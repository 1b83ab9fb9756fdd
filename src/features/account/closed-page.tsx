import type { VNode } from 'preact';
import type { IsoDate } from '../../domain/date.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay, formatInstant } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';

export interface ClosedPageProps {
  readonly here: AccountVisit;
  /** The last day on which it can be brought back. */
  readonly until: IsoDate;
}

/** What the owner of a closed account sees, whoever closed it, once they have signed in again. */
export function ClosedPage({ here, until }: ClosedPageProps): VNode {
  const title = 'Your account is closed';
  return (
    <Layout title={title} page={here.visit.frame} noindex>
      <PageHeading
        title={title}
        lead={`It was closed on ${formatInstant(here.account.deletedAt ?? '')}. Until ${formatDay(until)} you can bring everything back as it was.`}
      />
      <p class="govuk-body">
        Your plans, your private links and what you share then open again. Leave it, and everything is removed for good
        after that day.
      </p>
      <form method="post" action={ACCOUNT_URLS.account()}>
        <HiddenFields fields={[['act', 'bring-back']]} />
        <Button>Bring everything back</Button>
      </form>
      <form method="post" action={ACCOUNT_URLS.account()}>
        <HiddenFields fields={[['act', 'leave']]} />
        <Button kind="secondary">Leave it closed and sign out</Button>
      </form>
      <p class="govuk-body">
        You can still{' '}
        <a class="govuk-link" href={ACCOUNT_URLS.accountFile()} download>
          take everything as a file
        </a>
        .
      </p>
    </Layout>
  );
}
