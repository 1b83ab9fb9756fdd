import type { Pence } from '../domain/funding/school-cost.ts';
import type { CaseMoney } from '../domain/case/case-money.ts';
import { formatList, formatPence, formatQuantity } from './format.ts';

/** `£872`, `£1,055 to £1,200`, or the other way round where more comes in than goes out. */
export function sumWords({ min, max }: Pence): string {
  if (max < 0) return `${rangeOf({ min: -max, max: -min })} to the good`;
  if (min < 0) return `from ${formatPence(-min)} to the good to ${formatPence(max)}`;
  return rangeOf({ min, max });
}

function rangeOf({ min, max }: Pence): string {
  return formatQuantity({ min, max, unit: 'pence', basis: 'our-estimate' });
}

const COLUMN_WORDS = { funded: ' with a funded place', unfunded: ' without one', only: '' } as const;

/** Over all the years; what is not in it is said beside it. */
export function netInBrief(money: CaseMoney): string {
  const isKnown = money.missing.length === 0;
  const sums = money.columns.map(({ id, cost }) => ({ id, sum: totalOf(cost.net) }));
  if (!isKnown && sums.every(({ sum }) => sum.min === 0 && sum.max === 0)) return 'Not known yet';
  const said = sums.map(({ id, sum }) => `${netWords(sum, isKnown)}${COLUMN_WORDS[id]}`).join('; ');
  const begun = `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
  return isKnown ? begun : `${begun}; ${formatList(money.missing)} not known`;
}

/** Nothing so far is no promise of nothing. */
function netWords(sum: Pence, isKnown: boolean): string {
  if (!isKnown && sum.min === 0 && sum.max === 0) return 'no fee';
  return sumWords(sum);
}

/** `First year: £872 with a funded place; £1,927 without one.`; years after the first are alike, and said once. */
export function netByYear({ columns, years }: CaseMoney): readonly string[] {
  const names = years === 1 ? ['In all'] : ['First year', years === 2 ? 'Second year' : 'Each year after'];
  return names.map((name, year) => {
    const sums = columns.map(({ id, cost }) => ({ id, words: sumWords(cost.net[year] ?? { min: 0, max: 0 }) }));
    // The fee is paid in the first year: after it both ways come to the same.
    if (new Set(sums.map(({ words }) => words)).size === 1) return `${name}: ${sums[0]?.words}.`;
    return `${name}: ${sums.map(({ id, words }) => `${words}${COLUMN_WORDS[id]}`).join('; ')}.`;
  });
}

function totalOf(net: readonly Pence[]): Pence {
  return net.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), { min: 0, max: 0 });
}
