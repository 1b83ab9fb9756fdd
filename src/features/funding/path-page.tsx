import type { VNode } from 'preact';
import type { Fact } from '../../domain/catalogue/fact.ts';
import type { FundingAnswer } from '../../domain/funding/funding.ts';
import { COHORT_IDS } from '../../domain/funding/funding-cohorts.ts';
import { intakeName } from '../../domain/funding/funding-intakes.ts';
import { INTAKE_NAMES, LIST_WORDS } from '../../domain/funding/funding-list-words.ts';
import { fundingLine, FUNDING_WORDS } from '../../domain/funding/funding-words.ts';
import { NPQ_CODES } from '../../domain/catalogue/npq.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Select } from '../../ui/select.tsx';
import { Further } from '../../ui/who-pays.tsx';
import { PATHS, type Urls } from '../../urls.ts';
import { capital, npqName } from './funding-table.tsx';
import type { FundingVisit } from './funding-visit.ts';
import { FactSource } from './reasons.tsx';
import { SchoolNotes } from './school-notes.tsx';
import { ThreeFacts } from './three-facts.tsx';

export interface PathPageProps extends FundingVisit {
  /** Absent where the address names no NPQ and intake that we know. */
  readonly answer: FundingAnswer | undefined;
  readonly fact: Fact | undefined;
}

export function PathPage(props: PathPageProps): VNode {
  const { visit, answer, pays } = props;
  const { asked, frame, urls } = visit;
  const title = answer
    ? `Who pays for ${NPQ_WORDS[answer.npq]} in ${intakeName(answer.cohort)}`
    : 'How an answer was decided';
  return (
    <Layout
      title={title}
      page={frame}
      noindex={asked.personal}
      before={<Breadcrumbs items={[{ text: 'Who pays for an NPQ', href: urls.funding() }]} />}
    >
      <PageHeading title={title} caption={pays.school?.name} />
      {asked.beforeAll ? <NothingHeld /> : answer ? <Decided {...props} answer={answer} /> : <Choose {...props} />}
    </Layout>
  );
}

function Decided(props: PathPageProps & { readonly answer: FundingAnswer }): VNode {
  const { visit, answer, fact, pays } = props;
  const { urls } = visit;
  return (
    <>
      <SchoolNotes {...props} />
      <p class="govuk-body-l">
        <FundingMark answer={answer} word={answer.status === 'unknown' ? undefined : fundingLine(answer)} />
      </p>
      <div class="app-prose">
        <p>{answer.because}</p>
        <Further answer={answer} />
        {answer.list && answer.check === undefined && (
          <p>
            The list: {LIST_WORDS[answer.list.name]}, for {INTAKE_NAMES[answer.list.vintage]}
            {answer.list.held ? '' : ', which is not held here'}.
          </p>
        )}
        <p>
          <FactSource fact={fact} urls={urls} />
        </p>
        {!pays.told && (
          <p>
            <a class="govuk-link" href={urls.funding()}>
              Tell us your school or where you work
            </a>
          </p>
        )}
      </div>
      <PageSection
        id="path"
        name="The path taken"
        lead="What the rules ask, in their own order; the first that decides is the last."
      >
        <Path answer={answer} />
      </PageSection>
      {answer.places === 'limited' && (
        <PageSection id="places" name="Eligible is not yet a place">
          <ThreeFacts visit={visit} />
        </PageSection>
      )}
      <Onward answer={answer} urls={urls} />
    </>
  );
}

function Onward({ answer: { npq }, urls }: { readonly answer: FundingAnswer; readonly urls: Urls }): VNode {
  const links = [
    { text: 'What it costs your school', href: urls.fundingCost([['npq', npq]]) },
    {
      text: 'What if you moved to another school',
      href: urls.whatIf([
        ['change', 'school'],
        ['npq', npq],
      ]),
    },
    {
      text: 'What if you waited for the next intake',
      href: urls.whatIf([
        ['change', 'wait'],
        ['npq', npq],
      ]),
    },
    {
      text: 'What if you worked part-time',
      href: urls.whatIf([
        ['change', 'part-time'],
        ['npq', npq],
      ]),
    },
  ];
  return (
    <ul class="govuk-list">
      {links.map(({ text, href }) => (
        <li key={text}>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The decision as a line: a stop to a question, the one that settled it full, and where the line ends the answer. */
function Path({ answer }: { readonly answer: FundingAnswer }): VNode {
  const { steps, settledBy, status } = answer;
  return (
    <ol class="app-path">
      {steps.map(({ question, ask, said }) => (
        <li key={question} class={classNames('app-path__stop', question === settledBy && 'app-path__stop--settled')}>
          <p class="app-path__ask">{ask}</p>
          <p class="app-path__said">
            {said}
            {question === settledBy && (
              <span class="app-path__settled">
                : {status === 'unknown' ? 'the answer waits for this' : 'this settled it'}
              </span>
            )}
          </p>
        </li>
      ))}
      <li class="app-path__stop app-path__stop--end">
        <p class="app-path__said">{answer.status === 'unknown' ? answer.because : FUNDING_WORDS[answer.status]}</p>
      </li>
    </ol>
  );
}

function Choose({ visit: { asked } }: PathPageProps): VNode {
  const on = asked.on === undefined ? [] : [['on', asked.on] as const];
  return (
    <form method="get" action={PATHS.fundingPath}>
      <HiddenFields fields={[...on, ...answersQuery(asked)]} />
      <Select
        name="npq"
        label="Which NPQ?"
        labelSize="s"
        options={NPQ_CODES.map((code) => ({ value: code, text: capital(npqName(code)) }))}
      />
      <Select
        name="cohort"
        label="Which intake?"
        labelSize="s"
        options={COHORT_IDS.toReversed().map((cohort) => ({ value: cohort, text: capital(intakeName(cohort)) }))}
      />
      <Button>Show how it is decided</Button>
    </form>
  );
}
