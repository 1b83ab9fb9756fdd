import type { VNode } from 'preact';
import type { SentCase } from '../../db/case-schema.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { domainOf, type Belonging } from '../../domain/case/school-email.ts';
import type { CaseState } from '../../domain/case/sponsor-answer.ts';
import type { FieldErrors } from '../../http/form.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import { CaseAnswerView } from '../../ui/case-answer-view.tsx';
import { CaseView } from '../../ui/case-view.tsx';
import { belongingWords } from '../../ui/case-words.ts';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDay, formatInstant } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { urlsOfCase } from '../../urls.ts';
import type { TypedAnswer } from './answer-form.ts';
import { AnswerSection } from './answer-section.tsx';

export interface CasePageProps {
  readonly here: ShareVisit;
  readonly sent: SentCase;
  readonly state: CaseState;
  readonly school: string | undefined;
  readonly belonging: Belonging;
  readonly typed: TypedAnswer;
  readonly errors?: FieldErrors | undefined;
  /** Another answer came in since the form was shown, from another window of theirs. */
  readonly isStale?: boolean;
}

/** The case, and under it the answer: one page, one minute. */
export function CasePage(props: CasePageProps): VNode {
  const { here, sent, state, errors, isStale = false, school } = props;
  const { visit, share, owner, key } = here;
  const { sheet } = sent;
  const urls = urlsOfCase({ key });
  return (
    <Layout title={sheet.title} page={visit.frame} noindex hasErrors={errors !== undefined || isStale}>
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {isStale && (
        <ErrorSummary title="An answer was given since you opened this page">
          It stands below. What you have just chosen is in the form and not sent yet.
        </ErrorSummary>
      )}
      <PageHeading
        title={sheet.title}
        caption={`A case from ${nameOf(owner, 'within')}${school === undefined ? '' : `, ${school}`}`}
        lead={state.answer ? undefined : <Asked here={here} state={state} />}
      />
      <CaseView sheet={sheet} />
      <Given {...props} />
      {state.usedAt === undefined && <AnswerSection {...props} />}
      <p class="govuk-body">
        <a class="govuk-link" href={urls.pdf()} download>
          {state.answer ? 'This page with your answer, for your file (PDF)' : 'This page to print (PDF)'}
        </a>
      </p>
      <p class="govuk-body-s app-plan__version">
        That your email address belongs to the school:{' '}
        {lowered(belongingWords(props.belonging, domainOf(share.address)))} This link works until{' '}
        {formatDay(share.expiresOn)}. It shows this page and nothing else of the plan.
      </p>
    </Layout>
  );
}

/** By when an answer is asked for; once it was closed, that none is. */
function Asked({ here: { share, visit }, state }: Pick<CasePageProps, 'here' | 'state'>): VNode {
  const are = visit.today <= share.answerBy ? 'are' : 'were';
  return (
    <>
      {state.closedAt === undefined
        ? `You ${are} asked to answer by ${formatDay(share.answerBy)}: yes, yes if, or no with a reason.`
        : `Nothing is expected of you any more: this was closed on ${formatDay(londonDay(state.closedAt))}. If you answer after all, it counts.`}{' '}
      <a class="govuk-link" href="#your-answer">
        Go to the answer
      </a>
    </>
  );
}

function Given({ here: { owner }, sent, state }: CasePageProps): VNode | null {
  if (!state.answer) return null;
  return (
    <PageSection id="given" name="Your answer">
      <CaseAnswerView asks={sent.sheet.asks} answer={state.answer} />
      {state.usedAt !== undefined && (
        <p class="govuk-body">
          {nameOf(owner)} used it in an application, as they said on {formatInstant(state.usedAt)}. It stands as it is;
          if it has to change, talk to them.
        </p>
      )}
    </PageSection>
  );
}

function lowered(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
