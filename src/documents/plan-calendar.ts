import { isMonth, type IsoDate } from '../domain/date.ts';
import { addHalfTerms, halfTermName, ordinalOf } from '../domain/calendar/half-term.ts';
import type { Planned } from '../domain/plan/plan-check.ts';
import type { Plan } from '../domain/plan/plan.ts';
import { halfTermOn, type HalfTerm } from '../domain/calendar/term-calendar.ts';
import { formatDay, formatDayOrMonth, formatList } from '../ui/format.ts';
import { hoursWords, OWNER_WORDS, spanWords } from '../ui/step-words.ts';
import { calendarText, type CalendarDay } from './calendar-text.ts';
import { someOf } from './cut.ts';

/** A plan as a calendar is made from it. */
export interface PlanInCalendar {
  /** The plan's own id, which opens nothing. */
  readonly id: string;
  readonly version: number;
  readonly savedAt: string;
  readonly plan: Plan;
  readonly halfTerms: readonly HalfTerm[];
}

/**
 * The days of one plan as a file to import: a step that was dropped is cancelled, so that a calendar that has its
 * earlier days takes them out.
 */
export function planCalendar(given: PlanInCalendar): string {
  return calendarText({ name: given.plan.title, days: daysOfPlan(given) });
}

/** The days of all plans of a folder as a feed: what was dropped is simply not there any more. */
export function feedCalendar(plans: readonly PlanInCalendar[]): string {
  const [only, ...others] = plans;
  return calendarText({
    name: only && others.length === 0 ? only.plan.title : 'Next steps',
    days: plans.flatMap((given) => daysOfPlan(given).filter(({ isCancelled }) => !isCancelled)),
    refresh: REFRESH,
  });
}

const REFRESH = 'PT12H';

/** Nine in the morning, a week and a day before. Durations run from midnight. */
const WEEK_BEFORE = '-P6DT15H';
const DAY_BEFORE = '-PT15H';

/** What makes one day of a plan; who changed it and when is the same for all of them. */
type Told = Pick<CalendarDay, 'day' | 'summary' | 'alarms'> & {
  readonly key: string;
  readonly words: readonly string[];
  readonly isCancelled?: boolean;
};

/** Deadlines, starts, ends and days to look back of one plan, the earliest first. */
export function daysOfPlan({ id, version, savedAt, plan, halfTerms }: PlanInCalendar): readonly CalendarDay[] {
  const timed = plan.steps.filter((step): step is Planned => step.place === 'timetable' && step.start !== null);
  const told = [...timed.flatMap((step) => daysOfStep(step, halfTerms)), ...daysToLookBack(timed, halfTerms)];
  return told
    .map(({ key, words, isCancelled = false, ...day }) => ({
      ...day,
      uid: `${id}-${key}@next-steps`,
      description: [...words, `From your plan “${plan.title}”.`].join('\n'),
      sequence: version,
      changedAt: savedAt,
      isCancelled,
    }))
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function daysOfStep(step: Planned, halfTerms: readonly HalfTerm[]): readonly Told[] {
  const isCancelled = step.state === 'dropped';
  // Whoever has begun has applied; only what is still to do needs a reminder.
  const remind = (...alarms: readonly string[]) => (step.state === 'to-do' ? alarms : []);
  return [...deadlines(step, remind), ...startAndEnd(step, halfTerms, remind)].map((told) => ({
    ...told,
    key: `${step.id}-${told.key}`,
    isCancelled,
  }));
}

type Remind = (...alarms: readonly string[]) => readonly string[];

function deadlines({ name, pin }: Planned, remind: Remind): readonly Told[] {
  if (!pin?.intake) return [];
  const { opens, closes, name: intake } = pin.intake;
  const words = [`The ${intake} intake, as known on ${formatDay(pin.on)}.`];
  return [
    ...(opens
      ? [{ key: 'opens', day: opens, summary: `Applications open: ${name}`, alarms: remind(DAY_BEFORE), words }]
      : []),
    ...(closes
      ? [
          {
            key: 'closes',
            day: closes,
            summary: `Last day to apply: ${name}`,
            alarms: remind(WEEK_BEFORE, DAY_BEFORE),
            words,
          },
        ]
      : []),
  ];
}

function startAndEnd(step: Planned, halfTerms: readonly HalfTerm[], remind: Remind): readonly Told[] {
  const first = halfTerms.find(({ id }) => id === step.start);
  const last = halfTerms.find(({ id }) => id === addHalfTerms(step.start, step.hours.length - 1));
  const words = [
    spanWords(step.start, step.hours.length),
    `Your time: ${hoursWords(step)}.`,
    `Who acts: ${OWNER_WORDS[step.owner]}.`,
  ];
  return [
    ...(first
      ? [
          {
            key: 'starts',
            day: intakeDay(step, first, halfTerms) ?? first.from,
            summary: `Starts: ${step.name}`,
            alarms: remind(WEEK_BEFORE),
            words: [...words, ...intakeStart(step), ...howSure(first)],
          },
        ]
      : []),
    ...(last
      ? [
          {
            key: 'ends',
            day: last.until,
            summary: `Ends: ${step.name}`,
            alarms: [],
            words: [...words, ...howSure(last)],
          },
        ]
      : []),
  ];
}

/** The day an intake starts, where it is a day, and the step stands in the half term of that day. */
function intakeDay({ pin }: Planned, first: HalfTerm, halfTerms: readonly HalfTerm[]): IsoDate | undefined {
  const starts = pin?.intake?.starts;
  if (!starts || isMonth(starts)) return undefined;
  return halfTermOn(halfTerms, starts)?.id === first.id ? starts : undefined;
}

function intakeStart({ pin }: Planned): readonly string[] {
  const starts = pin?.intake?.starts;
  return starts ? [`Its intake starts ${formatDayOrMonth(starts)}.`] : [];
}

/** The end of each half term in which something runs is a day to look back. */
function daysToLookBack(steps: readonly Planned[], halfTerms: readonly HalfTerm[]): readonly Told[] {
  return halfTerms.flatMap((halfTerm) => {
    const at = ordinalOf(halfTerm.id);
    const running = steps.filter(
      ({ start, hours, state }) =>
        state !== 'dropped' && ordinalOf(start) <= at && at < ordinalOf(start) + hours.length,
    );
    if (running.length === 0) return [];
    const names = running.map(({ name }) => name);
    return [
      {
        // By the half term and not by its day: once the dates are published it moves, and there are not two.
        key: `look-back-${halfTerm.id}`,
        day: halfTerm.until,
        summary: `Look back at: ${names.length > NAMED ? someOf(names, NAMED, ', ') : formatList(names)}`,
        alarms: running.every(({ state }) => state === 'done') ? [] : [DAY_BEFORE],
        words: [
          `The end of ${halfTermName(halfTerm.id)}. What has changed, what would you keep, what would you stop?`,
          ...(running.length > NAMED ? [someOf(names, NAMED_BELOW)] : []),
          ...howSure(halfTerm),
        ],
      },
    ];
  });
}

/** So many steps are named in a day's title, and so many below it. */
const NAMED = 3;
const NAMED_BELOW = 20;

function howSure({ basis, because }: HalfTerm): readonly string[] {
  return basis === 'estimate' ? [`The day is reckoned from the half term. ${because}`] : [];
}
