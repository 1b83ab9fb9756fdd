import type { VNode } from 'preact';
import { ordinalOf } from '../../domain/calendar/half-term.ts';
import { pinState } from '../../domain/plan/plan-pins.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { costWords, hoursWords, OWNER_WORDS, STATE_WORDS, whenWords } from '../../ui/step-words.ts';
import { PinChanges } from './pin-changes.tsx';

interface StepRowProps {
  readonly step: PlanStep;
  readonly here: PlanVisit;
  /** How it was answered by whom it is shared with; empty where nobody has. */
  readonly answered: string;
}

/** One step: what it is, when, what it takes and who acts; and what one press can do with it. */
export function StepRow({ step, here, answered }: StepRowProps): VNode {
  const { planUrls, visit } = here;
  const state = step.pin ? pinState(step.pin, visit.on) : undefined;
  return (
    <li class={`app-plan-steps__item app-route--${step.route}`} id={step.id}>
      <div class="app-plan-steps__body">
        <h3 class="app-plan-steps__name">
          <a class="govuk-link" href={planUrls.step(step)}>
            {step.name}
          </a>
        </h3>
        <p class="app-plan-steps__what">{whatWords(step)}</p>
        {answered !== '' && <p class="app-plan-steps__answered">{answered}</p>}
        {state && state.kind !== 'same' && <PinChanges step={step} state={state} here={here} />}
      </div>
      <Presses step={step} here={here} />
    </li>
  );
}

function whatWords(step: PlanStep): string {
  const words = [
    ...(step.place === 'timetable' ? [whenWords(step)] : []),
    hoursWords(step),
    costWords(step),
    `${OWNER_WORDS[step.owner].toLowerCase()} ${step.owner === 'me' ? 'act' : 'acts'}`,
    ...(step.state === 'to-do' ? [] : [STATE_WORDS[step.state].toLowerCase()]),
  ];
  return `${words.join(' · ')}.`;
}

interface Press {
  readonly act: string;
  readonly text: string;
}

/** A form with no field to fill in: each button sends its own act. */
function Presses({ step, here: { kept, plan, planUrls } }: Omit<StepRowProps, 'answered'>): VNode {
  return (
    <form method="post" action={planUrls.plan()} class="app-plan-steps__presses">
      <HiddenFields
        fields={[
          ['version', String(kept.version)],
          ['step', step.id],
        ]}
      />
      {pressesFor(step, plan).map(({ act, text }) => (
        <button key={act} type="submit" name="act" value={act} class="app-press">
          {text}
          <span class="govuk-visually-hidden">: {step.name}</span>
        </button>
      ))}
    </form>
  );
}

function pressesFor(step: PlanStep, plan: PlanVisit['plan']): readonly Press[] {
  if (step.place !== 'timetable' || step.start === null) return [{ act: 'plan', text: 'Put in the timetable' }];
  const at = ordinalOf(step.start) - ordinalOf(plan.first);
  return [
    ...(at > 0 ? [{ act: 'earlier', text: 'Earlier' }] : []),
    ...(at < plan.halfTerms - 1 ? [{ act: 'later', text: 'Later' }] : []),
    { act: 'some-day', text: 'Some day' },
    ...(step.state === 'done' ? [] : [{ act: 'done', text: 'Done' }]),
  ];
}
