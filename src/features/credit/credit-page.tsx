import type { VNode } from 'preact';
import type { CreditAnswer } from '../../domain/masters-credit.ts';
import { isPublishedBy } from '../../domain/masters-credit.ts';
import { LOAN_ONCE, LOAN_RULE, MASTERS_CREDITS, topicsAt } from '../../domain/masters-credit-universities.ts';
import { NPQ_WORDS, ROUTE_WORDS } from '../../domain/words.ts';
import type { Visit } from '../../http/page.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
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
import { CreditTable } from './credit-table.tsx';
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
      At {universityName(first, on)} {NPQ_WORDS[first.best.npq]} counts for {rangeWords(first.credits, 'credits')} of{' '}
      <Prose text={`{{${MASTERS_CREDITS}}}`} on={on} urls={urls} />.{' '}
      {silent.length > 0 &&
        `From ${formatCount(silent.length, 'other university', 'other universities')} we found no figure: ask.`}
    </>
  );
}

function Unanswered(props: CreditPageProps): VNode {
  const { visit, form, answers } = props;
  const { on, urls, asked } = visit;
  return (
    <>
      <CreditQuestions asked={asked} form={form} />
      <TermsTable answers={answers} isPublished={(one) => isPublishedBy(one, on.facts)} on={on} urls={urls} />
      <Loan {...props} />
      <Why {...props} />
    </>
  );
}

function Answered(props: CreditPageProps): VNode {
  const { visit, form, answers, pack } = props;
  const { on, urls, asked } = visit;
  return (
    <>
      <CreditTable answers={answers} on={on} urls={urls} />
      <Loan {...props} />
      <PageSection id="your-npqs" name="Your NPQs">
        <CreditQuestions asked={asked} form={form} />
      </PageSection>
      <Why {...props} />
      {pack && <PackSection pack={pack} answers={answers} form={form} urls={urls} />}
    </>
  );
}

/** Said beside the answer: whoever takes the credit may lose more than it saves. */
function Loan({ visit: { on, urls }, answers, hasMasters }: CreditPageProps): VNode {
  const lost = answers.find(({ loan }) => loan === 'usually-lost');
  return (
    <PageSection id="loan" name="Credit usually costs you the loan">
      <div class="app-prose">
        <p>
          <strong>
            A master’s loan needs <Prose text={`{{${LOAN_RULE}}}`} on={on} urls={urls} />.
          </strong>{' '}
          {lost?.left &&
            `With credit at ${universityName(lost, on)} only ${rangeWords(lost.left, 'credits')} may be left, which usually means no loan. `}
          The whole degree costs more and can be paid back from your salary; the shorter one costs less and is paid now,
          out of your own pocket. Work out both before you claim.
        </p>
        {hasMasters && <p>You told us that you have a master’s degree, so this loan is not open to you either way.</p>}
      </div>
      <FactList topics={[LOAN_RULE, LOAN_ONCE]} on={on} urls={urls} />
    </PageSection>
  );
}

function Why({ visit: { on, urls }, answers, form }: CreditPageProps): VNode {
  const codes = form.held.length > 0 ? form.held.map(({ npq }) => npq) : undefined;
  return (
    <PageSection id="why" name="Why, and where it stands">
      {answers.map((answer) => (
        <section key={answer.university.provider} class="app-prose">
          <h3>{universityName(answer, on).replace(/^the /, '')}</h3>
          {caveats(answer, universityName(answer, on)).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <FactList topics={topicsAt(answer.university, codes)} on={on} urls={urls} />
        </section>
      ))}
    </PageSection>
  );
}
