import type { VNode } from 'preact';
import type { Reflection } from '../../db/reflections.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import {
  QUESTION_HINTS,
  QUESTION_WORDS,
  REFLECTION_QUESTIONS,
  TAKES,
  type ReflectionPrompt,
  type ReflectionQuestion,
} from '../../domain/looking-back/reflection.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatDay, formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { Textarea } from '../../ui/textarea.tsx';

export interface ReflectionPageProps {
  readonly here: PlanVisit;
  readonly prompt: ReflectionPrompt;
  /** What was answered before, if anything. */
  readonly held: Reflection | undefined;
  readonly now: string;
  /** It was saved with something that looks like a name, and that is to be said. */
  readonly isLook: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** Two minutes: four questions, of which any can be left empty and all can be skipped. */
export function ReflectionPage(props: ReflectionPageProps): VNode {
  const { here, prompt, held, now, errors } = props;
  const { visit, planUrls, plan } = here;
  const warned = REFLECTION_QUESTIONS.map((id) => ({ id, label: QUESTION_WORDS[id], found: foundIn(props, id) }));
  return (
    <Layout
      title={prompt.name}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.reflections()}>Back to all you look back on</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <SavedWithNames
        saved={held ? formatSaved(held.savedAt, now) : ''}
        fields={warned.filter(({ found }) => found.length > 0)}
        on={{ href: planUrls.reflections(), words: 'go back to all you look back on' }}
      />
      <PageHeading
        title={prompt.name}
        caption={`Looking back on “${plan.title}”`}
        lead={`A sentence is enough, and any question can stay empty: this is meant to take ${TAKES}.`}
      />
      <Signs {...props} />
      <ReflectionForm {...props} />
    </Layout>
  );
}

function foundIn({ held, isLook }: ReflectionPageProps, question: ReflectionQuestion) {
  return isLook ? findNames(held?.answers[question] ?? '') : [];
}

/** What they said beforehand would show whether it works: the hardest question is half answered by it. */
function Signs({ here: { plan } }: ReflectionPageProps): VNode | null {
  const signs = plan.answers['signs-it-works'];
  if (signs === undefined) return null;
  return <InsetText>You wrote in Deliver what would show that it works, or that it does not: “{signs}”</InsetText>;
}

function ReflectionForm(props: ReflectionPageProps): VNode {
  const { here, prompt, held } = props;
  const { planUrls } = here;
  return (
    <form method="post" action={planUrls.reflection(prompt)} noValidate>
      <HiddenFields fields={[['version', String(held?.version ?? 0)]]} />
      <HowItStands {...props} />
      {REFLECTION_QUESTIONS.map((question) => (
        <Field key={question} {...props} question={question} />
      ))}
      <div class="govuk-button-group">
        <Button name="act" value="save">
          Save
        </Button>
        {held?.state === 'written' ? (
          <a class="govuk-link" href={planUrls.reflections()}>
            Leave it as it is
          </a>
        ) : (
          <button type="submit" name="act" value="skip" class="app-link-button">
            Skip this one
          </button>
        )}
      </div>
    </form>
  );
}

function HowItStands({ here: { visit }, prompt, held, now, errors }: ReflectionPageProps): VNode {
  const saved = held?.state === 'written' ? `${formatSaved(held.savedAt, now)}. ` : '';
  return (
    <p class="govuk-body">
      {prompt.dueOn > visit.today ? 'Due on' : 'Asked on'} {formatDay(held?.dueOn ?? prompt.dueOn)}.{' '}
      {errors ? 'What you have just written is not saved yet. ' : saved}
      Write <strong>nobody’s name</strong>, neither a pupil’s nor a colleague’s.
    </p>
  );
}

function Field(props: ReflectionPageProps & { readonly question: ReflectionQuestion }): VNode {
  const { prompt, held, sent, errors, question } = props;
  const found = foundIn(props, question);
  const warningId = `${question}-name`;
  return (
    <div class="app-phase__prompt">
      <NameWarning id={warningId} found={found} />
      <Textarea
        name={question}
        label={QUESTION_WORDS[question]}
        labelSize="s"
        hint={QUESTION_HINTS[prompt.phase][question]}
        rows={3}
        class="app-look-back__words"
        value={sent?.one(question) ?? held?.answers[question] ?? ''}
        error={errors?.get(question)}
        describedBy={found.length > 0 ? warningId : undefined}
      />
    </div>
  );
}
