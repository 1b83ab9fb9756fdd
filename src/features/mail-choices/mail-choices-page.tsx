import type { VNode } from 'preact';
import { KINDS_TO_CHOOSE, MAIL_KINDS, type MailKind } from '../../domain/mail/mail-kinds.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

/** What the press that led here did. */
export type JustDone = 'stopped' | 'saved';

export interface MailChoicesPageProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** Of the mail the link stood in; undefined where its reader comes from their account. */
  readonly kind: MailKind | undefined;
  readonly off: readonly MailKind[];
  readonly done: JustDone | undefined;
}

const DONE_WORDS: Readonly<Record<JustDone, string>> = {
  stopped: 'Stopped. These mails no longer come to this address.',
  saved: 'Saved. Only the mails that are ticked come to this address.',
};

export function MailChoicesPage(props: MailChoicesPageProps): VNode {
  const { frame, action, off, done } = props;
  const isFromAccount = props.kind === undefined;
  const title = 'Mails to your address';
  return (
    <Layout
      title={title}
      page={frame}
      noindex
      before={isFromAccount && <BackLink href={ACCOUNT_URLS.account()}>Back to your account</BackLink>}
    >
      {done && <NotificationBanner type="success">{DONE_WORDS[done]}</NotificationBanner>}
      <PageHeading title={title} lead={isFromAccount ? FROM_ACCOUNT : FROM_MAIL} />
      {props.kind !== undefined && <ThisKind action={action} kind={props.kind} off={off} />}
      <PageSection id="choose" name={isFromAccount ? 'Choose which you get' : 'Or choose which you get'}>
        <form method="post" action={action}>
          <HiddenFields fields={[['act', 'choose']]} />
          <Checkboxes
            name="kinds"
            legend="Mails that may come"
            legendSize="s"
            hint="What you ask for yourself, such as the link to your plan, still comes when you ask for it."
            items={KINDS_TO_CHOOSE.map((kind) => ({ value: kind, text: MAIL_KINDS[kind].name }))}
            values={KINDS_TO_CHOOSE.filter((kind) => !off.includes(kind))}
          />
          <Button kind="secondary">Save</Button>
        </form>
      </PageSection>
    </Layout>
  );
}

const FROM_MAIL =
  'You came here from a mail of ours. What you choose holds for the address that mail was sent to, from now on.';
const FROM_ACCOUNT = 'What you choose holds for the address of your account, from now on.';

interface ThisKindProps {
  readonly action: string;
  readonly kind: MailKind;
  readonly off: readonly MailKind[];
}

function ThisKind({ action, kind, off }: ThisKindProps): VNode {
  const { name } = MAIL_KINDS[kind];
  return (
    <PageSection id="stop" name="Stop mails like that one">
      {off.includes(kind) ? (
        <p class="govuk-body">None of these come to this address: {name}.</p>
      ) : (
        <form method="post" action={action}>
          <HiddenFields fields={[['List-Unsubscribe', 'One-Click']]} />
          <p class="govuk-body">It was one of these: {name}.</p>
          <Button>Stop these mails</Button>
        </form>
      )}
    </PageSection>
  );
}
