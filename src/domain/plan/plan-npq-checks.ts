import { addHalfTerms, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import {
  byNumber,
  endOf,
  halfTermAfter,
  moveOn,
  moveTo,
  nextChance,
  opportunityOf,
  quoted,
  type Check,
  type CheckedAgainst,
  type Fix,
  type Planned,
} from './plan-check.ts';
import { plannedSteps, type Plan } from './plan.ts';
import { NPQ_WORDS } from '../words.ts';

/** A person studies one NPQ at a time. Coaching for new heads is none, and may go with one. */
export function npqsAtOnce(plan: Plan, against: CheckedAgainst): readonly Check[] {
  const npqs = plannedSteps(plan)
    .filter((step) => step.state !== 'done' && opportunityOf(step, against.on)?.kind === 'npq')
    .toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start) || byNumber(a, b));
  return npqs.flatMap((later, index) => [
    ...besideTheOneTaken(later, plan, against),
    ...besideAnother(later, npqs.slice(0, index), npqs, { plan, against }),
  ]);
}

function besideAnother(
  later: Planned,
  before: readonly Planned[],
  npqs: readonly Planned[],
  where: Where,
): readonly Check[] {
  const [earlier] = before
    .filter((one) => overlap(one, later))
    .toSorted((a, b) => ordinalOf(endOf(b)) - ordinalOf(endOf(a)) || byNumber(a, b));
  if (!earlier) return [];
  return [
    {
      code: 'two-npqs-at-once',
      weight: 'clash',
      steps: [later.id, earlier.id],
      because: `${quoted(later)} and ${quoted(earlier)} would run at the same time. ${ONE_AT_A_TIME}`,
      fix: apart(later, earlier, npqs, where),
    },
  ];
}

const ONE_AT_A_TIME = 'One NPQ at a time is as much as anybody should plan.';

/** An NPQ still to do starts before the one that the teacher is taking ends. */
function besideTheOneTaken(step: Planned, plan: Plan, against: CheckedAgainst): readonly Check[] {
  const starts = against.halfTerms.find(({ id }) => id === step.start);
  const taken = plan.profile.npqs?.find(
    ({ completed }) => completed !== undefined && completed > against.today && starts && completed > starts.from,
  );
  if (!taken?.completed || step.state !== 'to-do') return [];
  const free = halfTermAfter(taken.completed, plan, against);
  return [
    {
      code: 'two-npqs-at-once',
      weight: 'clash',
      steps: [step.id],
      because: `${quoted(step)} would start before you finish ${NPQ_WORDS[taken.code]}. ${ONE_AT_A_TIME}`,
      fix: moveOn(step, free, plan, against),
    },
  ];
}

interface Where {
  readonly plan: Plan;
  readonly against: CheckedAgainst;
}

/** Moves what has not begun, the later before the earlier, to its first start that no other NPQ overlaps. */
function apart(later: Planned, earlier: Planned, npqs: readonly Planned[], { plan, against }: Where): Fix {
  const moved = [later, earlier].find(({ state }) => state === 'to-do');
  if (!moved) return { words: 'Ask both providers whether one of them could be put off.' };
  const others = npqs.filter(({ id }) => id !== moved.id);
  const startFrom = (from: HalfTermId): HalfTermId => {
    const start = nextChance(moved, from, against);
    const inTheWay = others.filter((one) => overlap(one, { ...moved, start }));
    const ends = inTheWay.map((one) => ordinalOf(endOf(one)) - ordinalOf(start));
    return ends.length === 0 ? start : startFrom(addHalfTerms(start, Math.max(...ends)));
  };
  return moveTo(moved, startFrom(endOf(moved === later ? earlier : later)), plan);
}

function overlap(a: Planned, b: Planned): boolean {
  return ordinalOf(a.start) < ordinalOf(endOf(b)) && ordinalOf(b.start) < ordinalOf(endOf(a));
}
