import type { PinnedFact, PinnedFigure } from '../domain/plan/plan.ts';
import { formatList, formatQuantity } from './format.ts';

/** A figure in as few words as are true; whom to ask where nothing is published stands on the page of its step. */
export function briefFigure(figure: PinnedFigure | undefined): string {
  if (figure === undefined) return 'nothing said';
  if ('unknown' in figure) return 'not published';
  if ('estimate' in figure) {
    const { estimate } = figure;
    // What costs nothing is no guess at how much.
    return `${formatQuantity({ ...estimate, basis: 'our-estimate' })}${estimate.max === 0 ? '' : ' (our estimate)'}`;
  }
  const said = figure.facts.map(valueWords);
  return said.length > 1 ? `${formatList(said, 'or')} (sources differ)` : (said[0] ?? 'not held');
}

function valueWords({ value, statement }: PinnedFact): string {
  if (value === undefined) return statement.replace(/\.$/, '');
  return typeof value === 'string' ? value : formatQuantity(value);
}
