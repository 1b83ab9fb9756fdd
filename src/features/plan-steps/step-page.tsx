import type { VNode } from 'preact';
import { halfTermName } from '../../domain/calendar/half-term.ts';
import { findNames } from '../../domain/names/name-warning.ts';
import { OWNERS, PHASE_IDS, STEP_STATES, type PlanStep } from '../../domain/plan/plan.ts';
import { PHASE_WORDS } from '../../domain/plan/plan-prompts.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { MoneyAnswers } from '../../http/who-pays.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { Select } from '../../ui/select.tsx';
import { OWNER_WORDS, STATE_WORDS } from '../../ui/step-words.ts';
import { TextInput } from '../../ui/text-input.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { WhoPaysLine } from '../../ui/who-pays.tsx';
import { RestsOn } from './rests-on.tsx';
import { halfTermsToChoose, isShown, shownHours } from './step-form.ts';

export interface StepPageProps {
  readonly here: PlanVisit;
  readonly step: PlanStep;
  /** Who would pay, where it is an NPQ. */
  readonly money: MoneyAnswers | undefined;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
  /** It has just been saved with something in its note that looks like a name. */
  readonly isLook?: boolean;
}

export function StepPage(props: StepPageProps): VNode {
  const { here, step, money, errors, isLook = false } = props;
  const { visit, planUrls, plan } = here;
  const names = isLook ? findNames(step.note) : [];
  return (
    <Layout
      title={step.name}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan(step.id)}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      {names.length > 0 && (
        <SavedWithNames
          saved="Saved"
          fields={[{ id: 'note', label: 'Note', found: names }]}
          on={{ href: planUrls.plan(step.id), words: 'back to your plan' }}
        />
      )}
      <PageHeading title={step.name} caption={`A step of “${plan.title}”`} />
      {here.checks
        .filter(({ steps }) => steps[0] === step.id)
        .map(({ because, fix }) => (
          <p key={because} class="govuk-body">
            <strong>{because}</strong> {fix.words}
          </p>
        ))}
      {money && (
        <div class="app-plan__pays">
          <WhoPaysLine {...money} urls={here.told} />
        </div>
      )}
      <StepFields {...props} />
      <RestsOn here={here} step={step} />
      <form method="post" action={planUrls.plan()}>
        <HiddenFields
          fields={[
            ['version', String(here.kept.version)],
            ['act', 'remove'],
            ['step', step.id],
          ]}
        />
        <Button kind="warning">Remove this step</Button>
      </form>
    </Layout>
  );
}

function StepFields(props: StepPageProps): VNode {
  const { planUrls, kept } = props.here;
  return (
    <form method="post" action={planUrls.step(props.step)}>
      <HiddenFields fields={[['version', String(kept.version)]]} />
      <WhenAndHowMuch {...props} />
      <WhoAndHowFar {...props} />
      <Needs {...props} />
      <Note {...props} />
      <Button>Save</Button>
    </form>
  );
}

function fieldOf({ sent, errors }: StepPageProps) {
  return (name: string, usual: string) => ({
    name,
    value: sent?.one(name) ?? usual,
    error: errors?.get(name),
    labelSize: 's' as const,
  });
}

function WhenAndHowMuch(props: StepPageProps): VNode {
  const { step } = props;
  const field = fieldOf(props);
  const hours = shownHours(step);
  return (
    <>
      <TextInput {...field('name', step.name)} label="Name" class="app-plan__line" />
      <Select {...field('when', step.start ?? step.place)} label="Starts in" options={whenOptions(props)} />
      <TextInput
        {...field('lasts', String(step.hours.length))}
        label="How many half terms it lasts"
        inputMode="numeric"
        width={3}
      />
      <TextInput
        {...field('hours', hours === null ? '' : String(hours))}
        label="Hours in each half term"
        hint={hours === null ? 'Nobody has published them. Put in your own, or leave it empty.' : undefined}
        inputMode="decimal"
        width={4}
      />
      <TextInput
        {...field('cost', step.cost === null ? '' : String(step.cost / 100))}
        label="What it costs you in all"
        hint="Leave it empty if you do not know"
        prefix="£"
        inputMode="decimal"
        width={5}
      />
    </>
  );
}

function WhoAndHowFar(props: StepPageProps): VNode {
  const { step } = props;
  const field = fieldOf(props);
  return (
    <>
      <Select
        {...field('owner', step.owner)}
        label="Who has to act"
        options={OWNERS.map((owner) => ({ value: owner, text: OWNER_WORDS[owner] }))}
      />
      <Select
        {...field('state', step.state)}
        label="How far it is"
        options={STEP_STATES.map((state) => ({ value: state, text: STATE_WORDS[state] }))}
      />
      <Select
        {...field('phase', step.phase)}
        label="Which phase it belongs to"
        options={PHASE_IDS.map((phase) => ({ value: phase, text: PHASE_WORDS[phase].name }))}
      />
    </>
  );
}

function Needs({ here: { plan }, step, sent, errors }: StepPageProps): VNode | null {
  const others = plan.steps.filter(({ id }) => id !== step.id);
  if (others.length === 0) return null;
  return (
    <Checkboxes
      name="needs"
      legend="What has to end before it starts"
      legendSize="s"
      small
      values={sent?.all('needs') ?? step.needs}
      error={errors?.get('needs')}
      items={others.map((other) => ({ value: other.id, text: other.name }))}
    />
  );
}

function Note(props: StepPageProps): VNode {
  const { step, isLook = false } = props;
  return (
    <>
      <NameWarning id="note-names" found={isLook ? findNames(step.note) : []} />
      <Textarea
        {...fieldOf(props)('note', step.note)}
        label="Note"
        hint="No names of pupils or colleagues."
        describedBy={isLook ? 'note-names' : undefined}
        class="app-plan__line"
        rows={4}
      />
    </>
  );
}

/** The timetable's half terms, and the one the step has where that lies outside. */
function whenOptions({ here: { plan }, step }: StepPageProps) {
  const own = step.start && !isShown(plan, step.start) ? [step.start] : [];
  return [
    ...[...own, ...halfTermsToChoose(plan)].map((id) => ({ value: id as string, text: halfTermName(id) })),
    { value: 'some-day', text: 'Some day' },
    { value: 'already-have', text: 'You already have it' },
  ];
}
