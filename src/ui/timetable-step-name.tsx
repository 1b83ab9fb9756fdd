import type { VNode } from 'preact';
import type { TimetableRow } from '../domain/plan/timetable.ts';

/** The page of a step; without it a name is no link. */
export type StepHref = ((step: string) => string) | undefined;

export function StepName({ row, href }: { readonly row: TimetableRow; readonly href: StepHref }): VNode {
  return href ? (
    <a class="govuk-link" href={href(row.id)}>
      {row.name}
    </a>
  ) : (
    <>{row.name}</>
  );
}
