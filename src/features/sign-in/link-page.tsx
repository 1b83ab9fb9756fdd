import type { VNode } from 'preact';
import { LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { formatCount } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Radios } from '../../ui/radios.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

/** The plans that are to be kept, as the page names them. */
export interface ToKeep {
  readonly titles: readonly string[];
  /** They are in an account: the reader's own, or another. */
  readonly keptBy: 'nobody' | 'reader' | 'another';
}

/** A sign-in service the reader came from, and whether pressing the button joins it to the account. */
export interface Joining {
  readonly name: string;
  readonly isThisBrowser: boolean;
}

export interface LinkPageProps {
  readonly frame: PageFrame;
  /** Where the button sends: the page's own path. */
  readonly action: string;
  readonly address: string;
  readonly toKeep: ToKeep | undefined;
  readonly joining: Joining | undefined;
  /** The address this browser is signed in with now, if that is another. */
  readonly now: string | undefined;
  /** The button was pressed and nothing was said of the plan. */
  readonly isUnsaid?: boolean;
}

/** What a link in a mail opens. Looking at it uses nothing up, for mail scanners look: the button does. */
export function LinkPage({ frame, action, address, toKeep, joining, now, isUnsaid = false }: LinkPageProps): VNode {
  const title = 'Sign in to Next Steps';
  return (
    <Layout title={title} page={frame} noindex hasErrors={isUnsaid}>
      {isUnsaid && <ErrorSummary errors={[{ text: UNSAID, href: '#keep' }]} />}
      <PageHeading
        title={title}
        lead={
          <>
            You will be signed in as <strong class="app-sign-in__typed">{address}</strong> in this browser.
          </>
        }
      />
      {now !== undefined && <InsetText>This browser is signed in as {now} now. That ends.</InsetText>}
      <form method="post" action={action}>
        {toKeep && <KeepChoice {...toKeep} isUnsaid={isUnsaid} />}
        {joining && <JoiningWords {...joining} />}
        <Button preventDoubleClick>Sign in</Button>
      </form>
      <p class="govuk-body">If you did not ask for this, close the page. Nothing has been done yet.</p>
    </Layout>
  );
}

const UNSAID = 'Choose whether to keep the plan in your account';

/**
 * Nothing is preset: whoever knows an address can have a link sent to it that names a plan of theirs, which they can
 * still open when its reader writes in it.
 */
function KeepChoice({ titles, keptBy, isUnsaid }: ToKeep & { readonly isUnsaid: boolean }): VNode {
  const [first = 'a plan', ...others] = titles;
  const named = `“${first}”${others.length > 0 ? ` and ${formatCount(others.length, 'other plan')} beside it` : ''}`;
  if (keptBy !== 'nobody')
    return (
      <>
        <HiddenFields fields={[['keep', 'yes']]} />
        {keptBy === 'another' && (
          <p class="govuk-body app-sign-in__plan">
            The plan {named} is in another account already. It stays there: signing in changes nothing about it.
          </p>
        )}
      </>
    );
  return (
    <Radios
      name="keep"
      idPrefix="keep"
      legend={`Keep ${named} in your account?`}
      legendSize="s"
      hint="Say yes only to a plan that you have just come from. Whoever has its private link can still open it."
      items={[
        { value: 'yes', text: 'Yes, it is mine' },
        { value: 'no', text: 'No, only sign me in' },
      ]}
      error={isUnsaid ? UNSAID : undefined}
    />
  );
}

function JoiningWords({ name, isThisBrowser }: Joining): VNode {
  return (
    <p class="govuk-body">
      {isThisBrowser
        ? `From then on ${name} signs you in to this account as well.`
        : `To have ${name} sign you in from then on, open this link in the browser in which you began. Here it signs you in, and no more.`}
    </p>
  );
}

/** Why a link signs nobody in. */
export type LinkEnd = 'used' | 'over' | 'unknown';

const ENDED: Readonly<Record<LinkEnd, { readonly title: string; readonly lead: string }>> = {
  used: {
    title: 'This link has been used',
    lead: 'Each link signs in once. If it was not you who used it, sign in and look at your account: it says when, and in which browser.',
  },
  over: {
    title: 'This link is too old',
    lead: `It worked for ${LINK_MINUTES} minutes. Ask for a new one: it comes at once.`,
  },
  unknown: {
    title: 'This link signs nobody in',
    lead: 'It may be cut short where a mail broke the line, or more than a day old. Open it from the mail again, or ask for a new one.',
  },
};

export interface EndedLinkPageProps {
  readonly frame: PageFrame;
  readonly end: LinkEnd;
  /** The link's token, by which a new one can be sent to the same address. */
  readonly token: string;
  /** Where this browser can go on, which is signed in already, as it is after a link was pressed twice. */
  readonly next: string | undefined;
}

export function EndedLinkPage({ frame, end, token, next }: EndedLinkPageProps): VNode {
  const { title, lead } = ENDED[end];
  if (next !== undefined)
    return (
      <Layout title={title} page={frame} noindex>
        <PageHeading title={title} lead="You are signed in already: this browser needs no other." />
        <Button href={next}>Go on</Button>
      </Layout>
    );
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead={lead} />
      {end === 'unknown' ? (
        <SignInForm frame={frame} wanted={{}} button="Send me a new link" />
      ) : (
        <Again token={token} />
      )}
    </Layout>
  );
}

function Again({ token }: { readonly token: string }): VNode {
  return (
    <form method="post" action={ACCOUNT_URLS.signIn()}>
      <HiddenFields fields={[['again', token]]} />
      <Button preventDoubleClick>Send a new link to the same address</Button>
      <p class="govuk-body">
        Or{' '}
        <a class="govuk-link" href={ACCOUNT_URLS.signIn()}>
          use another address
        </a>
        .
      </p>
    </form>
  );
}
