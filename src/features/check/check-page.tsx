import type { VNode } from 'preact';
import { NONE } from '../../domain/matching/answers.ts';
import type { Question } from '../../domain/matching/questions.ts';
import type { Visit } from '../../http/page.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { Radios } from '../../ui/radios.tsx';
import { PATHS } from '../../urls.ts';

export interface CheckPageProps {
  readonly visit: Visit;
  readonly question: Question;
  /** What was answered before, where an answer is being changed. */
  readonly values: readonly string[];
  readonly error: string | undefined;
  /** The other answers, carried along. */
  readonly carried: readonly (readonly [string, string])[];
  readonly back: string;
  readonly skip: string;
  readonly settled: number;
  readonly of: number;
}

/** One question. A form that only asks: the answer travels in the address. */
export function CheckPage(props: CheckPageProps): VNode {
  const { visit, question, error, carried, back, skip } = props;
  return (
    <Layout
      title={question.ask}
      page={visit.frame}
      noindex
      hasErrors={error !== undefined}
      before={<BackLink href={back} />}
    >
      <div class="app-check">
        {error !== undefined && <ErrorSummary errors={[{ text: error, href: `#${question.id}` }]} />}
        {question.id === 'setting' && (
          <p class="govuk-body">
            <a class="govuk-link" href={visit.urls.schools()}>
              Name your school
            </a>{' '}
            and we know its age group, its area and DfE’s lists, and ask less. Or choose here.
          </p>
        )}
        <form method="get" action={PATHS.check} noValidate>
          <HiddenFields fields={carried} />
          <input type="hidden" name="asked" value={question.id} />
          <Choices {...props} />
          <Button>Continue</Button>
        </form>
        <p class="govuk-body">
          <a class="govuk-link" href={skip}>
            Skip this question
          </a>
        </p>
        <Standing {...props} />
      </div>
    </Layout>
  );
}

function Choices({ question, values, error }: CheckPageProps): VNode {
  const options = question.options.map(({ value, label, hint }) => ({ value, text: label, hint }));
  const group = {
    name: question.id,
    legend: question.ask,
    legendSize: 'l',
    legendIsPageHeading: true,
    hint: question.hint ?? (question.many ? 'Choose all that apply.' : undefined),
    error,
  } as const;
  if (!question.many) return <Radios {...group} items={options} value={values[0]} />;
  const none =
    question.none === undefined ? [] : [{ divider: 'or' }, { value: NONE, text: question.none, exclusive: true }];
  return <Checkboxes {...group} items={[...options, ...none]} values={values} />;
}

function Standing({ visit, settled, of }: CheckPageProps): VNode {
  return (
    <p class="app-check__standing">
      {settled === 0 ? `${of} next steps wait for an answer.` : `${settled} of ${of} next steps are decided.`}{' '}
      <a class="govuk-link" href={visit.urls.results()}>
        See what is open so far
      </a>
    </p>
  );
}
