import type { VNode } from 'preact';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';

/** What somebody finds who opens a page of an account and is not signed in. */
export function SignInFirstPage({
  frame,
  next,
}: {
  readonly frame: PageFrame;
  readonly next: string | undefined;
}): VNode {
  const title = 'Sign in to open this page';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading
        title={title}
        lead="This address opens something in an account, to its owner alone. If it is yours, sign in and you are led on to it."
      />
      <SignInForm frame={frame} wanted={{ next }} />
      <p class="govuk-body">
        If somebody shared a plan with you, open the link in the mail they had sent to you: it needs no account.
      </p>
    </Layout>
  );
}
