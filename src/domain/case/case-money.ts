import type { Fact } from '../catalogue/fact.ts';
import { incomeOf, schoolCost, type Pence, type SchoolCost } from '../funding/school-cost.ts';
import { supplyRange } from '../funding/supply-cost.ts';
import type { Quantity } from '../quantity.ts';
import type { CaseDraft, CaseFigure, CaseStep } from './case.ts';

/** What has no figure, and so is in no sum. */
export type MissingSum = 'the fee' | 'cover' | 'travel' | 'what comes in';

export interface Range {
  readonly min: number;
  readonly max: number;
}

/** What a case comes to for the school: with a funded place and without, or the one way it can go. */
export interface CaseMoney {
  readonly columns: readonly { readonly id: 'funded' | 'unfunded' | 'only'; readonly cost: SchoolCost }[];
  readonly years: number;
  /** Days out of class in a year. */
  readonly days: { readonly basis: 'yours' | 'published' | 'our-estimate'; readonly range: Range } | undefined;
  readonly dayCost:
    | { readonly basis: 'yours'; readonly range: Pence }
    | { readonly basis: 'published'; readonly range: Pence; readonly facts: readonly Fact[] }
    | undefined;
  readonly travel: number | undefined;
  readonly missing: readonly MissingSum[];
}

type Entries = Pick<CaseDraft, 'days' | 'dayCost' | 'travel'>;

const HALF_TERMS_A_YEAR = 6;

export function caseMoney(steps: readonly CaseStep[], entries: Entries, supply: readonly Fact[]): CaseMoney {
  const years = Math.max(1, ...steps.map(({ hours }) => Math.ceil(hours.length / HALF_TERMS_A_YEAR)));
  const days = daysOf(steps, entries);
  const dayCost = dayCostOf(entries, supply);
  const travel = entries.travel ?? undefined;
  const incomes = steps.filter(({ income }) => income.kind !== 'unknown').map((step) => incomeIn(step, days?.range));
  const sum = (fees: readonly (Pence | undefined)[]) =>
    schoolCost({
      fees: [asQuantity(total(fees.filter((fee) => fee !== undefined)))],
      years,
      daysAYear: days?.range,
      dayCost: days?.range.max === 0 ? NOTHING : dayCost?.range,
      travelAYear: travel,
      income: incomes.some((income) => income !== undefined)
        ? total(incomes.filter((one) => one !== undefined))
        : undefined,
    });
  const fees = steps.map(feeOf);
  const unfunded = { id: 'unfunded', cost: sum(fees) } as const;
  const columns = isFundable(steps)
    ? [
        { id: 'funded', cost: sum(steps.map((step, index) => (isFundable([step]) ? NOTHING : fees[index]))) } as const,
        unfunded,
      ]
    : [{ ...unfunded, id: 'only' } as const];
  return { columns, years, days, dayCost, travel, missing: missingIn({ fees, days, dayCost, travel, incomes }) };
}

/** Whoever is eligible may still find no place; where the rules fund nobody there is one way it can go. */
function isFundable(steps: readonly CaseStep[]): boolean {
  return steps.some(({ funding }) => funding && funding.status !== 'not-funded' && funding.status !== 'not-offered');
}

const NOTHING: Pence = { min: 0, max: 0 };

/** What a step charges the school once, from its example prices; undefined where there is no sum. */
function feeOf({ costToSchool, hours }: CaseStep): Pence | undefined {
  const quantities = quantitiesIn(costToSchool).filter(({ unit }) => unit === 'pence' || unit === 'pence-a-year');
  if (quantities.length === 0) return undefined;
  const times = ({ unit }: Pick<Quantity, 'unit'>) =>
    unit === 'pence' ? 1 : Math.max(1, Math.ceil(hours.length / HALF_TERMS_A_YEAR));
  return {
    min: Math.min(...quantities.map((one) => one.min * times(one))),
    max: Math.max(...quantities.map((one) => (one.max ?? one.min) * times(one))),
  };
}

function incomeIn({ income }: CaseStep, days: Range | undefined): Pence | undefined {
  const [value] = quantitiesIn(income);
  return value && incomeOf({ ...value, basis: 'published' }, days && days.min === days.max ? { days: days.min } : {});
}

function quantitiesIn(figure: CaseFigure): readonly Omit<Quantity, 'basis'>[] {
  if (figure.kind === 'unknown') return [];
  if (figure.kind === 'estimate') return [figure.estimate];
  return figure.facts.flatMap(({ value }) => (typeof value === 'object' ? [value] : []));
}

/** The teacher's own number goes before what is published; where a step has neither there is no sum of all. */
function daysOf(steps: readonly CaseStep[], entries: Entries): CaseMoney['days'] {
  if (entries.days !== null) return { basis: 'yours', range: { min: entries.days, max: entries.days } };
  const each = steps.map(({ outOfClass }) => quantitiesIn(outOfClass).find(isDays));
  if (each.length === 0 || each.some((one) => one === undefined)) return undefined;
  const isOurs = steps.some(({ outOfClass }) => outOfClass.kind === 'estimate');
  return {
    basis: isOurs ? 'our-estimate' : 'published',
    range: total(each.flatMap((one) => (one ? [{ min: one.min, max: one.max ?? one.min }] : []))),
  };
}

function isDays({ unit, max }: Omit<Quantity, 'basis'>): boolean {
  return max !== null && (unit === 'days' || unit === 'days-a-year');
}

function dayCostOf({ dayCost }: Entries, facts: readonly Fact[]): CaseMoney['dayCost'] {
  if (dayCost !== null) return { basis: 'yours', range: { min: dayCost, max: dayCost } };
  const range = supplyRange(facts);
  return range && { basis: 'published', range, facts };
}

function total(ranges: readonly Range[]): Range {
  return ranges.reduce((sum, { min, max }) => ({ min: sum.min + min, max: sum.max + max }), NOTHING);
}

function asQuantity({ min, max }: Pence): Quantity {
  return { min, max, unit: 'pence', basis: 'our-estimate' };
}

interface Summed extends Pick<CaseMoney, 'days' | 'dayCost' | 'travel'> {
  readonly fees: readonly (Pence | undefined)[];
  readonly incomes: readonly (Pence | undefined)[];
}

/** No day out of class needs neither cover nor a price for it. */
function missingIn({ fees, days, dayCost, travel, incomes }: Summed): readonly MissingSum[] {
  const hasCover = days !== undefined && (dayCost !== undefined || days.range.max === 0);
  return [
    ...(fees.some((fee) => fee === undefined) ? (['the fee'] as const) : []),
    ...(hasCover ? [] : (['cover'] as const)),
    ...(travel === undefined ? (['travel'] as const) : []),
    ...(incomes.some((income) => income === undefined) ? (['what comes in'] as const) : []),
  ];
}
