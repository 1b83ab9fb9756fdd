import type { VNode } from 'preact';
import type { Timetable as LaidOut } from '../domain/plan/timetable.ts';
import { Details } from './details.tsx';
import { TimetableLegend } from './timetable-legend.tsx';
import { TimetableList } from './timetable-list.tsx';
import { TimetablePicture } from './timetable-picture.tsx';
import type { StepHref } from './timetable-step-name.tsx';
import { TimetableTable } from './timetable-table.tsx';

export interface TimetableProps {
  readonly timetable: LaidOut;
  /** The page of a step. Without it nothing is a link: for a plan somebody else may only read. */
  readonly href?: StepHref;
  /** The id of the form that moves a step, with fields `step` and `to`: bars can then be dragged with a mouse. */
  readonly moveForm?: string;
}

/** A plan's timetable three times: drawn where there is room for it, by half term where there is not, and as a table. */
export function Timetable({ timetable, href, moveForm }: TimetableProps): VNode {
  return (
    <section class="app-timetable" aria-labelledby="timetable">
      <h2 class="govuk-visually-hidden" id="timetable">
        Timetable
      </h2>
      {timetable.rows.length === 0 && <p>Nothing is in this timetable yet.</p>}
      <div class="app-timetable__picture" data-module={moveForm && 'app-timetable'} data-form={moveForm}>
        <TimetablePicture timetable={timetable} href={href} />
        <TimetableLegend timetable={timetable} />
      </div>
      <div class="app-timetable__list">
        <TimetableList timetable={timetable} href={href} />
      </div>
      <Details summary="The same as a table" class="app-timetable__table">
        <TimetableTable timetable={timetable} href={href} />
      </Details>
    </section>
  );
}
