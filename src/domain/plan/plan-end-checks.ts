import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { IsoDate } from '../date.ts';
import { dayInWords } from '../day-words.ts';
import { addHalfTerms, halfTermName, ordinalOf } from '../calendar/half-term.ts';
import type { Figure, Opportunity } from '../catalogue/opportunity.ts';
import { endOf, moveOn, quoted, type Check, type CheckedAgainst, type Fix, type Planned } from './plan-check.ts';
import { hoursNotKnown, runsPast } from './plan-shared-checks.ts';
import { nextToBegin } from './plan-start.ts';
import { LIMITS, type Plan } from './plan.ts';
import { halfTermOn } from '../calendar/term-calendar.ts';

/** Money that is only known to hold until a day, and the opportunity's own end, as known today. */
export function endChecks(
  step: Planned,
  opportunity: Opportunity,
  { halfTerms, on }: CheckedAgainst,
): readonly Check[] {
  const last = halfTerms.find(({ id }) => id === addHalfTerms(endOf(step), -1));
  const because = last && step.state !== 'done' ? runsPastWhat(step, opportunity, last.until, on) : undefined;
  if (because === undefined) return [];
  return [
    {
      code: 'ends-after-what-it-rests-on',
      weight: 'ask',
      steps: [step.id],
      because,
      fix: { words: 'Ask whoever runs it what holds after that before you count on it.' },
    },
  ];
}

function runsPastWhat(
  step: Planned,
  { exists, figures }: Opportunity,
  last: IsoDate,
  on: DayCatalogue,
): string | undefined {
  if (exists.until !== null && exists.until < last)
    return `${quoted(step)} is offered until ${dayInWords(exists.until)}, and would run on after that.`;
  const money = [
    [`What ${quoted(step)} costs you is`, figures.costToYou],
    [`What ${quoted(step)} costs your school is`, figures.costToSchool],
    [`The money your school gets for ${quoted(step)} is`, figures.income],
  ] as const;
  for (const [what, figure] of money) {
    const until = untilOf(figure, on);
    if (until !== undefined && until < last)
      return `${what} known only until ${dayInWords(until)}, and it would run on after that.`;
  }
  return undefined;
}

/** The first day on which a statement behind a figure stops holding. */
function untilOf(figure: Figure | undefined, { facts }: DayCatalogue): IsoDate | undefined {
  if (!figure || !('fact' in figure)) return undefined;
  const ends = (facts.get(figure.fact) ?? []).flatMap(({ until }) => until ?? []);
  return ends.toSorted()[0];
}

/** Against today and the timetable's own end. */
export function timetableChecks(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  if (step.state === 'done') return [];
  const length = ordinalOf(endOf(step)) - ordinalOf(plan.first);
  return [
    ...(step.state === 'to-do' ? inThePast(step, plan, against) : []),
    ...(length > plan.halfTerms ? [runsPast([step], length <= LIMITS.halfTerms.most)] : []),
    ...(step.hoursBasis === 'not-known' ? [hoursNotKnown([step])] : []),
  ];
}

function inThePast(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  const shown = against.halfTerms.slice(0, plan.halfTerms);
  const now = halfTermOn(shown, against.today);
  if (now && ordinalOf(step.start) >= ordinalOf(now.id)) return [];
  const isBefore = ordinalOf(step.start) < ordinalOf(plan.first);
  const fix: Fix = now
    ? moveOn(step, nextToBegin(shown, against.today).id, plan, against)
    : { words: 'Let the timetable begin with a later half term, in the settings of this plan.' };
  return [
    {
      code: 'starts-in-the-past',
      weight: 'clash',
      steps: [step.id],
      because: isBefore
        ? `${quoted(step)} is planned for ${halfTermName(step.start)}, before the timetable begins.`
        : `${quoted(step)} was to start in ${halfTermName(step.start)}, and is still marked as to do.`,
      fix,
    },
  ];
}
