import type { VNode } from 'preact';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';

export function SignInFirstPage({ frame }: { readonly frame: PageFrame }): VNode {
  const title = 'Your account';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead="Sign in to see it." />
      <SignInForm frame={frame} wanted={{}} />
      <p class="govuk-body">
        You need no account for a plan of your own. You need one to share a plan, because what your line manager answers
        has to reach you.
      </p>
    </Layout>
  );
}
