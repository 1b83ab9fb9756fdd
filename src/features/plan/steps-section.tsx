import type { VNode } from 'preact';
import { ordinalOf } from '../../domain/calendar/half-term.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { Button } from '../../ui/button.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { sharedWords, type SharedLinesProps } from './shared-lines.tsx';
import { StepRow } from './step-row.tsx';

/** The steps in the timetable in their order, then the two places beside it. */
export function StepsSection({ here, shares }: SharedLinesProps): VNode | null {
  const { plan, planUrls } = here;
  if (plan.steps.length === 0) return null;
  const inTimetable = plan.steps
    .filter(({ place }) => place === 'timetable')
    .toSorted((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
  return (
    <>
      <PageSection id="steps" name="Steps">
        {inTimetable.length === 0 && <p class="govuk-body">Nothing is in the timetable.</p>}
        <Rows steps={inTimetable} here={here} shares={shares} />
        <Button href={planUrls.add()}>Add a step</Button>
      </PageSection>
      <Beside here={here} place="some-day" name="Some day" />
      <Beside here={here} place="already-have" name="You already have" />
    </>
  );
}

function startOf({ start }: PlanStep): number {
  return start === null ? 0 : ordinalOf(start);
}

type BesideProps = {
  readonly here: PlanVisit;
  readonly place: Exclude<PlanStep['place'], 'timetable'>;
  readonly name: string;
};

function Beside({ here, place, name }: BesideProps): VNode | null {
  const steps = here.plan.steps.filter((step) => step.place === place);
  if (steps.length === 0) return null;
  return (
    <PageSection id={place} name={name}>
      <Rows steps={steps} here={here} shares={[]} />
    </PageSection>
  );
}

function Rows({ steps, here, shares }: SharedLinesProps & { readonly steps: readonly PlanStep[] }): VNode {
  const answered = sharedWords({ here, shares });
  return (
    <ul class="app-plan-steps">
      {steps.map((step) => (
        <StepRow key={step.id} step={step} here={here} answered={answered(step)} />
      ))}
    </ul>
  );
}
