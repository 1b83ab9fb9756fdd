import type { ComponentChildren, VNode } from 'preact';
import type { PinChange, PinState } from '../../domain/plan/plan-pins.ts';
import type { PinnedIntake, PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatDay, formatDayOrMonth } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { pinnedFigureWords } from '../../ui/step-words.ts';
import { Table } from '../../ui/table.tsx';

export interface PinChangesProps {
  readonly step: PlanStep;
  readonly state: Exclude<PinState, { readonly kind: 'same' }>;
  readonly here: PlanVisit;
}

/** What is no longer as it was when the step was planned: both side by side, and nothing taken over by itself. */
export function PinChanges({ step, state, here: { kept, planUrls, told } }: PinChangesProps): VNode {
  if (state.kind === 'gone')
    return (
      <p class="app-pin-changes">
        <strong>No longer offered.</strong> {state.why ?? 'It is not in the catalogue any more.'} What you planned by
        stays here as it was.
      </p>
    );
  return (
    <details class="app-pin-changes">
      <summary class="app-pin-changes__summary">Changed since you planned it</summary>
      <Table
        head={['', `When you planned it${step.pin ? `, ${formatDay(step.pin.on)}` : ''}`, 'Now']}
        firstCellIsHeader
        rows={state.changes.map((change) => [PART_WORDS[change.part], ...bothOf(change)])}
      />
      <form method="post" action={planUrls.plan()}>
        <HiddenFields
          fields={[
            ['version', String(kept.version)],
            ['act', 'take'],
            ['step', step.id],
          ]}
        />
        <button type="submit" class="app-link-button">
          Plan by what is known now
        </button>{' '}
        or leave it as it was.{' '}
        <a class="govuk-link" href={told.opportunity({ id: state.fresh.opportunity })}>
          Where it comes from
        </a>
      </form>
    </details>
  );
}

const PART_WORDS: Readonly<Record<PinChange['part'], string>> = {
  name: 'Name',
  summary: 'What it is',
  time: 'Your time',
  duration: 'How long',
  outOfClass: 'Days out of class',
  costToYou: 'Cost to you',
  costToSchool: 'Cost to your school',
  income: 'Comes to your school',
  intake: 'Intake',
  until: 'Offered until',
};

function bothOf(change: PinChange): readonly [{ text: ComponentChildren }, { text: ComponentChildren }] {
  switch (change.part) {
    case 'name':
    case 'summary':
      return [{ text: change.was }, { text: change.now }];
    case 'intake':
      return [{ text: intakeWords(change.was) }, { text: intakeWords(change.now) }];
    case 'until':
      return [{ text: untilWords(change.was) }, { text: untilWords(change.now) }];
    default:
      return [{ text: pinnedFigureWords(change.was) }, { text: pinnedFigureWords(change.now) }];
  }
}

function untilWords(until: Extract<PinChange, { part: 'until' }>['was']): string {
  return until === null ? 'no end known' : formatDay(until);
}

function intakeWords(intake: PinnedIntake | undefined): string {
  if (!intake) return 'Not listed any more';
  const { name, starts, opens, closes } = intake;
  return [
    name,
    starts ? `starts ${formatDayOrMonth(starts)}` : 'start not announced',
    ...(opens ? [`applications open ${formatDay(opens)}`] : []),
    closes ? `close ${formatDay(closes)}` : 'closing day not announced',
  ].join(', ');
}
