import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import type { Fact } from '../../domain/catalogue/fact.ts';
import type { FundingAnswer } from '../../domain/funding/funding.ts';
import { intakesAbout } from '../../domain/funding/funding-intakes.ts';
import type { NpqCode } from '../../domain/catalogue/npq.ts';
import type { Figure, Opportunity } from '../../domain/catalogue/opportunity.ts';
import type { Quantity } from '../../domain/quantity.ts';
import { incomeOf, schoolCost, type SchoolCost } from '../../domain/funding/school-cost.ts';
import { supplyFacts, supplyRange } from '../../domain/funding/supply-cost.ts';
import type { WhoPays } from '../../http/who-pays.ts';
import type { CostEntries } from './cost-form.ts';

/** What a school's cost is worked out for: an NPQ or another next step, with the days and money known of it. */
export interface CostedStep {
  readonly opportunity: Opportunity;
  readonly npq: NpqCode | undefined;
  readonly years: number;
  readonly publishedDays: { readonly min: number; readonly max: number } | undefined;
  readonly feeFacts: readonly Fact[];
  readonly incomeFacts: readonly Fact[];
}

/** Each way it may go: with a funded place and without, or only one of them. */
export interface CostColumn {
  readonly id: 'funded' | 'unfunded' | 'only';
  readonly cost: SchoolCost;
}

export interface Costs {
  readonly step: CostedStep;
  /** By the newest rules; absent for what is no NPQ. */
  readonly answer: FundingAnswer | undefined;
  /** Published costs of a day's cover that fit the school, or all where its phase is not told. */
  readonly supply: readonly Fact[];
  readonly columns: readonly CostColumn[];
}

/** NPQs, and every step that costs a school or brings something in. */
export function costedOpportunities(on: DayCatalogue): readonly Opportunity[] {
  return on.opportunities
    .filter(({ npq, figures }) => npq !== undefined || figures.income !== undefined)
    .toSorted((a, b) => Number(a.npq === undefined) - Number(b.npq === undefined) || a.name.localeCompare(b.name));
}

/** By the code of an NPQ or the id of a step, as an address names it. */
export function findCosted(on: DayCatalogue, name: string): Opportunity | undefined {
  return costedOpportunities(on).find((one) => one.id === name || one.npq === name);
}

export function costedStep(opportunity: Opportunity, on: DayCatalogue): CostedStep {
  const { figures } = opportunity;
  const duration = quantityOf(figures.duration, on);
  const days = quantityOf(figures.outOfClass, on);
  return {
    opportunity,
    npq: opportunity.npq,
    years: duration?.unit === 'months' ? Math.ceil((duration.max ?? duration.min) / 12) : 1,
    publishedDays:
      days && days.max !== null && (days.unit === 'days' || days.unit === 'days-a-year')
        ? { min: days.min, max: days.max }
        : undefined,
    feeFacts: factsOf(figures.costToSchool, on),
    incomeFacts: factsOf(figures.income, on),
  };
}

export function costsOf(step: CostedStep, entries: CostEntries, pays: WhoPays, on: DayCatalogue): Costs {
  const { newest } = intakesAbout(pays.day);
  const answer = step.npq !== undefined && newest !== undefined ? pays.answer(step.npq, newest) : undefined;
  const fees = step.feeFacts.flatMap(({ value }) => (isPence(value) ? [value] : []));
  const { profile, school } = pays;
  const supply = supplyFacts([school?.phase, school?.typeName, profile.phase], on.facts);
  const sum = (paid: readonly Quantity[]) =>
    schoolCost({
      fees: paid,
      years: step.years,
      daysAYear: entries.days === undefined ? step.publishedDays : { min: entries.days, max: entries.days },
      dayCost: entries.dayCost === undefined ? supplyRange(supply) : { min: entries.dayCost, max: entries.dayCost },
      travelAYear: entries.travel,
      income: incomeOf(step.incomeFacts[0]?.value, { hours: entries.hours, days: entries.days }),
    });
  return {
    step,
    answer,
    supply,
    columns: columnsFor(answer).map((id) => ({ id, cost: sum(id === 'funded' ? [] : fees) })),
  };
}

/** Whoever is eligible may still find no place; whoever is not has one way to go. */
function columnsFor(answer: FundingAnswer | undefined): readonly CostColumn['id'][] {
  if (!answer) return ['only'];
  return answer.status === 'not-funded' || answer.status === 'not-offered' ? ['unfunded'] : ['funded', 'unfunded'];
}

function factsOf(figure: Figure | undefined, on: DayCatalogue): readonly Fact[] {
  return figure && 'fact' in figure ? (on.facts.get(figure.fact) ?? []) : [];
}

function quantityOf(figure: Figure | undefined, on: DayCatalogue): Quantity | undefined {
  if (!figure || 'unknown' in figure) return undefined;
  if ('estimate' in figure) return { ...figure.estimate, basis: 'our-estimate' };
  const value = on.facts.get(figure.fact)?.[0]?.value;
  return typeof value === 'object' ? value : undefined;
}

function isPence(value: Fact['value']): value is Quantity {
  return typeof value === 'object' && value.unit === 'pence';
}
