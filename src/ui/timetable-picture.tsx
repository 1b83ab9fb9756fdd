import type { VNode } from 'preact';
import { halfTermName } from '../domain/calendar/half-term.ts';
import { todayInWords } from '../domain/plan/timetable-words.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { classNames } from './class-names.ts';
import { ScrollRegion } from './scroll-region.tsx';
import { TimetableChart } from './timetable-chart.tsx';
import { drawTimetable, NAMES_WIDTH } from './timetable-drawing.ts';
import { TimetableNames } from './timetable-names.tsx';

const UNITS_IN_REM = 16;

export interface TimetablePictureProps {
  readonly timetable: Timetable;
  /** The page of a step; without it nothing is a link. */
  readonly href?: ((step: string) => string) | undefined;
}

/**
 * The timetable drawn as SVG. The names are a drawing of their own, that stays while the columns scroll under it; both
 * are as large as their attributes say, so that they stay level, and grow with the reader's letters.
 */
export function TimetablePicture({ timetable, href }: TimetablePictureProps): VNode {
  const drawing = drawTimetable(timetable);
  const label = labelOf(timetable);
  return (
    <ScrollRegion label="Picture of the timetable">
      {drawing.bands.map((band, index) => (
        <div key={index} class={classNames('app-timetable__band', drawing.fillsPage && 'app-timetable__band--page')}>
          <svg
            class="app-timetable__names"
            viewBox={`0 0 ${NAMES_WIDTH} ${band.height}`}
            width={`${NAMES_WIDTH / UNITS_IN_REM}rem`}
            preserveAspectRatio="xMaxYMin"
            aria-hidden="true"
          >
            <TimetableNames drawing={drawing} band={band} href={href} />
          </svg>
          <svg
            class="app-timetable__chart"
            viewBox={`0 0 ${drawing.chartWidth} ${band.height}`}
            width={`${drawing.chartWidth / UNITS_IN_REM}rem`}
            preserveAspectRatio="xMinYMin"
            role={href ? 'group' : 'img'}
            aria-label={drawing.bands.length > 1 ? `Part ${index + 1} of ${drawing.bands.length}. ${label}` : label}
          >
            <TimetableChart timetable={timetable} drawing={drawing} band={band} href={href} />
          </svg>
        </div>
      ))}
    </ScrollRegion>
  );
}

function labelOf(timetable: Timetable): string {
  const [first, last] = [timetable.columns[0], timetable.columns.at(-1)];
  const span = first && last ? ` from ${halfTermName(first.halfTerm)} to ${halfTermName(last.halfTerm)}` : '';
  return `Timetable${span}. ${todayInWords(timetable)} The table under it says the same.`;
}
