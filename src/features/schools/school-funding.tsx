import type { VNode } from 'preact';
import { intakeName } from '../../domain/funding/funding-intakes.ts';
import { isOpen } from '../../domain/school.ts';
import { NPQ_CODES } from '../../domain/catalogue/npq.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import { urlsWithSchool } from '../../http/urls-with-school.ts';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Table } from '../../ui/table.tsx';
import { capital } from './school-lists.tsx';
import type { SchoolPageProps } from './school-page.tsx';

/** What the rules say of somebody on its staff; what hangs on the person is told as that. */
export function SchoolFunding({ visit, school, pays, intakes }: SchoolPageProps): VNode | null {
  if (!isOpen(school) || intakes.length === 0) return null;
  const rows = NPQ_CODES.map((npq) => ({ npq, answers: intakes.map((cohort) => pays.answer(npq, cohort)) }));
  const offered = rows.filter(({ answers }) => answers.some(({ status }) => status !== 'not-offered'));
  return (
    <PageSection
      id="funding"
      name="What its staff are funded for"
      lead="By the rules. It promises no place: your provider confirms one."
    >
      <ScrollRegion label="NPQs and who pays">
        <Table
          firstCellIsHeader
          head={['NPQ', ...intakes.map((cohort) => capital(intakeName(cohort)))]}
          rows={offered.map(({ npq, answers }) => [
            capital(NPQ_WORDS[npq].replace(/^the /, '')),
            ...answers.map((answer) => ({ text: <FundingMark answer={answer} /> })),
          ])}
        />
      </ScrollRegion>
      <p class="govuk-body">
        <a class="govuk-link" href={urlsWithSchool(visit.asked, school.urn).funding()}>
          See why, for every intake, and what would change it
        </a>
      </p>
    </PageSection>
  );
}
