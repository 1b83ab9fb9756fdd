import { VERDICTS, type Assessment } from './assess.ts';
import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { Finding } from './finding.ts';
import { comingIntakes } from '../catalogue/intakes.ts';
import type { Figure, Opportunity } from '../catalogue/opportunity.ts';
import type { Profile } from './profile.ts';
import type { Quantity } from '../quantity.ts';
import { NPQ_WORDS, ROUTE_WORDS } from '../words.ts';

export type ReasonCode =
  | 'your-aim'
  | 'uses-your-npq'
  | 'made-for-you'
  | 'fits-your-hours'
  | 'no-cost-to-you'
  | 'within-your-budget'
  | 'pays-your-school'
  | 'can-start-any-time'
  | 'has-a-date';

/** One named reason for standing higher, shown to the teacher as it is. */
export interface Reason {
  readonly code: ReasonCode;
  readonly points: number;
  readonly because: string;
}

export interface Ranked extends Assessment {
  readonly reasons: readonly Reason[];
  readonly points: number;
}

/**
 * What each reason is worth. The order is the argument: what the teacher wants comes before what they have learned,
 * which comes before what was made for people like them, which comes before what fits; money and dates only part equals. The sum is shown reason by reason.
 */
export const POINTS: Readonly<Record<ReasonCode, number>> = {
  'your-aim': 8,
  'uses-your-npq': 4,
  'made-for-you': 2,
  'fits-your-hours': 2,
  'within-your-budget': 1,
  'no-cost-to-you': 1,
  'pays-your-school': 1,
  'can-start-any-time': 1,
  'has-a-date': 1,
};

/** The quantity behind a figure on a day, if a number is held for it. */
export function quantityOf(figure: Figure | undefined, { facts }: Pick<DayCatalogue, 'facts'>): Quantity | undefined {
  if (!figure || 'unknown' in figure) return undefined;
  if ('estimate' in figure) return { ...figure.estimate, basis: 'our-estimate' };
  const value = facts.get(figure.fact)?.[0]?.value;
  return typeof value === 'object' ? value : undefined;
}

/** The named reasons for one opportunity, best first. */
export function reasonsFor(assessment: Assessment, profile: Profile, on: DayCatalogue): readonly Reason[] {
  const { opportunity } = assessment;
  const reasons: Reason[] = [];
  const add = (code: ReasonCode, because: string) => reasons.push({ code, points: POINTS[code], because });
  const aim = [opportunity.route, ...opportunity.alsoOn].find((route) => profile.aims?.includes(route));
  if (aim) add('your-aim', `It is on a route you want: ${ROUTE_WORDS[aim]}.`);
  const used = profile.npqs?.find((held) => opportunity.uses.includes(held.code));
  if (used) add('uses-your-npq', `It uses ${NPQ_WORDS[used.code]}.`);
  const own = madeFor(assessment, profile);
  if (own) add('made-for-you', own.because);
  const hours = quantityOf(opportunity.figures.time, on);
  if (hours?.unit === 'hours-a-week' && profile.hoursPerWeek !== undefined && hours.min <= profile.hoursPerWeek) {
    add('fits-your-hours', 'It fits the hours you have.');
  }
  addMoney(opportunity.figures, profile, on, add);
  addStart(opportunity, on, add);
  return reasons;
}

function addStart(opportunity: Opportunity, on: DayCatalogue, add: (code: ReasonCode, because: string) => void): void {
  if (opportunity.when.kind === 'any-time') add('can-start-any-time', 'You can start when you like.');
  if (comingIntakes(opportunity, on.day).some(({ starts, window }) => starts ?? window.opens ?? window.closes))
    add('has-a-date', 'Its next intake has a date.');
}

/** A step for few phases or subjects, of which the teacher's is one, was made for people like them. */
const FEW = 2;
/** Whoever teaches a class most subjects may take a step for any of them, but no one of them is theirs in particular. */
const OWN_SUBJECTS_AT_MOST = 3;

function madeFor({ opportunity, findings }: Assessment, { subjects = [] }: Profile): Finding | undefined {
  return findings.find((finding, index) => {
    const requirement = opportunity.requirements[index];
    const narrow =
      requirement?.kind === 'phase' || (requirement?.kind === 'subject' && subjects.length <= OWN_SUBJECTS_AT_MOST);
    return narrow && finding.outcome === 'met' && requirement.anyOf.length <= FEW;
  });
}

function addMoney(
  figures: Assessment['opportunity']['figures'],
  profile: Profile,
  on: DayCatalogue,
  add: (code: ReasonCode, because: string) => void,
): void {
  const cost = quantityOf(figures.costToYou, on);
  if (cost?.max === 0) add('no-cost-to-you', 'It costs you nothing.');
  else if (cost && profile.budget !== undefined && cost.min <= profile.budget * 100)
    add('within-your-budget', 'It is within your budget.');
  if (quantityOf(figures.income, on)) add('pays-your-school', 'Your school may be paid for your time.');
}

/**
 * Every assessment with its reasons, best first: open before one answer away before not yet before not for you, then
 * fewer barriers, then more points, then confirmed, then by name, then by id, so that the order never flickers.
 */
export function rank(assessments: readonly Assessment[], profile: Profile, on: DayCatalogue): readonly Ranked[] {
  return assessments
    .map((assessment) => {
      const reasons = reasonsFor(assessment, profile, on);
      return { ...assessment, reasons, points: reasons.reduce((sum, reason) => sum + reason.points, 0) };
    })
    .toSorted(better);
}

/** How many things stand in the way: what is one step off comes before what is three. */
function barriers({ findings }: Assessment): number {
  return findings.filter((finding) => finding.outcome === 'not-met').length;
}

function better(a: Ranked, b: Ranked): number {
  return (
    VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) ||
    barriers(a) - barriers(b) ||
    b.points - a.points ||
    Number(b.confirmed) - Number(a.confirmed) ||
    compare(a.opportunity.name, b.opportunity.name) ||
    compare(a.opportunity.id, b.opportunity.id)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
