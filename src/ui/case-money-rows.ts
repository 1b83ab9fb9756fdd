import type { CaseFigure, CaseStep, SponsorCase } from '../domain/case/case.ts';
import type { CaseMoney } from '../domain/case/case-money.ts';
import type { CaseRow } from '../domain/case/case-sheet.ts';
import { fundingLine } from '../domain/funding/funding-words.ts';
import { labelFor, row } from './case-row.ts';
import type { CaseSources } from './case-sources.ts';
import { netByYear, sumWords } from './case-sums.ts';
import { formatCount, formatList, formatQuantity } from './format.ts';

/** What each step charges and whom the rules would fund; then, once, what only the hub and the provider can say. */
export function feeRows(steps: readonly CaseStep[], sources: CaseSources): readonly CaseRow[] {
  const several = steps.length > 1;
  const isPossible = steps.some(({ funding }) => funding && !['not-funded', 'not-offered'].includes(funding.status));
  return [
    ...steps.flatMap((step) => [feeRow(step, several, sources), ...eligibleRow(step, several, sources)]),
    ...(isPossible ? PLACE_ROWS : []),
  ];
}

/** Eligible, a place and confirmed are three facts with three owners: each stands on a line of its own. */
const PLACE_ROWS: readonly CaseRow[] = [
  row('A funded place', 'Not known here: the hub can say whether any are left.'),
  row('Confirmed', 'Not yet: only the provider can confirm a funded place.'),
];

const GUIDE = 'The rules for the intake it is planned for are not announced: take these as a guide.';

function eligibleRow(step: CaseStep, several: boolean, sources: CaseSources): readonly CaseRow[] {
  const { funding, fundingFacts } = step;
  if (!funding) return [];
  const rules = [`${fundingLine(funding)}.`, funding.because, funding.check, step.isGuide ? GUIDE : undefined].filter(
    (part) => part !== undefined,
  );
  return [row(labelFor('Eligible', step, several), rules.join(' '), sources.cite(fundingFacts))];
}

function feeRow(step: CaseStep, several: boolean, sources: CaseSources): CaseRow {
  const { costToSchool, isNpq } = step;
  const label = labelFor(isNpq ? 'Fee' : 'Cost', step, several);
  if (costToSchool.kind === 'unknown') return row(label, costToSchool.because ?? 'Not known: nothing is said of it.');
  const words = figureWords(costToSchool);
  const cites = citesOf(costToSchool, sources);
  return isNpq
    ? row(label, `Without a funded place, for example ${words}. Nothing with one.`, cites)
    : row(label, `${capital(words)}.`, cites);
}

/** Cover, travel, what comes in, and what it comes to. */
export function moneyRows({ steps, money }: SponsorCase, sources: CaseSources): readonly CaseRow[] {
  const { missing, travel } = money;
  const left = missing.length === 0 ? '' : ` Not in it, for want of a figure: ${formatList(missing)}.`;
  return [
    coverRow(steps, money, sources),
    row(
      'Travel',
      travel === undefined
        ? 'Not known yet: ask the provider where it meets.'
        : `${sumWords({ min: travel, max: travel })} a year, the teacher’s figure.`,
    ),
    ...incomeRows(steps, sources),
    row('Net cost', `${netByYear(money).join(' ')}${left} The sums leave out VAT.`),
  ];
}

function coverRow(steps: readonly CaseStep[], money: CaseMoney, sources: CaseSources): CaseRow {
  const { days } = money;
  if (!days) return row('Cover', unknownDays(steps));
  const { min, max } = days.range;
  if (max === 0)
    return row('Cover', `None: no day out of class${days.basis === 'yours' ? ', by the teacher’s figure' : ''}.`);
  const count = `${min === max ? '' : `${min} to `}${formatCount(max, 'day')} a year (${DAYS_BASIS[days.basis]})`;
  const cites = days.basis === 'published' ? steps.flatMap(({ outOfClass }) => citesOf(outOfClass, sources)) : [];
  return pricedRow(count, money, cites, sources);
}

const DAYS_BASIS = {
  yours: 'the teacher’s figure',
  published: 'as published',
  'our-estimate': 'our estimate',
} as const;

function pricedRow(
  days: string,
  { dayCost, columns }: CaseMoney,
  cites: readonly number[],
  sources: CaseSources,
): CaseRow {
  const cover = columns[0]?.cost.cover;
  if (!dayCost || !cover) return row('Cover', `${days}; what a day costs is not known.`, cites);
  const sum = (whose: string) => `${days} at ${sumWords(dayCost.range)} a day (${whose}): ${sumWords(cover)} a year.`;
  if (dayCost.basis === 'yours') return row('Cover', sum('the teacher’s figure'), cites);
  const all = [...new Set([...cites, ...sources.cite(dayCost.facts)])];
  return row('Cover', sum('the average school leaders gave in DfE’s survey'), all);
}

function unknownDays(steps: readonly CaseStep[]): string {
  const because = steps.flatMap(({ outOfClass }) => (outOfClass.kind === 'unknown' ? (outOfClass.because ?? []) : []));
  return `Not known yet. ${because[0] ?? 'Nobody has published how many days it takes out of class.'}`;
}

function incomeRows(steps: readonly CaseStep[], sources: CaseSources): readonly CaseRow[] {
  const said = steps.filter(({ income }) => income.kind !== 'unknown');
  if (said.length === 0) return [row('Comes to the school', 'No grant or release pay that we know of.')];
  return said.map((step) =>
    row(
      labelFor('Comes to the school', step, said.length > 1),
      `${capital(figureWords(step.income))}.`,
      citesOf(step.income, sources),
    ),
  );
}

function figureWords(figure: CaseFigure): string {
  if (figure.kind === 'unknown') return 'not known';
  if (figure.kind === 'estimate') {
    const words = formatQuantity({ ...figure.estimate, basis: 'our-estimate' });
    return figure.estimate.max === 0 ? words : `${words} (our estimate)`;
  }
  const said = figure.facts.map(({ value, statement }) =>
    value === undefined ? statement.replace(/\.$/, '') : typeof value === 'string' ? value : formatQuantity(value),
  );
  return formatList([...new Set(said)], 'or');
}

function citesOf(figure: CaseFigure, sources: CaseSources): readonly number[] {
  return figure.kind === 'facts' ? sources.cite(figure.facts.map(({ fact }) => fact)) : [];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
