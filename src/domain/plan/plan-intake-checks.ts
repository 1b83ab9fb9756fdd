import { dayInWords } from '../day-words.ts';
import { addHalfTerms, halfTermName, ordinalOf } from '../calendar/half-term.ts';
import { intakeState } from '../catalogue/intakes.ts';
import { earliestStart, type Opportunity } from '../catalogue/opportunity.ts';
import { endOf, moveTo, quoted, type Check, type CheckedAgainst, type Planned } from './plan-check.ts';
import { A_YEAR, dueIntakes, type DueIntake } from './plan-intakes.ts';
import { doMeanwhile, notAnnounced } from './plan-shared-checks.ts';
import { plannedSteps, type Plan } from './plan.ts';
import { halfTermOn } from '../calendar/term-calendar.ts';

/** Whether a step of dated intakes that is still to do could start in its half term, and be applied for in time. */
export function intakeChecks(
  step: Planned,
  opportunity: Opportunity,
  plan: Plan,
  against: CheckedAgainst,
): readonly Check[] {
  if (opportunity.when.kind !== 'intakes') return [];
  const due = nearestFirst(dueIntakes(opportunity, against.halfTerms, against.today), step);
  const here = due.find((one) => one.due === step.start);
  if (here) {
    return [
      ...announcedSince(step, here),
      ...notOpenYet(step, here, opportunity, against),
      ...closesBeforeNeeds(step, here, plan, against),
    ];
  }
  // A year or more after an intake a later one is meant, which nobody has announced yet.
  const near = due.find((one) => ordinalOf(one.due) > ordinalOf(step.start) - A_YEAR);
  if (near) return [startsElsewhere(step, near, plan)];
  return [tooLate(step, opportunity, against) ?? notAnnounced([step], opportunity)];
}

/** The one that was chosen before all others, then by how far from the step they start. */
function nearestFirst(due: readonly DueIntake[], step: Planned): readonly DueIntake[] {
  const away = (one: DueIntake) => Math.abs(ordinalOf(one.due) - ordinalOf(step.start));
  return due.toSorted((a, b) => Number(isChosen(b, step)) - Number(isChosen(a, step)) || away(a) - away(b));
}

function isChosen({ intake }: DueIntake, { pin }: Planned): boolean {
  return intake.id === pin?.intake?.id;
}

/** The half term was a guess, or another intake was meant, and now there is one. */
function announcedSince(step: Planned, here: DueIntake): readonly Check[] {
  if (isChosen(here, step)) return [];
  return [
    {
      code: 'intake-announced',
      weight: 'note',
      steps: [step.id],
      because: `The ${here.intake.name} intake of ${quoted(step)} is announced for ${halfTermName(here.due)}, where you have it.`,
      fix: { words: `Plan ${quoted(step)} by that intake.`, act: { kind: 'take', step: step.id } },
    },
  ];
}

function notOpenYet(
  step: Planned,
  { intake }: DueIntake,
  opportunity: Opportunity,
  { today }: CheckedAgainst,
): readonly Check[] {
  const { opens } = intake.window;
  if (opens === null || opens <= today) return [];
  return [
    {
      code: 'window-not-open-yet',
      weight: 'note',
      steps: [step.id],
      because: `Applications for the ${intake.name} intake of ${quoted(step)} open on ${dayInWords(opens)}.`,
      fix: { words: doMeanwhile(opportunity) ?? 'Note the day, and ask the hub what to have ready by then.' },
    },
  ];
}

/** Applications end while something that has to come first still runs. */
function closesBeforeNeeds(
  step: Planned,
  { intake }: DueIntake,
  plan: Plan,
  { halfTerms }: CheckedAgainst,
): readonly Check[] {
  const { closes } = intake.window;
  const late = plannedSteps(plan).find((need) => {
    const last = halfTerms.find(({ id }) => id === addHalfTerms(endOf(need), -1));
    return (
      step.needs.includes(need.id) &&
      need.state !== 'done' &&
      ordinalOf(endOf(need)) <= ordinalOf(step.start) &&
      closes !== null &&
      last !== undefined &&
      closes < last.until
    );
  });
  if (!late || closes === null) return [];
  return [
    {
      code: 'window-closes-before',
      weight: 'ask',
      steps: [step.id, late.id],
      because: `Applications for the ${intake.name} intake of ${quoted(step)} close on ${dayInWords(closes)}, before ${quoted(late)}, which it needs, has ended.`,
      fix: { words: 'Ask whoever runs it whether you can apply before then.' },
    },
  ];
}

function startsElsewhere(step: Planned, { intake, due }: DueIntake, plan: Plan): Check {
  return {
    code: 'not-when-the-intake-starts',
    weight: 'clash',
    steps: [step.id],
    because: `The ${intake.name} intake of ${quoted(step)} starts in ${halfTermName(due)}, not in ${halfTermName(step.start)}.`,
    fix: moveTo(step, due, plan),
  };
}

/** The step stands where an intake starts that can be had no more. */
function tooLate(step: Planned, opportunity: Opportunity, { halfTerms, today }: CheckedAgainst): Check | undefined {
  const gone = opportunity.intakes.find((intake) => {
    const starts = earliestStart(intake);
    if (intake.id !== step.pin?.intake?.id || starts === null) return false;
    return intakeState(intake, today) === 'past' && halfTermOn(halfTerms, starts)?.id === step.start;
  });
  return (
    gone && {
      code: 'window-closes-before',
      weight: 'clash',
      steps: [step.id],
      because: `The ${gone.name} intake of ${quoted(step)} can no longer be applied for.`,
      fix: { words: 'If you have a place, mark it as under way; if not, plan it for a later half term.' },
    }
  );
}
