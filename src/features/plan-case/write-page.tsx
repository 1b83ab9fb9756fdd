import type { VNode } from 'preact';
import { ASKS, CASE_LIMITS, readerOf, stepsForCase, type CaseDraft } from '../../domain/case/case.ts';
import { pinState } from '../../domain/plan/plan-pins.ts';
import type { FieldErrors } from '../../http/form.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { ASK_WORDS, READER_WORDS } from '../../ui/case-words.ts';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { InsetText } from '../../ui/inset-text.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { spanWords } from '../../ui/step-words.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { takeable, type Typed } from './case-form.ts';
import type { CaseVisit } from './case-visit.ts';
import { SentList } from './sent-list.tsx';

export interface WritePageProps {
  readonly here: CaseVisit;
  readonly now: string;
  readonly typed: Typed;
  readonly errors?: FieldErrors | undefined;
  /** Somebody saved since the form was shown: what stands now. */
  readonly newer?: CaseDraft | undefined;
  /** What was chosen from the phases stands in the text, and is not saved yet. */
  readonly hasTaken?: boolean;
}

export function WritePage(props: WritePageProps): VNode {
  const { here, errors, newer } = props;
  const { visit, plan, planUrls } = here;
  const reader = READER_WORDS[readerOf(plan)];
  const title = `The case for ${reader.your}`;
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined || newer !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {newer && <Newer newer={newer} />}
      <PageHeading
        title={title}
        caption={plan.title}
        lead="One page that can be answered in a minute: what, why, what it costs the school, and what you ask for."
      />
      <SentList here={here} />
      {stepsForCase(plan).length === 0 ? <NothingToAsk here={here} /> : <WriteForm {...props} />}
    </Layout>
  );
}

function NothingToAsk({ here: { planUrls } }: Pick<WritePageProps, 'here'>): VNode {
  return (
    <p class="govuk-body">
      A case is made for a step in your timetable, and there is none yet.{' '}
      <a class="govuk-link" href={planUrls.add()}>
        Add a step
      </a>{' '}
      first.
    </p>
  );
}

function Newer({ newer }: { readonly newer: CaseDraft }): VNode {
  return (
    <ErrorSummary title="This case was saved elsewhere since you opened it">
      What you have just written is in the form and not saved yet. Saved since then: “{newer.why || 'no reason yet'}”
      {newer.back !== '' && <> and “{newer.back}”</>}. Save again to keep yours in its place.
    </ErrorSummary>
  );
}

function WriteForm(props: WritePageProps): VNode {
  const { here, now, hasTaken = false } = props;
  const { planUrls, draftVersion, draftSavedAt } = here;
  return (
    <form method="post" action={planUrls.sponsorCase()} noValidate>
      <HiddenFields fields={[['version', String(draftVersion)]]} />
      {draftSavedAt !== undefined && (
        <p class="app-plan__saved">
          {formatSaved(draftSavedAt, now)}.{hasTaken && ' What you have just taken over is not saved yet.'}
        </p>
      )}
      <Steps {...props} />
      <Why {...props} />
      <Asks {...props} />
      <Figures {...props} />
      <Button name="act" value="save">
        Save and see it as it will be read
      </Button>
    </form>
  );
}

function Steps({ here, typed, errors }: WritePageProps): VNode {
  const { plan, planUrls, visit } = here;
  return (
    <Checkboxes
      name="steps"
      legend="What is it for?"
      legendSize="m"
      hint="Usually one step. Up to three."
      error={errors?.get('steps')}
      values={typed.steps}
      items={stepsForCase(plan).map((step) => ({
        value: step.id,
        text: step.name,
        hint: (
          <>
            {spanWords(step.start, step.hours.length)}
            {step.pin && pinState(step.pin, visit.on).kind !== 'same' && (
              <>
                . Something has changed since you planned it:{' '}
                <a class="govuk-link" href={planUrls.step(step)}>
                  look at it first<span class="govuk-visually-hidden">: {step.name}</span>
                </a>
              </>
            )}
          </>
        ),
      }))}
    />
  );
}

function Why({ here, typed, errors }: WritePageProps): VNode {
  const from = takeable(here.plan);
  return (
    <>
      <Textarea
        name="why"
        label="Why, for pupils?"
        labelSize="m"
        hint={`Two or three sentences: what you see now, and what would change. Up to ${CASE_LIMITS.why} letters. No pupil’s name.`}
        value={typed.why}
        error={errors?.get('why')}
        rows={6}
      />
      {from.length > 0 && (
        <Details summary="Take over what you wrote in your plan">
          <Checkboxes
            name="take"
            legend="Only what you choose is put into the text, where you can change it"
            small
            items={from.map(({ id, ask, said }) => ({ value: id, text: said, hint: ask }))}
          />
          <Button kind="secondary" name="act" value="take">
            Put these into the text
          </Button>
        </Details>
      )}
      <Textarea
        name="back"
        label="What comes back to the school?"
        labelSize="m"
        hint={`What colleagues or the school get from it. Leave it empty if you would rather not say. Up to ${CASE_LIMITS.back} letters.`}
        value={typed.back}
        error={errors?.get('back')}
        rows={3}
      />
    </>
  );
}

function Asks({ typed, errors }: WritePageProps): VNode {
  return (
    <Checkboxes
      name="asks"
      legend="What do you ask for?"
      legendSize="m"
      hint="What training providers ask sponsors. Answered once, it can be used for any of them."
      error={errors?.get('asks')}
      values={typed.asks}
      items={ASKS.map((ask) => ({ value: ask, text: `To ${ASK_WORDS[ask].ask}` }))}
    />
  );
}

function Figures({ typed, errors }: WritePageProps): VNode {
  const field = (name: string, value: string) => ({
    name,
    value,
    error: errors?.get(name),
    labelSize: 's' as const,
    inputMode: 'decimal' as const,
  });
  return (
    <fieldset class="govuk-fieldset app-case__own">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Figures you know yourself</legend>
      <InsetText>
        The fee, who pays and what comes to the school are filled in from their sources. What you leave empty here is
        said to be not known.
      </InsetText>
      <TextInput
        {...field('days', typed.days)}
        label="Days out of class in a year"
        hint="Ask the provider for its dates"
        width={4}
      />
      <TextInput
        {...field('day-cost', typed.dayCost)}
        label="What a day’s cover costs your school"
        hint="Leave it empty to go by what DfE’s survey found"
        prefix="£"
        width={5}
      />
      <TextInput {...field('travel', typed.travel)} label="Travel in a year" prefix="£" width={5} />
    </fieldset>
  );
}
