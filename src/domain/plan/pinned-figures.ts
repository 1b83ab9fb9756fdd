import type { PinnedFigure } from './plan.ts';

/** Whether a figure is, or may be, more than none; what nobody has published is not held against anybody. */
export function isMoreThanNone(figure: PinnedFigure | undefined): figure is PinnedFigure {
  if (figure === undefined || 'unknown' in figure) return false;
  if ('estimate' in figure) return figure.estimate.max !== 0;
  return figure.facts.some(({ value }) => typeof value !== 'object' || value.max !== 0);
}
