import type { VNode } from 'preact';
import { layOutTimetable } from '../../domain/plan/timetable.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Timetable } from '../../ui/timetable.tsx';

const MOVE_FORM = 'move-step';

/** The plan's half terms as a picture, a table and, on a phone, a list; and the form that dragging a bar sends. */
export function PlanTimetable({ here }: { readonly here: PlanVisit }): VNode {
  const { plan, kept, halfTerms, checks, visit, planUrls } = here;
  return (
    <>
      <Timetable
        timetable={layOutTimetable(plan, halfTerms, visit.today, checks)}
        href={(id) => planUrls.step({ id })}
        moveForm={MOVE_FORM}
      />
      <form method="post" action={planUrls.plan()} id={MOVE_FORM} hidden>
        <HiddenFields
          fields={[
            ['version', String(kept.version)],
            ['act', 'move'],
            ['from', 'timetable'],
            ['step', ''],
            ['to', ''],
          ]}
        />
        <button type="submit">Move</button>
      </form>
    </>
  );
}
