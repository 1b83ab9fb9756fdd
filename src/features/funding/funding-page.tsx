import type { VNode } from 'preact';
import type { FundingAnswer } from '../../domain/funding/funding.ts';
import { intakeName, type IntakesAbout } from '../../domain/funding/funding-intakes.ts';
import { settingSentence } from '../../domain/funding/funding-words.ts';
import { Details } from '../../ui/details.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { FundingForm, SchoolBox } from './funding-form.tsx';
import { FundingTable } from './funding-table.tsx';
import type { FundingVisit } from './funding-visit.ts';
import { ListsUsed, Reasons } from './reasons.tsx';
import { SchoolNotes } from './school-notes.tsx';
import { ThreeFacts } from './three-facts.tsx';

export interface FundingPageProps extends FundingVisit {
  readonly intakes: IntakesAbout;
  /** Every NPQ in the newest intake, but those it does not have. */
  readonly newest: readonly FundingAnswer[];
}

/** Open to more settings than NPQ scholarships are. */
const OTHER_MONEY = [
  'itt-mentor-grant',
  'itt-mentor-grant-settings',
  'ect-mentor-backfill',
  'ect-funded-settings',
] as const;

const TITLE = 'Who pays for an NPQ';

export function FundingPage(props: FundingPageProps): VNode {
  const { visit, pays } = props;
  const { asked, frame } = visit;
  return (
    <Layout title={TITLE} page={frame} noindex={asked.personal}>
      <PageHeading title={TITLE} caption={pays.school?.name} lead={asked.beforeAll ? undefined : <Lead {...props} />} />
      {asked.beforeAll ? <NothingHeld /> : pays.told ? <Answered {...props} /> : <Asked {...props} />}
    </Layout>
  );
}

function Lead({ pays, newest, intakes }: FundingPageProps): string {
  if (intakes.newest === undefined) return 'No rules were announced yet on that day.';
  if (!pays.told) return 'It depends on your school, on the intake and on the NPQ. Name your school and see them all.';
  const none = settingSentence(newest);
  if (none !== undefined) return none;
  const funded = newest.filter(({ status }) => status === 'funded');
  const unsure = funded.filter(({ check }) => check !== undefined).length;
  const at = pays.school ? `for staff of ${pays.school.name}` : 'for you';
  const hanging = unsure === 0 ? '' : `, ${unsure} of them only if it is still on DfE’s list`;
  return `By the ${intakeName(intakes.newest)} rules, ${funded.length === 0 ? 'none' : funded.length} of the ${newest.length} on offer would be funded ${at}${hanging}.${undecided(newest)}`;
}

/** What is neither funded nor not: a count of the funded alone would read as a refusal of the rest. */
function undecided(newest: readonly FundingAnswer[]): string {
  const review = newest.filter(({ status }) => status === 'review').length;
  const owed = newest.filter(({ status, owner }) => status === 'unknown' && owner === 'teacher').length;
  return [
    ...(review === 0 ? [] : [` DfE reviews each application for ${review} more.`]),
    ...(owed === 0 ? [] : [` For ${owed} it hangs on what you have not told us.`]),
  ].join('');
}

function Asked(props: FundingPageProps): VNode {
  const { visit } = props;
  return (
    <>
      <SchoolNotes {...props} />
      <SchoolBox asked={visit.asked} />
      <Details summary="Go by the kind of school or setting instead">
        <FundingForm {...props} />
      </Details>
      <Tables {...props} />
      <PageSection id="places" name="Eligible is not yet a place">
        <ThreeFacts visit={visit} />
      </PageSection>
    </>
  );
}

function Answered(props: FundingPageProps): VNode {
  const { visit, intakes, newest } = props;
  const { on, urls } = visit;
  return (
    <>
      <SchoolNotes {...props} />
      <Details summary="Change what this goes by" class="app-funding-form">
        <SchoolBox asked={visit.asked} />
        <FundingForm {...props} />
      </Details>
      <Tables {...props} />
      {intakes.newest !== undefined && (
        <PageSection id="why" name={`Why, for ${intakeName(intakes.newest)}`}>
          <Details summary="The reason for each NPQ">
            <Reasons answers={newest} on={on} urls={urls} />
          </Details>
        </PageSection>
      )}
      <PageSection id="places" name="Eligible is not yet a place">
        <ThreeFacts visit={visit} />
      </PageSection>
      <PageSection id="lists" name="The lists this rests on">
        <ListsUsed answers={newest} on={on} />
        {newest.every(({ list }) => !list) && <p class="govuk-body">None: no list changes these answers.</p>}
      </PageSection>
      <PageSection
        id="grants"
        name="What else may come to a school"
        lead="Money that goes by other rules than those for NPQs."
      >
        <FactList topics={OTHER_MONEY} on={on} urls={urls} />
      </PageSection>
      <WhatIf {...props} />
    </>
  );
}

function Tables({ visit, pays, intakes }: FundingPageProps): VNode {
  const shared = { pays, newest: intakes.newest, urls: visit.urls };
  return (
    <PageSection
      id="intakes"
      name="Every NPQ in every intake"
      lead={
        pays.told
          ? 'Each answer leads to its reason, its source and its day.'
          : 'Whom the rules of each intake fund. Name your school to see what that means for you.'
      }
    >
      <FundingTable caption="Newest intakes" cohorts={intakes.near} {...shared} />
      {intakes.older.length > 0 && (
        <Details summary="Earlier intakes">
          <ScrollRegion label="Table of earlier intakes">
            <FundingTable caption="Earlier intakes" cohorts={intakes.older} {...shared} />
          </ScrollRegion>
        </Details>
      )}
    </PageSection>
  );
}

function WhatIf({ visit: { urls } }: FundingPageProps): VNode {
  return (
    <PageSection id="what-if" name="What if">
      <ul class="govuk-list">
        <li>
          <a class="govuk-link" href={urls.whatIf([['change', 'wait']])}>
            You waited for the next intake
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.whatIf([['change', 'school']])}>
            You moved to another school
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.whatIf([['change', 'part-time']])}>
            You worked part-time
          </a>
        </li>
        <li>
          <a class="govuk-link" href={urls.fundingCost([])}>
            It is not funded: what it would cost your school
          </a>
        </li>
      </ul>
    </PageSection>
  );
}
