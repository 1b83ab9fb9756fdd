import type { VNode } from 'preact';
import { hoursBasisOf } from '../domain/plan/timetable-words.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { legendOf, SAMPLE } from './timetable-shapes.ts';

/** Under the picture: what its shapes mean, and what its hours rest on. */
export function TimetableLegend({ timetable }: { readonly timetable: Timetable }): VNode {
  return (
    <>
      <ul class="app-timetable__legend">
        {legendOf(timetable).map(({ path, kind, words }) => (
          <li key={words}>
            <svg class="app-timetable__sample" viewBox={`0 0 ${SAMPLE.width} ${SAMPLE.height}`} aria-hidden="true">
              <path class={`app-timetable__${kind}`} d={path} />
            </svg>
            {words}
          </li>
        ))}
      </ul>
      <p class="app-timetable__basis">{hoursBasisOf(timetable).join(' ')}</p>
    </>
  );
}
