import type { VNode } from 'preact';
import { countWords } from '../../alerts/digest.ts';
import type { Replayed } from '../../alerts/replay.ts';
import { ALERTS_AT_MOST } from '../../domain/alerts/alert-limits.ts';
import type { Visit } from '../../http/page.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS, ALERT_URLS } from '../../urls.ts';

export interface NewAlertPageProps {
  readonly visit: Visit;
  /** The page that would be followed. */
  readonly address: string;
  readonly name: string;
  readonly now: Replayed;
  /** Where the mails would go; none where nobody is signed in, or their account is closed. */
  readonly mailTo: string | undefined;
  readonly standing: 'free' | 'followed' | 'full' | 'closed';
}

const TITLE = 'Tell me when this changes';

export function NewAlertPage(props: NewAlertPageProps): VNode {
  const { visit, address, name, now } = props;
  return (
    <Layout title={TITLE} page={visit.frame} noindex before={<BackLink href={address}>Back to the list</BackLink>}>
      <PageHeading title={TITLE} caption={name} lead={countWords(now, 0)} />
      <div class="app-prose">
        <p>You get one mail, once a week at most and on a school day, if:</p>
        <ul>
          <li>something comes into this list or leaves it</li>
          {now.items.some(({ verdict }) => verdict !== null) && <li>something opens to you, or no longer is</li>}
          <li>an intake is announced, opens, or closes soon</li>
          <li>the time or the money of anything in it changes</li>
        </ul>
        <p>It says what this page says at that moment. What is here already is not mailed.</p>
      </div>
      <WhatNext {...props} />
    </Layout>
  );
}

function WhatNext({ visit, address, mailTo, standing }: NewAlertPageProps): VNode {
  if (standing === 'closed')
    return (
      <p class="govuk-body">
        Your account is closed, so nothing is mailed to it.{' '}
        <a class="govuk-link" href={ACCOUNT_URLS.account()}>
          Bring it back first
        </a>
      </p>
    );
  if (mailTo === undefined) return <FirstSignIn visit={visit} />;
  const yours = (
    <a class="govuk-link" href={ALERT_URLS.alerts()}>
      Your alerts
    </a>
  );
  if (standing === 'followed') return <p class="govuk-body">You follow this list already. {yours}</p>;
  if (standing === 'full')
    return (
      <p class="govuk-body">
        You follow {formatCount(ALERTS_AT_MOST, 'list')}, which is as many as there can be. Remove one to make room.{' '}
        {yours}
      </p>
    );
  return (
    <form method="post" action={ALERT_URLS.alerts()}>
      <HiddenFields
        fields={[
          ['act', 'follow'],
          ['address', address],
        ]}
      />
      <p class="govuk-body">
        The mails go to {mailTo}.{visit.asked.personal && ' What you told us is kept with your account for it.'}
      </p>
      <Button>Tell me when this changes</Button>
    </form>
  );
}

/** Nobody mails an address that its owner has not shown to be theirs. */
function FirstSignIn({ visit }: Pick<NewAlertPageProps, 'visit'>): VNode {
  return (
    <PageSection id="sign-in" name="First, sign in">
      <p class="govuk-body">
        Then we know that the address is yours. Once you are signed in, come back to this page and press the button that
        is here then.
        {visit.asked.personal && ' What you told us is kept with your account for it.'}
      </p>
      <SignInForm frame={visit.frame} wanted={{ next: ALERT_URLS.alerts() }} />
    </PageSection>
  );
}
