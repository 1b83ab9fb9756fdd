import { halfTermName } from '../calendar/half-term.ts';
import { addDays, type IsoDate } from '../date.ts';
import { dayInWords } from '../day-words.ts';
import { isMoreThanNone } from '../plan/pinned-figures.ts';
import type { Check } from '../plan/plan-check.ts';
import type { Plan } from '../plan/plan.ts';
import { stepsToAnswer } from './step-answers.ts';

/** One thing to decide in ten minutes: a question that "yes", "no" or "change it to …" answers, and why it is asked. */
export interface AgendaDecision {
  readonly kind: DecisionKind;
  readonly ask: string;
  readonly because: string;
  /** The step it is about, where it is one. */
  readonly step: string | null;
}

/**
 * What can be decided, in the order it is taken up: what only somebody else can do comes first, then what cannot happen
 * as planned, what waits for a word, what shuts soonest, hours that are not there, and what the school would pay. Of
 * each kind the first is taken, then of each the second, until there are three; no step is asked about twice. Where the plan asks less than three
 * things, what every such talk should settle is asked.
 */
export const DECISION_KINDS = ['others', 'clash', 'word', 'window', 'hours', 'school-cost', 'usual'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const DECISIONS = 3;

/** A window that shuts later than this needs no decision today. */
const SOON_DAYS = 120;

type Planned = ReturnType<typeof stepsToAnswer>[number];

/** The three decisions of a talk about a plan, as far as it is shared. */
export function agendaDecisions(plan: Plan, checks: readonly Check[], today: IsoDate): readonly AgendaDecision[] {
  const steps = stepsToAnswer({ plan });
  const kinds = [
    byOthers(steps),
    clashes(checks, steps),
    waitingWords(checks, steps),
    windows(steps, today),
    hours(checks, steps),
    schoolCosts(steps),
  ];
  const chosen: AgendaDecision[] = [];
  for (let turn = 0; chosen.length < DECISIONS && kinds.some((kind) => kind.length > turn); turn += 1)
    for (const kind of kinds) {
      const next = kind[turn];
      if (next && chosen.length < DECISIONS && !chosen.some((one) => isSame(one, next))) chosen.push(next);
    }
  return [...chosen, ...usual(steps)].slice(0, DECISIONS);
}

/** Whether two ask about one step, or ask one thing of two that are called alike. */
function isSame(one: AgendaDecision, other: AgendaDecision): boolean {
  return one.ask === other.ask || (one.step !== null && one.step === other.step);
}

/** Steps somebody at the school has to take up, the soonest first. */
function byOthers(steps: readonly Planned[]): readonly AgendaDecision[] {
  return steps
    .filter(({ owner }) => owner === 'line-manager' || owner === 'head')
    .map((step) => ({
      kind: 'others',
      ask: `Will ${step.owner === 'head' ? 'the head' : 'the line manager'} see to “${step.name}”?`,
      because: `The plan leaves it to them, from ${halfTermName(step.start)} on.`,
      step: step.id,
    }));
}

/** What cannot happen as planned, but for hours, which are asked about apart. */
function clashes(checks: readonly Check[], steps: readonly Planned[]): readonly AgendaDecision[] {
  return checks
    .filter(({ weight, code }) => weight === 'clash' && code !== 'too-many-hours')
    .flatMap((check) => {
      const step = steps.find(({ id }) => id === check.steps[0]);
      const ask = mending(check, steps) ?? (step && `Shall “${step.name}” stay in the plan?`);
      return ask === undefined ? [] : [decision('clash', ask, check)];
    });
}

function hours(checks: readonly Check[], steps: readonly Planned[]): readonly AgendaDecision[] {
  return checks
    .filter(({ code }) => code === 'too-many-hours')
    .map((check) => {
      const when = check.halfTerm ? ` in ${halfTermName(check.halfTerm)}` : '';
      return decision('hours', mending(check, steps) ?? `Can more hours be found${when}?`, check);
    });
}

function decision(kind: DecisionKind, ask: string, { because, fix, steps }: Check): AgendaDecision {
  const step = fix.act?.step ?? steps[0] ?? null;
  return { kind, ask, because: fix.act ? because : `${because} ${fix.words}`, step };
}

/** What one press would mend, as a question. */
function mending({ fix: { act } }: Check, steps: readonly Planned[]): string | undefined {
  const step = act && steps.find(({ id }) => id === act.step);
  if (!act || !step) return undefined;
  switch (act.kind) {
    case 'move':
      return `Move “${step.name}” to ${halfTermName(act.to)}?`;
    case 'some-day':
      return `Put off “${step.name}” to some day?`;
    case 'take':
      return `Take the intake that is announced for “${step.name}”?`;
    default:
      return act satisfies never;
  }
}

/** What waits for the head's or a line manager's word: one question for each of them, however many steps it is. */
function waitingWords(checks: readonly Check[], steps: readonly Planned[]): readonly AgendaDecision[] {
  return (['needs-a-sponsor', 'needs-a-line-manager'] as const).flatMap((code) => {
    const waiting = checks.filter((check) => check.code === code).flatMap((check) => check.steps);
    const [first, ...others] = steps.filter(({ id }) => waiting.includes(id));
    if (!first) return [];
    const what = `“${first.name}”${others.length > 0 ? ` and ${others.length} more` : ''}`;
    return [
      {
        kind: 'word',
        ask: code === 'needs-a-sponsor' ? `Will the head back ${what}?` : `Who will be beside ${what}?`,
        because: `It cannot begin without, and is planned for ${halfTermName(first.start)}.`,
        step: first.id,
      },
    ];
  });
}

function windows(steps: readonly Planned[], today: IsoDate): readonly AgendaDecision[] {
  return steps
    .flatMap((step) => {
      const { pin } = step;
      const closes = pin?.intake?.closes;
      if (step.state !== 'to-do' || !pin || !closes || closes < today || closes > addDays(today, SOON_DAYS)) return [];
      return [{ step, closes, known: pin.on }];
    })
    .toSorted((a, b) => (a.closes < b.closes ? -1 : 1))
    .map(({ step, closes, known }) => ({
      kind: 'window',
      ask: `Apply for “${step.name}” by ${dayInWords(closes)}?`,
      because: `Applications close that day, as known on ${dayInWords(known)}.`,
      step: step.id,
    }));
}

function schoolCosts(steps: readonly Planned[]): readonly AgendaDecision[] {
  return steps.flatMap((step) => {
    const { costToSchool, outOfClass } = step.pin?.figures ?? {};
    const [costs, away] = [isMoreThanNone(costToSchool), isMoreThanNone(outOfClass)];
    if (!costs && !away) return [];
    const what = costs && away ? 'pay for and cover' : costs ? 'pay for' : 'cover the time out of class for';
    return [
      {
        kind: 'school-cost',
        ask: `Will the school ${what} “${step.name}”?`,
        because: 'What it comes to, and who says so, is under “Cost” in the agenda.',
        step: step.id,
      },
    ];
  });
}

function usual(steps: readonly Planned[]): readonly AgendaDecision[] {
  const asks: readonly (readonly [ask: string, because: string])[] =
    steps.length === 0
      ? [
          ['Is it enough for now to embed what the NPQ taught?', 'Nothing new is in the timetable.'],
          ['Which need of pupils comes first?', 'It decides what is worth planning.'],
          ['How many hours a week can be found?', 'A plan that does not fit the week is not kept.'],
        ]
      : [
          ['Are these the right steps, in this order?', 'What is left out now can wait under “some day”.'],
          ['Can the hours be found, week by week?', 'They are reckoned half term by half term.'],
          ['Shall we look at it together again before a half term ends?', 'A plan nobody looks at again is not kept.'],
        ];
  return asks.map(([ask, because]) => ({ kind: 'usual', ask, because, step: null }));
}
