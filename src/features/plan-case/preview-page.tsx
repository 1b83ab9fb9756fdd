import type { VNode } from 'preact';
import type { CaseGap } from '../../domain/case/case.ts';
import type { CaseSheet } from '../../domain/case/case-sheet.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { CaseView } from '../../ui/case-view.tsx';
import { NOTHING_YET, READER_WORDS } from '../../ui/case-words.ts';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { CaseVisit } from './case-visit.ts';

const GAP_WORDS: Readonly<Record<CaseGap, string>> = {
  'no-steps': 'Choose what it is for.',
  'no-why': 'Write why, for pupils.',
  'no-asks': 'Choose what you ask for.',
};

export interface PreviewPageProps {
  readonly here: CaseVisit;
  readonly sheet: CaseSheet;
  readonly gaps: readonly CaseGap[];
}

/** The case as it will be read, with the way on: to the sponsor, or to what is still missing. */
export function PreviewPage({ here, sheet, gaps }: PreviewPageProps): VNode {
  const { visit, planUrls, draft } = here;
  const title = sheet.title || NOTHING_YET;
  const reader = READER_WORDS[sheet.reader];
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.sponsorCase()}>Change the case</BackLink>}
    >
      <PageHeading title={title} caption={`${reader.kind}, as it will be read`} />
      <NameWarning id="why-names" found={findNames(`${draft.why}\n${draft.back}`)} />
      {gaps.length > 0 ? (
        <InsetText>
          Not ready to send. {gaps.map((gap) => GAP_WORDS[gap]).join(' ')}{' '}
          <a class="govuk-link" href={planUrls.sponsorCase()}>
            Change the case
          </a>
        </InsetText>
      ) : (
        <div class="govuk-button-group">
          <Button href={planUrls.caseSend()}>Send it to {reader.your}</Button>
          <a class="govuk-link" href={planUrls.casePdf()} download>
            Take it as a page to print (PDF)
          </a>
        </div>
      )}
      <CaseView sheet={sheet} />
    </Layout>
  );
}
