import type { VNode } from 'preact';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';

export interface SignInFirstPageProps {
  readonly frame: PageFrame;
  readonly next: string | undefined;
  /** What to do then, where they are not led on. */
  readonly lead: string | undefined;
}

const LED_ON =
  'This address opens something in an account, to its owner alone. If it is yours, sign in and you are led on to it.';

/** What somebody finds who opens a page of an account and is not signed in. */
export function SignInFirstPage({ frame, next, lead = LED_ON }: SignInFirstPageProps): VNode {
  const title = 'Sign in to open this page';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead={lead} />
      <SignInForm frame={frame} wanted={{ next }} />
      <p class="govuk-body">
        You need no account for a plan of your own. You need one to share a plan, because what your line manager answers
        has to reach you.
      </p>
      <p class="govuk-body">
        If somebody shared a plan with you, open the link in the mail they had sent to you: it needs no account.
      </p>
    </Layout>
  );
}
