import type { VNode } from 'preact';
import type { PlanVisit } from '../../http/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm, signInFields } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

const TITLE = 'Share this plan';

export interface NeedsAccountPageProps {
  readonly here: PlanVisit;
  /** The address of whoever is signed in, where they could keep the plan in their account. */
  readonly reader: string | undefined;
}

/** For whoever holds the private link and is not signed in as its owner: why sharing asks for that, and the way there. */
export function NeedsAccountPage({ here, reader }: NeedsAccountPageProps): VNode {
  const { visit, planUrls, plan, isKept } = here;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead="Ask your line manager to read it and answer each step. First we have to know where their answers go."
      />
      <div class="app-prose">
        <p>
          {isKept
            ? 'This plan is kept in an account. Sign in to it: only its owner shares the plan and reads the answers.'
            : 'Keep this plan in an account first. It needs an email address of yours and no password.'}
        </p>
        <ul>
          <li>Answers are told to you by mail, so we need an address that you have shown to be yours.</li>
          <li>Nobody can send mail to others from here without one.</li>
          <li>Nothing is shared until you have chosen with whom, and which parts.</li>
        </ul>
      </div>
      <WayIn here={here} reader={reader} />
    </Layout>
  );
}

function WayIn({ here, reader }: NeedsAccountPageProps): VNode {
  const wanted = { key: here.key, number: here.kept.number, page: 'shares' } as const;
  if (reader === undefined || here.isKept) return <SignInForm frame={here.visit.frame} wanted={wanted} />;
  return (
    <form method="post" action={ACCOUNT_URLS.signInKeep()}>
      <HiddenFields fields={signInFields(wanted)} />
      <p class="govuk-body">You are signed in as {reader}.</p>
      <Button>Keep it in my account</Button>
    </form>
  );
}
