import type { VNode } from 'preact';
import { halfTermName } from '../domain/calendar/half-term.ts';
import { datesOf, excessOf, hoursBasisOf, hoursOf, notesOf, todayInWords } from '../domain/plan/timetable-words.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { ROUTE_WORDS } from '../domain/words.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { StepName, type StepHref } from './timetable-step-name.tsx';
import { Table } from './table.tsx';

export interface TimetableTableProps {
  readonly timetable: Timetable;
  readonly href?: StepHref;
}

/** All that the picture of a timetable says, as one table of its steps and one of its half terms. */
export function TimetableTable({ timetable, href }: TimetableTableProps): VNode {
  const { rows, columns } = timetable;
  return (
    <>
      <p>{todayInWords(timetable)}</p>
      {rows.length > 0 && (
        <ScrollRegion label="Steps in the timetable">
          <Table
            class="app-wide-table"
            caption="Steps"
            captionSize="s"
            firstCellIsHeader
            head={['Step', 'Route', 'Starts', 'Ends', 'To know']}
            rows={rows.map((row) => [
              { text: <StepName row={row} href={href} /> },
              ROUTE_WORDS[row.route],
              halfTermName(row.start),
              halfTermName(row.end),
              notesOf(row)
                .map((note) => `${note}.`)
                .join(' '),
            ])}
          />
        </ScrollRegion>
      )}
      <ScrollRegion label="Hours in the timetable">
        <Table
          class="app-wide-table"
          caption="Hours planned, of the hours you have"
          captionSize="s"
          firstCellIsHeader
          head={['Half term', 'Dates', { text: 'Hours', numeric: true }, 'Too full']}
          rows={columns.map((column) => [
            halfTermName(column.halfTerm),
            datesOf(column),
            { text: hoursOf(column), numeric: true },
            excessOf(column),
          ])}
        />
      </ScrollRegion>
      <p>{hoursBasisOf(timetable).join(' ')}</p>
    </>
  );
}
