import type { VNode } from 'preact';
import type { Ask } from '../../domain/case/case.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { ANSWER_LIMITS, ANSWERS, answersTo, SPONSOR_ROLES, type Answer } from '../../domain/case/sponsor-answer.ts';
import type { FieldErrors } from '../../http/form.ts';
import { Button } from '../../ui/button.tsx';
import { ANSWER_WORDS, ASK_WORDS, ROLE_WORDS } from '../../ui/case-words.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Radios } from '../../ui/radios.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { urlsOfCase } from '../../urls.ts';
import { askField, conditionField, WORDS_FIELD, type TypedAnswer } from './answer-form.ts';
import type { CasePageProps } from './case-page.tsx';

interface Fields {
  readonly typed: TypedAnswer;
  readonly errors?: FieldErrors | undefined;
}

export function AnswerSection(props: CasePageProps): VNode {
  const { here, sent, state, typed, errors } = props;
  const { asks } = sent.sheet;
  return (
    <PageSection id="your-answer" name={state.answer ? 'Change your answer' : 'Your answer'}>
      <form method="post" action={urlsOfCase({ key: here.key }).case()} noValidate>
        <HiddenFields
          fields={[
            ['act', 'answer'],
            ['after', String(state.lastSaid)],
          ]}
        />
        <Whole typed={typed} errors={errors} applicant={nameOf(here.owner)} />
        {asks.length > 0 && (
          <>
            <h3 class="govuk-heading-m">What providers will ask you</h3>
            <p class="govuk-body">
              Answer once: {nameOf(here.owner, 'within')} can use it for any provider’s form. Leave these empty if you
              said yes to everything, or no.
            </p>
            {asks.map((ask) => (
              <OneAsk key={ask} ask={ask} typed={typed} errors={errors} />
            ))}
          </>
        )}
        <Signed typed={typed} errors={errors} />
        <Button preventDoubleClick>{state.answer ? 'Send the changed answer' : 'Send your answer'}</Button>
      </form>
    </PageSection>
  );
}

const WHOLE_WORDS: Readonly<Record<Answer, { readonly label: string; readonly hint: string } | undefined>> = {
  yes: undefined,
  if: { label: 'Your condition', hint: 'So that they know what to do next.' },
  no: { label: 'The reason', hint: 'They read it as you write it. It is what they can go on from.' },
};

const YES_HINT = 'To everything that is asked, except what you answer otherwise below.';

function Whole({ typed, errors, applicant }: Fields & { readonly applicant: string }): VNode {
  return (
    <Radios
      name="answer"
      legend="Do you agree?"
      legendSize="m"
      hint={`${applicant} is told that you have answered, and reads it on their own page.`}
      error={errors?.get('answer')}
      value={typed('answer')}
      items={ANSWERS.map((answer) => ({
        value: answer,
        text: ANSWER_WORDS[answer],
        hint: answer === 'yes' ? YES_HINT : undefined,
        conditional: wordsOf(answer, { typed, errors }),
      }))}
    />
  );
}

function wordsOf(answer: Answer, { typed, errors }: Fields): VNode | undefined {
  const [words, field] = [WHOLE_WORDS[answer], WORDS_FIELD[answer]];
  if (!words || field === undefined) return undefined;
  return (
    <Textarea
      name={field}
      label={words.label}
      hint={`${words.hint} Up to ${ANSWER_LIMITS.words} letters.`}
      value={typed(field)}
      error={errors?.get(field)}
      rows={3}
    />
  );
}

function OneAsk({ ask, typed, errors }: Fields & { readonly ask: Ask }): VNode {
  const [field, condition] = [askField(ask), conditionField(ask)];
  return (
    <Radios
      name={field}
      legend={ASK_WORDS[ask].question}
      legendSize="s"
      error={errors?.get(field)}
      value={typed(field)}
      small
      items={answersTo(ask).map((answer) => ({
        value: answer,
        text: ANSWER_WORDS[answer],
        conditional:
          answer === 'if' ? (
            <TextInput
              name={condition}
              label={
                <>
                  Your condition<span class="govuk-visually-hidden">: {ASK_WORDS[ask].question}</span>
                </>
              }
              value={typed(condition)}
              error={errors?.get(condition)}
            />
          ) : undefined,
      }))}
    />
  );
}

function Signed({ typed, errors }: Fields): VNode {
  return (
    <>
      <TextInput
        name="name"
        label="Your name, as a provider’s form should have it"
        labelSize="s"
        value={typed('name')}
        error={errors?.get('name')}
        autocomplete="name"
      />
      <Select
        name="role"
        label="Your role"
        labelSize="s"
        value={typed('role')}
        error={errors?.get('role')}
        options={[
          { value: '', text: 'Choose your role' },
          ...SPONSOR_ROLES.map((role) => ({ value: role, text: ROLE_WORDS[role] })),
        ]}
      />
    </>
  );
}
