import type { IsoDate } from '../date.ts';
import type { Finding } from '../matching/finding.ts';
import { earliestStart, type Intake, type Opportunity } from './opportunity.ts';

export type IntakeState = 'announced' | 'open' | 'past';

/**
 * Where an intake stands on a day. A window whose closing day nobody has given is taken to be open until the intake
 * begins, and no longer: the first day it may have begun on closes it.
 */
export function intakeState(intake: Intake, day: IsoDate): IntakeState {
  const { opens, closes } = intake.window;
  const starts = earliestStart(intake);
  if (closes !== null ? closes < day : starts !== null && starts <= day) return 'past';
  if (opens !== null ? day < opens : closes === null && starts === null) return 'announced';
  return 'open';
}

/** The intakes that are not over on a day, the soonest first. */
export function comingIntakes(opportunity: Opportunity, day: IsoDate): readonly Intake[] {
  return opportunity.intakes
    .filter((intake) => intakeState(intake, day) !== 'past')
    .toSorted((a, b) => byText(a.starts ?? '9999', b.starts ?? '9999') || byText(a.id, b.id));
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** What the intakes mean on a day; `undefined` where an opportunity has none and can be started by agreement. */
export function judgeIntakes(opportunity: Opportunity, day: IsoDate): Finding | undefined {
  if (opportunity.when.kind === 'ask') {
    return {
      rule: 'intake',
      outcome: 'unknown',
      code: 'when-not-published',
      because: 'When it next starts is not published: ask whoever runs it.',
      owner: 'world',
      facts: [],
    };
  }
  if (opportunity.when.kind !== 'intakes') return undefined;
  const coming = comingIntakes(opportunity, day);
  const open = coming.find((intake) => intakeState(intake, day) === 'open');
  if (open) {
    const because = open.window.closes
      ? `The ${open.name} intake is open.`
      : `The ${open.name} intake is open as far as we can tell; its closing day was not found.`;
    return { rule: 'intake', outcome: 'met', code: 'window-open', because, facts: open.facts };
  }
  return judgeShut(opportunity, coming[0]);
}

/** No intake is open: the next window's day where it is announced, else that nothing is. */
function judgeShut(opportunity: Opportunity, soonest: Intake | undefined): Finding {
  if (soonest?.window.opens) {
    return {
      rule: 'intake',
      outcome: 'not-met',
      code: 'window-not-open-yet',
      because: `Applications for the ${soonest.name} intake are not open yet.`,
      next: { change: `applications for ${soonest.name} open`, when: soonest.window.opens, known: 'announced' },
      facts: soonest.facts,
    };
  }
  const last = opportunity.intakes.toSorted((a, b) => byText(a.starts ?? '', b.starts ?? '')).at(-1);
  return {
    rule: 'intake',
    outcome: 'not-met',
    code: 'intake-not-announced',
    because: last ? `The ${last.name} intake has begun and the next is not announced.` : 'No intake is announced.',
    next: { change: 'the next intake is announced', when: null, known: 'not-announced' },
    facts: last?.facts ?? [],
  };
}
