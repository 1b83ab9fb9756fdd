import type { VNode } from 'preact';
import { londonDay } from '../../domain/calendar/london.ts';
import type { CaseState } from '../../domain/case/sponsor-answer.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import { Button } from '../../ui/button.tsx';
import { formatDay } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { urlsOfCase } from '../../urls.ts';

/** Before the first look: mail scanners open links, and a case is for one person. Nothing of it stands here. */
export function ConfirmPage({ here, state }: { readonly here: ShareVisit; readonly state: CaseState }): VNode {
  const { visit, share, owner, key } = here;
  const title = 'A case for you to answer';
  return (
    <Layout title={title} page={visit.frame} noindex>
      <PageHeading
        title={title}
        lead={
          state.closedAt === undefined
            ? `${nameOf(owner)} asks ${share.name} for an answer as sponsor, by ${formatDay(share.answerBy)}.`
            : `${nameOf(owner)} asked ${share.name} for an answer as sponsor. Nothing is expected any more: this was closed on ${formatDay(londonDay(state.closedAt))}. An answer still counts.`
        }
      />
      <p class="govuk-body">
        It is one page. You read it, you answer, and you are done: no account, nothing to install.
      </p>
      <form method="post" action={urlsOfCase({ key }).case()}>
        <HiddenFields fields={[['act', 'confirm']]} />
        <Button>I am {share.name}: show me the case</Button>
      </form>
      <p class="govuk-body">
        If you are somebody else, close this page. {nameOf(owner)} can see that this link was opened, and by whom it was
        confirmed.
      </p>
    </Layout>
  );
}
