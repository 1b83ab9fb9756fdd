import { addHalfTerms, halfTermName, ordinalOf } from '../calendar/half-term.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { endOf, quoted, type Check, type Planned } from './plan-check.ts';
import type { Profile } from '../matching/profile.ts';
import { parseProse } from '../prose.ts';
import { andList, orList } from '../words.ts';

/*
 * What is said in the same words of one step and of several: a teacher who has to ask their head about four steps asks
 * once.
 */

export type Some = readonly [Planned, ...Planned[]];

export function sponsorMissing(steps: Some, { role }: Profile): Check {
  const who = role === 'headteacher' ? 'your chair of governors' : 'your head';
  const [first] = steps.toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start));
  return {
    code: 'needs-a-sponsor',
    weight: 'ask',
    steps: steps.map(({ id }) => id),
    because: `${names(steps)} ${steps.length === 1 ? 'needs' : 'need'} ${who} to back you, and you have not told us that they do.`,
    fix: {
      words: `Ask them in good time for ${halfTermName((first ?? steps[0]).start)}, then say so in the settings of this plan.`,
    },
  };
}

export function lineManagerMissing(steps: Some): Check {
  return {
    code: 'needs-a-line-manager',
    weight: 'ask',
    steps: steps.map(({ id }) => id),
    because: `${names(steps)} ${steps.length === 1 ? 'needs' : 'need'} a line manager or a colleague who will help, and you have not told us that you have one.`,
    fix: { words: 'Ask yours, or a colleague in their place, then say so in the settings of this plan.' },
  };
}

/** `opportunity` is what one step was planned by: its first step is what can be done until something is announced. */
export function notAnnounced(steps: Some, opportunity?: Opportunity): Check {
  const [only] = steps;
  const meanwhile = steps.length === 1 && opportunity ? doMeanwhile(opportunity) : undefined;
  return {
    code: 'intake-not-announced',
    weight: 'ask',
    steps: steps.map(({ id }) => id),
    because:
      steps.length === 1
        ? `No intake of ${quoted(only)} is announced for ${halfTermName(only.start)}: that half term is a guess.`
        : `No intake of ${names(steps, orList)} is announced yet: their half terms are guesses.`,
    fix: {
      words: `Ask the hub to tell you when one is. ${meanwhile ?? 'Keep something else ready for then.'}`,
    },
  };
}

/** An opportunity's own first step, where it can be said without a figure. */
export function doMeanwhile({ firstStep }: Opportunity): string | undefined {
  const segments = parseProse(firstStep);
  if (segments.some(({ kind }) => kind === 'fact')) return undefined;
  const text = segments.map((segment) => (segment.kind === 'fact' ? '' : segment.text)).join('');
  return `Until then: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** Of one's own actions, and of steps for which nobody has published them. */
export function hoursNotKnown(steps: Some): Check {
  const isOwn = steps.every(({ pin }) => pin === null);
  const [takes, counts] = steps.length === 1 ? ['takes', 'it counts'] : ['take', 'they count'];
  return {
    code: 'hours-not-known',
    weight: 'note',
    steps: steps.map(({ id }) => id),
    because: isOwn
      ? `You have not said how many hours ${names(steps)} ${takes}, so ${counts} for none.`
      : `Nobody has published how many hours ${names(steps)} ${takes}, so ${counts} for none.`,
    fix: { words: isOwn ? 'Put in a figure of your own.' : 'Ask whoever runs it, and put in your own figure.' },
  };
}

/** `canBeShown`: a longer timetable would hold their ends. */
export function runsPast(steps: Some, canBeShown: boolean): Check {
  return {
    code: 'runs-past-the-timetable',
    weight: 'note',
    steps: steps.map(({ id }) => id),
    because:
      steps.length === 1
        ? `${names(steps)} goes on after the timetable ends, until ${halfTermName(addHalfTerms(endOf(steps[0]), -1))}.`
        : `${names(steps)} go on after the timetable ends.`,
    fix: {
      words: canBeShown
        ? 'Show more half terms in the settings if you want to see the end.'
        : 'Nothing has to be done: no timetable shows more than five years.',
    },
  };
}

const MOST_NAMED = 4;

function names(steps: readonly Planned[], list = andList): string {
  if (steps.length <= MOST_NAMED) return list(steps.map(quoted));
  const named = steps.slice(0, MOST_NAMED - 1);
  return list([...named.map(quoted), `${steps.length - named.length} other steps`]);
}
