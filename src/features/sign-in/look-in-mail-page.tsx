import type { VNode } from 'preact';
import { LINK_MINUTES } from '../../domain/account/sign-in-times.ts';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';

export interface LookInMailPageProps {
  readonly frame: PageFrame;
  /** As it was typed, so that a slip is seen; none where the link goes where one went before. */
  readonly address: string | undefined;
  /** Whom the mail comes from. */
  readonly from: string;
  /** The other service they signed in with, where that has not confirmed the address. */
  readonly elsewhere?: string | undefined;
  /** No mail server is set, and mails can be read here. */
  readonly isWrittenToFiles: boolean;
}

/** The same for every address: whether there is an account is seen by whoever opens the mail. */
export function LookInMailPage(props: LookInMailPageProps): VNode {
  const { frame, address, from, elsewhere, isWrittenToFiles } = props;
  const title = 'Look in your mail';
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading
        title={title}
        lead={
          <>
            A link is on its way to{' '}
            {address === undefined ? (
              'the same address as before'
            ) : (
              <strong class="app-sign-in__typed">{address}</strong>
            )}
            . It works once, for {LINK_MINUTES} minutes.
          </>
        }
      />
      {elsewhere !== undefined && (
        <p class="govuk-body">
          {elsewhere} has not confirmed that this address is yours, so we ask you to. Open the link in this browser:
          from then on {elsewhere} signs you in by itself.
        </p>
      )}
      <ol class="govuk-list govuk-list--number app-sign-in__steps">
        <li>Open the mail “Sign in to Next Steps” from {from}. It should be there within a minute.</li>
        <li>Open the link in it, and press the button on the page. Opening it alone does not use it up.</li>
        <li>You are signed in. If you had no account, this makes one.</li>
      </ol>
      <div class="app-prose">
        <h2>If no mail comes</h2>
        <ul>
          <li>Look where your mail program keeps junk. Filters at schools hold mails back at times.</li>
          {address !== undefined && <li>See whether the address above is right.</li>}
          <li>
            <a href={ACCOUNT_URLS.signIn()}>Ask for another link</a>. The first one still works until its time is over.
          </li>
          {isWrittenToFiles && (
            <li>
              No mail server is set here: <a href={PATHS.devMail}>read what was written instead</a>.
            </li>
          )}
        </ul>
      </div>
    </Layout>
  );
}
