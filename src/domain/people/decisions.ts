import { halfTermName, addHalfTerms, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import type { HalfTerm } from '../calendar/term-calendar.ts';
import { hoursAgainstCapacity, weeklyHours, type HoursIn } from '../plan/plan-hours.ts';
import { andList } from '../words.ts';
import { stepsToAnswer, type SharedPlan } from './step-answers.ts';

/** One of the three things a conversation about a plan decides, with what it is decided by. */
export interface Decision {
  readonly ask: string;
  readonly because: string;
}

/** Longer lists are read on the page itself. */
const NAMED_AT_MOST = 4;

/**
 * The three decisions to make with a line manager: whether these are the right steps, whether the time can be found,
 * and what others do for it (or, where nobody else acts, when it is looked at together). `teacher` is whose plan it is.
 */
export function decisionsOf(
  shared: SharedPlan,
  { teacher, halfTerms }: { readonly teacher: string; readonly halfTerms: readonly HalfTerm[] },
): readonly Decision[] {
  const steps = stepsToAnswer(shared);
  if (steps.length === 0) return [];
  return [rightSteps(shared), enoughTime(shared, teacher, halfTerms), yourPart(shared)];
}

function rightSteps(shared: SharedPlan): Decision {
  const steps = stepsToAnswer(shared);
  const shown = steps.slice(0, NAMED_AT_MOST).map(({ name }) => `“${name}”`);
  const rest = steps.length - shown.length;
  const names = andList(rest > 0 ? [...shown, `${rest} more`] : shown);
  return { ask: 'Are these the right steps, in this order?', because: `${names}.` };
}

function enoughTime({ plan }: SharedPlan, teacher: string, halfTerms: readonly HalfTerm[]): Decision {
  const fullest = hoursAgainstCapacity(plan, halfTerms).reduce<HoursIn | undefined>(
    (most, one) => (most === undefined || one.planned > most.planned ? one : most),
    undefined,
  );
  const ask = 'Can the time be found, and cover where it is needed?';
  if (!fullest || fullest.planned === 0) return { ask, because: 'No hours are known for these steps yet.' };
  const { hours, basis } = weeklyHours(plan.profile);
  const has = `${teacher} reckons with ${hours} ${hours === 1 ? 'hour' : 'hours'} a week`;
  return {
    ask,
    because: `The fullest half term is ${halfTermName(fullest.halfTerm)}, with ${fullest.planned} hours. ${has}${basis === 'yours' ? '' : ' (our estimate)'}.`,
  };
}

function yourPart(shared: SharedPlan): Decision {
  const steps = stepsToAnswer(shared);
  const others = steps.filter(({ owner }) => owner === 'line-manager' || owner === 'head');
  if (others.length > 0)
    return {
      ask: 'Will you and the head do your part?',
      because: `The plan needs one of you to act for ${andList(others.map(({ name }) => `“${name}”`))}.`,
    };
  return {
    ask: 'When will you look at it together?',
    because: `The first step to end does so in ${halfTermName(firstEnd(steps.map(endOf)))}: that is a good time.`,
  };
}

function endOf({ start, hours }: { readonly start: HalfTermId; readonly hours: readonly number[] }): HalfTermId {
  return addHalfTerms(start, hours.length - 1);
}

function firstEnd([first, ...others]: readonly HalfTermId[]): HalfTermId {
  return others.reduce((soonest, one) => (ordinalOf(one) < ordinalOf(soonest) ? one : soonest), first as HalfTermId);
}
