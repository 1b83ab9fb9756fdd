import type { VNode } from 'preact';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm, type SignInFor } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

export interface SignInPageProps {
  readonly frame: PageFrame;
  readonly wanted: SignInFor;
  /** What has just happened, where it did not lead on. */
  readonly said?: { readonly title: string; readonly words: string } | undefined;
  readonly typed?: string | undefined;
  readonly error?: string | undefined;
}

export function SignInPage({ frame, wanted, said, typed, error }: SignInPageProps): VNode {
  const title = 'key' in wanted ? 'Keep this plan in your account' : 'Sign in';
  return (
    <Layout title={title} page={frame} noindex hasErrors={error !== undefined}>
      {error !== undefined && <ErrorSummary errors={[{ text: error, href: '#address' }]} />}
      {said && (
        <NotificationBanner title={said.title}>
          <p class="govuk-body">{said.words}</p>
        </NotificationBanner>
      )}
      <PageHeading
        title={title}
        lead="We send you a link by mail that signs you in. If you have no account yet, the link makes one."
      />
      <SignInForm frame={frame} wanted={wanted} typed={typed} error={error} />
      <div class="app-prose">
        <p>
          You need an account to share a plan, and to open your plans on any machine without their private links. You
          need none to look, to check what is open to you, or to make a plan.
        </p>
      </div>
    </Layout>
  );
}

export interface SignedInPageProps {
  readonly frame: PageFrame;
  readonly address: string;
}

/** What somebody finds who is signed in already. */
export function SignedInPage({ frame, address }: SignedInPageProps): VNode {
  const title = 'You are signed in';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead={`This browser is signed in as ${address}.`} />
      <p class="govuk-body">
        <a class="govuk-link" href={ACCOUNT_URLS.account()}>
          Go to your account
        </a>
      </p>
      <form method="post" action={ACCOUNT_URLS.signOut()}>
        <Button kind="secondary">Sign out</Button>
      </form>
    </Layout>
  );
}

export interface KeptElsewherePageProps {
  readonly frame: PageFrame;
  readonly address: string;
}

/** The one thing a sign-in cannot do: take plans out of somebody else's account. */
export function KeptElsewherePage({ frame, address }: KeptElsewherePageProps): VNode {
  const title = 'This plan is in another account already';
  return (
    <Layout title={title} page={frame} noindex before={<BackLink href={ACCOUNT_URLS.account()}>Your account</BackLink>}>
      <PageHeading title={title} lead="Nothing was changed: a plan is in one account at most, and stays there." />
      <div class="app-prose">
        <p>You are signed in as {address}.</p>
        <p>
          If the other account is yours too, sign in with its address to share the plan. If not, you can take the plan
          away as a file from its own page, and bring the file in as a plan of yours.
        </p>
        <p>Its private link opens it as before.</p>
      </div>
    </Layout>
  );
}
