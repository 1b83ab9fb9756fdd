import type { VNode } from 'preact';
import { findNames, type FoundName } from '../../domain/names/name-warning.ts';
import { PHASE_WORDS, phaseProgress, promptsOf, type Prompt } from '../../domain/plan/plan-prompts.ts';
import { PHASE_IDS, type PhaseId } from '../../domain/plan/plan.ts';
import type { RouteId } from '../../domain/catalogue/route.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PhaseLine } from '../../ui/phase-line.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { Examples } from './worked-example.tsx';

export interface PhasePageProps {
  readonly here: PlanVisit;
  readonly phase: PhaseId;
  readonly now: string;
  readonly example: { readonly route: RouteId; readonly isOpen: boolean };
  /** It was saved with something that looks like a name, and that is to be said. */
  readonly isLook: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

/** One phase: its prompts to write to, an example beside them, and the way through the other three. */
export function PhasePage(props: PhasePageProps): VNode {
  const { here, phase, now, example, errors } = props;
  const { visit, planUrls, plan, kept } = here;
  const { name, about } = PHASE_WORDS[phase];
  const warned = warnedOf(props);
  return (
    <Layout
      title={name}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <SavedWithNames
        saved={formatSaved(kept.savedAt, now)}
        fields={warned.map(({ prompt, found }) => ({ id: prompt.id, label: prompt.ask, found }))}
        on={onwards(here, phase)}
      />
      <PageHeading title={name} caption={`A phase of “${plan.title}”`} lead={about} />
      <p class="app-phase__saved">
        {errors ? 'What you have just written is not saved yet.' : `${formatSaved(kept.savedAt, now)}.`}
      </p>
      <PhaseLine phases={phaseProgress(plan)} hrefOf={(one) => planUrls.phase(one)} current={phase} />
      <div class="app-phase">
        <div class="app-phase__side">
          <Examples phase={phase} route={example.route} isOpen={example.isOpen} />
        </div>
        <div class="app-phase__main">
          <PhaseForm {...props} warned={warned} />
        </div>
      </div>
    </Layout>
  );
}

/** A prompt whose kept answer looks as if it held a name. */
interface WarnedPrompt {
  readonly prompt: Prompt;
  readonly found: readonly FoundName[];
}

function warnedOf({ here, phase, isLook }: PhasePageProps): readonly WarnedPrompt[] {
  if (!isLook) return [];
  return promptsOf(phase)
    .map((prompt) => ({ prompt, found: findNames(here.plan.answers[prompt.id] ?? '') }))
    .filter(({ found }) => found.length > 0);
}

interface WithWarned extends PhasePageProps {
  readonly warned: readonly WarnedPrompt[];
}

function onwards({ planUrls }: PlanVisit, phase: PhaseId) {
  const next = nextPhase(phase);
  return next
    ? { href: planUrls.phase({ id: next }), words: `go on to ${PHASE_WORDS[next].name}` }
    : { href: planUrls.after(), words: 'go back to your plan' };
}

/** The phase after this one, if there is one. */
export function nextPhase(phase: PhaseId): PhaseId | undefined {
  return PHASE_IDS[PHASE_IDS.indexOf(phase) + 1];
}

function PhaseForm(props: WithWarned): VNode {
  const { here, phase } = props;
  const { planUrls, kept, told } = here;
  const next = nextPhase(phase);
  return (
    <form method="post" action={planUrls.phase({ id: phase })} noValidate>
      <HiddenFields fields={[['version', String(kept.version)]]} />
      <p class="govuk-body">
        Skip any question: a sentence here and there is a plan. Write <strong>nobody’s name</strong>, neither a pupil’s
        nor a colleague’s. Say “a pupil in Year 4” or “my head of year”.
      </p>
      {promptsOf(phase).map((prompt) => (
        <PromptField key={prompt.id} {...props} prompt={prompt} />
      ))}
      <div class="govuk-button-group">
        <Button>Save and {onwards(here, phase).words}</Button>
        <a class="govuk-link" href={next ? planUrls.phase({ id: next }) : planUrls.plan()}>
          Skip this phase
        </a>
      </div>
      <p class="app-phase__behaviours">
        Engage, unite and reflect are the EEF’s words for how people make a change work.{' '}
        <a class="govuk-link" href={told.written('/implementation#behaviours')}>
          What they mean
        </a>
      </p>
    </form>
  );
}

function PromptField({ here, prompt, sent, errors, warned }: WithWarned & { readonly prompt: Prompt }): VNode {
  const found = warned.find((one) => one.prompt.id === prompt.id)?.found ?? [];
  const warningId = `${prompt.id}-name`;
  return (
    <div class="app-phase__prompt">
      <NameWarning id={warningId} found={found} />
      <Textarea
        name={prompt.id}
        label={prompt.ask}
        labelSize="s"
        hint={
          <>
            {prompt.hint} <span class="app-phase__behaviour">EEF behaviour: {prompt.behaviour}.</span>
          </>
        }
        rows={4}
        class="app-phase__words"
        value={sent?.one(prompt.id) ?? here.plan.answers[prompt.id] ?? ''}
        error={errors?.get(prompt.id)}
        describedBy={found.length > 0 ? warningId : undefined}
      />
    </div>
  );
}
