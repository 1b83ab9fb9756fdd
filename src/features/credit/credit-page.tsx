import type { VNode } from 'preact';
import { isSilent, type CreditAnswer, type Range } from '../../domain/funding/masters-credit.ts';
import { LOAN_ONCE, LOAN_RULE, MASTERS_CREDITS, topicsAt } from '../../domain/funding/masters-credit-universities.ts';
import { NPQ_WORDS, ROUTE_WORDS } from '../../domain/words.ts';
import type { Visit } from '../../http/page.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Details } from '../../ui/details.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FactList } from '../../ui/fact-list.tsx';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Prose } from '../../ui/prose.tsx';
import type { CreditForm } from './credit-form.ts';
import { CreditQuestions } from './credit-questions.tsx';
import { CreditTable, UniversityLink } from './credit-table.tsx';
import { caveats, rangeWords, universityName } from './credit-words.ts';
import type { Pack } from './pack.ts';
import { PackSection } from './pack-section.tsx';
import { TermsTable } from './terms-table.tsx';

export interface CreditPageProps {
  readonly visit: Visit;
  readonly form: CreditForm;
  /** The university that gives most first. */
  readonly answers: readonly CreditAnswer[];
  readonly pack: Pack | undefined;
  /** The teacher told of a master's degree. */
  readonly hasMasters: boolean;
}

const TITLE = 'What your NPQ counts for towards a master’s';

export function CreditPage(props: CreditPageProps): VNode {
  const { visit, form } = props;
  const { asked, frame, urls } = visit;
  const errors = form.fields.flatMap(({ name, error }) =>
    error === undefined ? [] : { text: error, href: `#${name}` },
  );
  return (
    <Layout
      title={TITLE}
      page={frame}
      noindex={asked.personal}
      hasErrors={errors.length > 0}
      before={<Breadcrumbs items={[{ text: ROUTE_WORDS.expand, href: urls.route({ id: 'expand' }) }]} />}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <PageHeading title={TITLE} lead={asked.beforeAll ? undefined : <Lead {...props} />} />
      {asked.beforeAll ? <NothingHeld /> : form.held.length > 0 ? <Answered {...props} /> : <Unanswered {...props} />}
    </Layout>
  );
}

function Lead({ form, answers, visit: { on, urls } }: CreditPageProps): VNode {
  if (form.held.length === 0)
    return <>Some universities count an NPQ, so that less is left to study and to pay. Say which you have.</>;
  const [first, ...others] = answers;
  const silent = others.filter(({ credits }) => !credits);
  if (!first?.credits || !first.best)
    return <>None of the universities we list publishes a figure for what you have. Each can be asked.</>;
  return (
    <>
      At {universityName(first, on)} {NPQ_WORDS[first.best.npq]} counts for {withoutUnit(first.credits)} of{' '}
      <Prose text={`{{${MASTERS_CREDITS}}}`} on={on} urls={urls} />.{' '}
      {silent.length > 0 &&
        `From ${formatCount(silent.length, 'other university', 'other universities')} we found no figure: ask.`}
    </>
  );
}

/** `up to 40`, before "of 180 credits". */
function withoutUnit(credits: Range): string {
  return rangeWords(credits, 'credits').replace(/ credits?$/, '');
}

function Unanswered(props: CreditPageProps): VNode {
  const { visit, form, answers } = props;
  const { on, urls, asked } = visit;
  const [speaking] = parted(answers, on);
  return (
    <>
      <CreditQuestions asked={asked} form={form} />
      <TermsTable answers={speaking} on={on} urls={urls} />
      <ToAsk {...props} />
      <Loan {...props} />
      <Why {...props} />
    </>
  );
}

function Answered(props: CreditPageProps): VNode {
  const { visit, form, answers, pack } = props;
  const { on, urls, asked } = visit;
  const [speaking] = parted(answers, on);
  return (
    <>
      <CreditTable answers={speaking} on={on} urls={urls} />
      <ToAsk {...props} />
      <Loan {...props} />
      <PageSection id="your-npqs" name="When you finished">
        <CreditQuestions asked={asked} form={form} />
      </PageSection>
      <Why {...props} />
      {pack && <PackSection pack={pack} answers={answers} form={form} urls={urls} />}
    </>
  );
}

/** Those that publish something to reckon with, and those of which nothing is held. */
function parted(
  answers: readonly CreditAnswer[],
  { facts }: Visit['on'],
): readonly [speaking: readonly CreditAnswer[], silent: readonly CreditAnswer[]] {
  const silent = answers.filter(({ university }) => isSilent(university, facts));
  return [answers.filter((answer) => !silent.includes(answer)), silent];
}

/** In a table they would be rows that all say the same. */
function ToAsk({ visit: { on, urls }, answers }: CreditPageProps): VNode | null {
  const [, silent] = parted(answers, on);
  if (silent.length === 0) return null;
  return (
    <div class="app-prose">
      <h2>Not confirmed: ask</h2>
      <p>We found no figure and no age limit for an NPQ from these.</p>
      <ul>
        {silent.map((answer) => (
          <li key={answer.university.provider}>
            <UniversityLink answer={answer} on={on} urls={urls} />
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Said beside the answer: whoever takes the credit may lose more than it saves. */
function Loan({ visit: { on, urls }, answers, hasMasters }: CreditPageProps): VNode {
  const lost = answers.find(({ loan }) => loan === 'usually-lost');
  return (
    <PageSection id="loan" name="Credit usually costs you the loan">
      <p class="govuk-body">
        {lost?.left
          ? `With credit at ${universityName(lost, on)} you would have ${rangeWords(lost.left, 'credits')} left to study. A course shorter than a whole degree usually carries no master’s loan.`
          : 'Credit makes the course shorter than a whole degree, and then it usually carries no master’s loan.'}{' '}
        The whole degree costs more and can be paid back from your salary; the shorter one costs less and is paid now,
        out of your own pocket. Work out both before you claim.
      </p>
      {hasMasters && (
        <p class="govuk-body">You told us that you have a master’s degree: this loan is not open to you either way.</p>
      )}
      <FactList topics={[LOAN_RULE, LOAN_ONCE]} on={on} urls={urls} />
    </PageSection>
  );
}

function Why(props: CreditPageProps): VNode {
  const [speaking, silent] = parted(props.answers, props.visit.on);
  return (
    <PageSection id="why" name="Why, and where it stands">
      {speaking.map((answer) => (
        <Reasons key={answer.university.provider} answer={answer} {...props} />
      ))}
      {silent.length > 0 && (
        <Details summary="What we hold of the universities to ask">
          {silent.map((answer) => (
            <Reasons key={answer.university.provider} answer={answer} {...props} />
          ))}
        </Details>
      )}
    </PageSection>
  );
}

function Reasons({ answer, visit: { on, urls }, form }: CreditPageProps & { readonly answer: CreditAnswer }): VNode {
  const codes = form.held.length > 0 ? form.held.map(({ npq }) => npq) : undefined;
  const name = universityName(answer, on);
  return (
    <>
      <h3 class="govuk-heading-s">{name.replace(/^the /, '')}</h3>
      {caveats(answer, name).map((sentence) => (
        <p key={sentence} class="govuk-body">
          {sentence}
        </p>
      ))}
      <FactList topics={topicsAt(answer.university, codes)} on={on} urls={urls} />
    </>
  );
}
