import { halfTermName } from '../domain/calendar/half-term.ts';
import { todayInWords } from '../domain/plan/timetable-words.ts';
import type { Timetable } from '../domain/plan/timetable.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import { render } from '../ui/render.ts';
import { drawTimetable, type Band, type Drawing } from '../ui/timetable-drawing.ts';
import { TimetableSheet } from '../ui/timetable-sheet.tsx';
import { ROUTE_COLOURS } from './plan-docx-styles.ts';

/** A picture for a document, as SVG that needs nothing beside it, and the words that stand for it. */
export interface DocumentPicture {
  readonly svg: string;
  readonly alt: string;
}

/**
 * The timetable in pictures that each fit on a page as wide as A4 upright: one for up to twelve steps, more for more.
 * The hours and what the shapes mean stand in the last.
 */
export function timetablePictures(timetable: Timetable): readonly DocumentPicture[] {
  const drawing = drawTimetable(timetable);
  const { bands } = drawing;
  return bands.map((band, index) => {
    const part = bands.length > 1 ? `, part ${index + 1} of ${bands.length}` : '';
    return { svg: svgOf(timetable, drawing, band), alt: altOf(timetable, part) };
  });
}

function svgOf(timetable: Timetable, drawing: Drawing, band: Band): string {
  // The one thing that may stand in HTML as it is and not in XML.
  return render(TimetableSheet({ timetable, drawing, band, css: CSS })).replaceAll(']]>', ']]&gt;');
}

function altOf(timetable: Timetable, part: string): string {
  const [first, last] = [timetable.columns[0], timetable.columns.at(-1)];
  const span = first && last ? ` from ${halfTermName(first.halfTerm)} to ${halfTermName(last.halfTerm)}` : '';
  return `The timetable${span}${part}: steps as bars, and hours planned against hours there are. ${todayInWords(timetable)} The sections below say the same in words.`;
}

/*
 * What src/styles/_timetable.scss says, in what Typst's SVG reader knows: no variables. Bars are all dark and dashes
 * mean the same in black and white, so that nothing is lost with the colours.
 */
const ROUTES = ROUTE_IDS.map((route) => {
  const [within, colour] = [`.app-route--${route} .app-timetable__`, `#${ROUTE_COLOURS[route]}`];
  return `${within}bar,${within}arrow,${within}mark--closes{fill:${colour};stroke:${colour}}
${within}bar--guess{fill:#fff;stroke:${colour}}
${within}mark--opens,${within}mark--starts,${within}window{stroke:${colour}}`;
}).join('\n');

const CSS = `
text{font-family:Atkinson_Hyperlegible_Next;font-size:14px;fill:#17212b}
path,rect,circle{fill:none;stroke-width:2}
.app-timetable__name,.app-timetable__year{font-size:16px;font-weight:700}
.app-timetable__term,.app-timetable__today-name,.app-timetable__number--over{font-weight:700}
.app-timetable__term,.app-timetable__dates,.app-timetable__number{text-anchor:middle}
.app-timetable__note,.app-timetable__dates{fill:#4a5763}
.app-timetable__hairline{stroke:#d9d3c7;stroke-width:1}
.app-timetable__rule,.app-timetable__base,.app-timetable__today{stroke:#17212b}
.app-timetable__column--second{fill:#fbf8f2}
.app-timetable__bar,.app-timetable__arrow,.app-timetable__mark--closes{fill:#0b3c49;stroke:#0b3c49}
.app-timetable__mark--opens,.app-timetable__mark--starts{fill:#fff;stroke:#0b3c49}
.app-timetable__bar--guess{fill:#fff;stroke:#0b3c49;stroke-dasharray:5 4}
.app-timetable__ring{fill:#fff;stroke:#17212b;stroke-width:3.5}
.app-timetable__hours{fill:#0b3c49}
.app-timetable__hours--over{fill:#fff;stroke:#0b3c49;stroke-dasharray:5 4}
.app-timetable__capacity{stroke:#17212b;stroke-width:3;stroke-linecap:round;stroke-dasharray:0.1 5}
${ROUTES}
`;
