import type { VNode } from 'preact';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { isId } from '../../http/private-link.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

export interface LinkPageProps {
  readonly here: PlanVisit;
  /** The address it was just sent to. */
  readonly sentTo?: string | undefined;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}

export function LinkPage(props: LinkPageProps): VNode {
  const { here, sentTo, error } = props;
  const title = sentTo === undefined ? 'Mail the link to yourself' : 'Look in your mail';
  return (
    <Layout
      title={title}
      page={here.visit.frame}
      noindex
      hasErrors={error !== undefined}
      before={<BackLink href={here.planUrls.plan()}>Back to your plan</BackLink>}
    >
      {error !== undefined && <ErrorSummary errors={[{ text: error, href: '#address' }]} />}
      <PageHeading title={title} caption={here.plan.title} lead={sentTo === undefined ? LEAD : undefined} />
      <Inner {...props} />
    </Layout>
  );
}

const LEAD = 'So that you find your way back. Whoever reads that mail can open and change your plan.';

function Inner({ here, sentTo, typed, error }: LinkPageProps): VNode {
  // Where it was opened from its owner's account there is no key to send: only its hash is kept.
  if (isId(here.key))
    return (
      <p class="govuk-body">
        You opened this plan from{' '}
        <a class="govuk-link" href={ACCOUNT_URLS.account()}>
          your account
        </a>
        , which is the way back to it. We keep no copy of its private link and cannot send it from here.
      </p>
    );
  if (sentTo !== undefined)
    return (
      <div class="app-prose">
        <p>
          We have sent the private link to <strong>{sentTo}</strong>. It comes within a few minutes.
        </p>
        <p>If it does not, look where your mail keeps junk, and check that the address is right.</p>
        <p>We do not keep the address.</p>
      </div>
    );
  return (
    <form method="post" action={here.planUrls.link()} noValidate>
      <TextInput
        name="address"
        type="email"
        label="Your email address"
        labelSize="s"
        hint="We send one mail to it and do not keep it."
        value={typed}
        error={error}
        autocomplete="email"
        spellcheck={false}
        class="app-sign-in__address"
      />
      <Button preventDoubleClick>Send me this link</Button>
    </form>
  );
}
