import type { MarkKind, Timetable } from '../domain/plan/timetable.ts';

/**
 * Marks, drawn from their day at the middle of their height. What opens or starts reaches to the right of its day, what
 * closes to the left: near ones never lie on each other.
 */
export const MARK_SHAPES = {
  opens: 'm0 -6l10 6l-10 6z',
  closes: 'm0 -6l-10 6l10 6z',
  starts: 'l5.5 -6.5l5.5 6.5l-5.5 6.5z',
} as const;

/** Room for one sample of a shape. */
export const SAMPLE = { width: 28, height: 18 };

/** One shape of the picture, as a path in the room of a sample, and what it means. */
export interface LegendEntry {
  readonly path: string;
  /** The class it is drawn with, after `app-timetable__`. */
  readonly kind: string;
  readonly words: string;
}

interface Shape extends LegendEntry {
  readonly isIn: (timetable: Timetable) => boolean;
}

const SHAPES: readonly Shape[] = [
  {
    path: `M8 9${MARK_SHAPES.opens}`,
    kind: 'mark app-timetable__mark--opens',
    words: 'applications open',
    isIn: (timetable) => hasMark(timetable, 'opens'),
  },
  {
    path: `M18 9${MARK_SHAPES.closes}`,
    kind: 'mark app-timetable__mark--closes',
    words: 'apply by',
    isIn: (timetable) => hasMark(timetable, 'closes'),
  },
  {
    path: `M8 9${MARK_SHAPES.starts}`,
    kind: 'mark app-timetable__mark--starts',
    words: 'intake starts',
    isIn: (timetable) => hasMark(timetable, 'starts'),
  },
  {
    path: 'M7 4h14a5 5 0 0 1 0 10h-14a5 5 0 0 1 0 -10z',
    kind: 'bar app-timetable__bar--guess',
    words: 'not announced, a guess',
    isIn: ({ rows }) => rows.some(({ isGuess }) => isGuess),
  },
  {
    path: 'M18 9l-10 -7v14z',
    kind: 'arrow',
    words: 'goes on after this timetable',
    isIn: ({ rows }) => rows.some(({ goesOnAfter }) => goesOnAfter),
  },
  {
    path: 'M8 9l10 -7v14z',
    kind: 'arrow',
    words: 'began before this timetable',
    isIn: ({ rows }) => rows.some(({ beganBefore }) => beganBefore),
  },
  { path: 'M3 9h23', kind: 'capacity', words: 'hours you have', isIn: () => true },
  {
    path: 'M6 2h16v14h-16z',
    kind: 'hours app-timetable__hours--over',
    words: 'more hours than you have',
    isIn: ({ columns }) => columns.some(({ isOver }) => isOver),
  },
];

/** What the shapes of a timetable's picture mean, of those that are in it. */
export function legendOf(timetable: Timetable): readonly LegendEntry[] {
  return SHAPES.filter(({ isIn }) => isIn(timetable));
}

function hasMark({ rows }: Timetable, kind: MarkKind): boolean {
  return rows.some(({ marks }) => marks.some((mark) => mark.kind === kind));
}
