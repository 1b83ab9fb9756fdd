import type { VNode } from 'preact';
import type { IsoDate } from '../domain/date.ts';
import { formatDay } from './format.ts';

/** On another day than today: the figures of a page are that day's, its sentences were written for today. */
export function OtherDayNote({ day }: { readonly day: IsoDate | undefined }): VNode | null {
  if (day === undefined) return null;
  return (
    <p class="govuk-body">
      The sentences here were written for today. The figures in them, and what is listed, are those of {formatDay(day)};
      where we hold none for that day we say so.
    </p>
  );
}
