import type { ComponentChildren, VNode } from 'preact';
import type { Fact } from '../../domain/catalogue/fact.ts';
import type { Pence } from '../../domain/funding/school-cost.ts';
import type { Visit } from '../../http/page.ts';
import { classNames } from '../../ui/class-names.ts';
import { Estimate, FactLink } from '../../ui/fact.tsx';
import { FigureView } from '../../ui/figure.tsx';
import { formatPence, formatQuantity } from '../../ui/format.ts';
import { factText, sourceWords } from '../../ui/prose.tsx';
import type { Urls } from '../../urls.ts';
import type { CostColumn, Costs } from './cost.ts';
import type { CostForm } from './cost-form.ts';

interface CostTableProps {
  readonly costs: Costs;
  readonly form: CostForm;
  readonly visit: Visit;
}

const COLUMN_WORDS: Readonly<Record<CostColumn['id'], string>> = {
  funded: 'With a funded place',
  unfunded: 'Without one',
  only: 'To your school',
};

interface Row {
  readonly name: string;
  readonly note?: ComponentChildren;
  readonly sums: readonly ComponentChildren[];
  readonly isNet?: boolean;
}

/** On a phone its rows are stacked: hence the roles, and a column's name in each cell. */
export function CostTable(props: CostTableProps): VNode {
  const { columns, step } = props.costs;
  const rows: readonly Row[] = [
    ...(step.npq ? [feeRow(props)] : []),
    coverRow(props),
    travelRow(props),
    incomeRow(props),
    ...netRows(props),
  ];
  return (
    <table class="app-sums" role="table">
      <caption class="app-sums__caption">Year by year</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th class="app-sums__head" scope="col" role="columnheader">
            What
          </th>
          {columns.map(({ id }) => (
            <th key={id} class="app-sums__head app-sums__sum" scope="col" role="columnheader">
              {COLUMN_WORDS[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <SumRow key={row.name} row={row} columns={columns} />
        ))}
      </tbody>
    </table>
  );
}

function SumRow({ row, columns }: { readonly row: Row; readonly columns: readonly CostColumn[] }): VNode {
  const { name, note, sums, isNet = false } = row;
  return (
    <tr class={classNames('app-sums__row', isNet && 'app-sums__row--net')} role="row">
      <th class="app-sums__name" scope="row" role="rowheader">
        {name}
        {note != null && <span class="app-sums__note">{note}</span>}
      </th>
      {columns.map(({ id }, index) => (
        <td key={id} class="app-sums__sum" role="cell">
          <span class="app-sums__of" aria-hidden="true">
            {COLUMN_WORDS[id]}
          </span>
          <span>{sums[index]}</span>
        </td>
      ))}
    </tr>
  );
}

function feeRow({ costs: { columns, step }, visit: { urls } }: CostTableProps): Row {
  return {
    name: 'Fee, once',
    note: step.feeFacts.length === 0 ? 'No price was found.' : <>For example {listed(step.feeFacts, urls)}.</>,
    sums: columns.map(({ id, cost }) =>
      id === 'funded' ? 'nothing' : step.feeFacts.length === 0 ? 'not known' : range(cost.fee),
    ),
  };
}

function coverRow({ costs: { columns, step, supply }, form: { entries }, visit: { on, urls } }: CostTableProps): Row {
  const days = step.opportunity.figures.outOfClass;
  const day =
    entries.dayCost === undefined ? (
      <>A day: {supply.length > 0 ? dayCosts(supply, urls) : 'no published cost is held'}.</>
    ) : (
      <>A day: {formatPence(entries.dayCost)}, your figure.</>
    );
  return {
    name: 'Cover in a year',
    note: (
      <>
        {entries.days !== undefined ? (
          <>Days: {entries.days}, your figure.</>
        ) : days ? (
          <>
            {'unknown' in days ? null : 'Days: '}
            <FigureView figure={days} on={on} urls={urls} />
          </>
        ) : (
          'Days are not published: put in your own.'
        )}{' '}
        {day}
      </>
    ),
    sums: columns.map(({ cost }) => (cost.cover ? range(cost.cover) : 'put in the days')),
  };
}

function travelRow({ costs: { columns } }: CostTableProps): Row {
  return {
    name: 'Travel in a year',
    sums: columns.map(({ cost }) => (cost.travel ? formatPence(cost.travel.min) : 'put in your figure')),
  };
}

function incomeRow({ costs: { columns, step }, visit: { on, urls } }: CostTableProps): Row {
  const { income } = step.opportunity.figures;
  return {
    name: 'Comes to your school',
    note: income ? <FigureView figure={income} on={on} urls={urls} /> : 'No grant or release pay that we know of.',
    sums: columns.map(({ cost }) => (cost.income ? range(cost.income) : income ? 'not counted' : 'nothing')),
  };
}

/** What is not known is left out of the sum, and said to be. */
function netRows({ costs: { columns, step } }: CostTableProps): readonly Row[] {
  const years = Math.max(...columns.map(({ cost }) => cost.net.length));
  const missing = [
    ...(columns.some(({ cost }) => !cost.cover) ? ['cover'] : []),
    ...(columns.some(({ cost }) => !cost.travel) ? ['travel'] : []),
    ...(columns.some(({ cost }) => !cost.income) && step.opportunity.figures.income ? ['what comes in'] : []),
    ...(step.npq && step.feeFacts.length === 0 ? ['the fee'] : []),
  ];
  const note = missing.length === 0 ? undefined : `Not in it, for want of a figure: ${missing.join(', ')}.`;
  const isWhole = missing.length === 0;
  return Array.from({ length: years }, (_, year) => ({
    name: years === 1 ? 'Net for the year' : year === 0 ? 'Net, first year' : 'Net, year after',
    note,
    isNet: true,
    sums: columns.map(({ cost }) => net(cost.net[year], isWhole)),
  }));
}

/** Nothing so far is no promise of nothing. */
function net(sum: Pence | undefined, isWhole: boolean): ComponentChildren {
  if (!isWhole && (!sum || (sum.min === 0 && sum.max === 0))) return 'not known yet';
  if (!sum) return 'nothing';
  const isIncome = sum.max < 0;
  const shown = isIncome ? { min: -sum.max, max: -sum.min } : sum;
  return <Estimate text={`${rangeText(shown)}${isIncome ? ' to the good' : ''}`} isOpenEnded />;
}

function range(sum: Pence): ComponentChildren {
  return rangeText(sum);
}

function rangeText({ min, max }: Pence): string {
  if (min < 0) return `${formatPence(min)} to ${formatPence(max)}`;
  return formatQuantity({ min, max, unit: 'pence', basis: 'our-estimate' });
}

/** One survey asked every phase: each figure says whose it is, and the survey is named once. */
function dayCosts(facts: readonly Fact[], urls: Urls): ComponentChildren {
  return (
    <>
      {facts.map((fact, index) => (
        <span key={fact.id}>
          {index > 0 && ', '}
          <FactLink href={urls.fact(fact)} text={factText(fact)} title={sourceWords(fact)} /> in{' '}
          {fact.topic.replace('supply-day-cost-', '')} schools
        </span>
      ))}{' '}
      ({[...new Set(facts.map(sourceWords))].join('; ')})
    </>
  );
}

/** Each figure leads to its source, and says its day. */
function listed(facts: readonly Fact[], urls: Urls): ComponentChildren {
  return facts.map((fact, index) => (
    <span key={fact.id}>
      {index > 0 && ', or '}
      <FactLink href={urls.fact(fact)} text={factText(fact)} title={sourceWords(fact)} /> ({sourceWords(fact)}
      {fact.certainty === 'disputed' ? '; sources differ' : ''})
    </span>
  ));
}
