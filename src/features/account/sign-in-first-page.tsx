import type { VNode } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

export function SignInFirstPage({ frame }: { readonly frame: PageFrame }): VNode {
  const title = 'Your account';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead="Sign in to see it. We mail you a link; there is no password." />
      <Button href={ACCOUNT_URLS.signIn()}>Sign in</Button>
      <p class="govuk-body">
        You need no account for a plan of your own. You need one to share a plan, because what your line manager answers
        has to reach you.
      </p>
    </Layout>
  );
}
