import type { DayCatalogue } from './catalogue.ts';
import type { IsoDate } from './date.ts';
import { dayInWords } from './day-words.ts';
import { addHalfTerms, halfTermName, ordinalOf } from './half-term.ts';
import { endOf, moveTo, type Check, type CheckedAgainst, type Planned } from './plan-check.ts';
import type { PinnedFigure, Plan, PlanStep } from './plan.ts';
import { halfTermOn } from './term-calendar.ts';

/** Money and terms that are only known to hold until a day, and the opportunity's own end. */
export function endChecks(step: Planned, { halfTerms, on }: CheckedAgainst): readonly Check[] {
  const last = halfTerms.find(({ id }) => id === addHalfTerms(step.start, step.hours.length - 1));
  if (!step.pin || !last || step.state === 'done') return [];
  const end = endsBefore(step, last.until, on);
  if (!end) return [];
  return [
    {
      code: 'ends-after-what-it-rests-on',
      weight: 'ask',
      steps: [step.id],
      because: `“${step.name}” would run past ${end.what}, known only until ${dayInWords(end.until)}.`,
      fix: { words: 'Ask whoever runs it what holds after that before you count on it.' },
    },
  ];
}

function endsBefore(
  { pin }: PlanStep,
  last: IsoDate,
  on: DayCatalogue,
): { readonly what: string; readonly until: IsoDate } | undefined {
  if (pin?.until && pin.until < last) return { what: 'its own end', until: pin.until };
  for (const [name, what] of MONEY) {
    const until = untilOf(pin?.figures[name], on);
    if (until && until < last) return { what, until };
  }
  return undefined;
}

const MONEY = [
  ['costToYou', 'what it costs you'],
  ['costToSchool', 'what it costs your school'],
  ['income', 'the money your school gets'],
] as const;

function untilOf(figure: PinnedFigure | undefined, on: DayCatalogue): IsoDate | undefined {
  if (!figure || !('facts' in figure)) return undefined;
  const ids = new Set(figure.facts.map(({ id }) => id));
  const ends = on.catalogue.facts.flatMap((fact) => (ids.has(fact.id) && fact.until ? [fact.until] : []));
  return ends.toSorted()[0];
}

/** Against today and the timetable's own end. */
export function timetableChecks(step: Planned, plan: Plan, { halfTerms, today }: CheckedAgainst): readonly Check[] {
  const checks: Check[] = [];
  const now = halfTermOn(halfTerms, today)?.id ?? plan.first;
  if (step.state === 'to-do' && ordinalOf(step.start) < ordinalOf(now))
    checks.push({
      code: 'starts-in-the-past',
      weight: 'clash',
      steps: [step.id],
      because: `“${step.name}” was to start in ${halfTermName(step.start)}, and is still marked as to do.`,
      fix: moveTo(step, now),
    });
  if (ordinalOf(endOf(step)) > ordinalOf(plan.first) + plan.halfTerms)
    checks.push({
      code: 'runs-past-the-timetable',
      weight: 'note',
      steps: [step.id],
      because: `“${step.name}” goes on after the timetable ends, until ${halfTermName(addHalfTerms(endOf(step), -1))}.`,
      fix: { words: 'Show more half terms in the settings if you want to see its end.' },
    });
  if (step.hoursBasis === 'not-known')
    checks.push({
      code: 'hours-not-known',
      weight: 'note',
      steps: [step.id],
      because: `Nobody has published how many hours “${step.name}” takes, so it counts for none.`,
      fix: { words: 'Ask whoever runs it, and put in your own figure.' },
    });
  return checks;
}
