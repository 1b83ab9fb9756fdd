import { halfTermName, ordinalOf } from '../domain/calendar/half-term.ts';
import { hoursAgainstCapacity, weeklyHours } from '../domain/plan/plan-hours.ts';
import { plannedSteps, type Owner, type PlanStep } from '../domain/plan/plan.ts';
import type { PromptId } from '../domain/plan/plan-prompts.ts';
import type { FundingAnswer } from '../domain/funding/funding.ts';
import { fundingLine } from '../domain/funding/funding-words.ts';
import type { IsoDate, IsoMonth } from '../domain/date.ts';
import type { Profile, Role } from '../domain/matching/profile.ts';
import { NPQ_WORDS } from '../domain/words.ts';
import { briefFigure } from '../ui/brief-figure.ts';
import { formatCount, formatList, formatMonth } from '../ui/format.ts';
import { spanWords, STATE_WORDS } from '../ui/step-words.ts';
import { cut } from './cut.ts';
import { goalWords, madeWords, NO_GOAL, picturesOf, spanOf, stepsFor, type PlanPaper } from './plan-sheet.ts';
import { isMoreThanNone } from '../domain/plan/pinned-figures.ts';
import { costIn } from './plan-step-sheet.ts';

/* The plan for a line manager or a head, who reads for a minute: told of the teacher, not to them. */

type Timed = ReturnType<typeof plannedSteps>[number];

const WHO: Readonly<Record<Owner, string>> = {
  me: 'The teacher',
  'line-manager': 'The line manager',
  head: 'The head',
  hub: 'The hub',
  provider: 'The provider',
  'somebody-else': 'Somebody else',
};

/** What was written that a head would ask for first, in the order they would ask it. */
const ASKED_FIRST: readonly (readonly [prompt: PromptId, label: string])[] = [
  ['what-need', 'The need'],
  ['what-i-will-do', 'What will be done'],
  ['signs-it-works', 'What would show that it works'],
];

/** So much of each stands on the page that, with everything at its longest, the page is never full before the steps. */
const AT_MOST = {
  purpose: 260,
  answer: 220,
  name: 60,
  asks: 5,
  clashes: 2,
  sentence: 200,
  steps: 24,
  npqs: 3,
} as const;

/** What the summary's template is given. It sets as many steps as the page has room for and says how many are left. */
export function summaryData(paper: PlanPaper): Readonly<Record<string, unknown>> {
  const { plan } = paper;
  const steps = plannedSteps(plan).toSorted((a, b) => ordinalOf(a.start) - ordinalOf(b.start));
  const toCome = steps.filter(({ state }) => state !== 'done');
  const asks = asksOfSchool(paper, toCome);
  const pictures = picturesOf(paper);
  return {
    title: plan.title,
    kind: 'A plan on one page',
    who: whoWords(plan.profile, paper.on.day),
    made: madeWords(paper),
    purpose: plan.goals.length === 0 ? NO_GOAL : cut(plan.goals.map(goalWords).join(' '), AT_MOST.purpose),
    answers: ASKED_FIRST.flatMap(([prompt, label]) => {
      const said = (plan.answers[prompt] ?? '').trim().replaceAll(/\s+/g, ' ');
      return said === '' ? [] : [[label, cut(said, AT_MOST.answer)]];
    }),
    glance: glance(paper, steps),
    asks: asks.slice(0, AT_MOST.asks),
    asksInAll: asks.length,
    heads: ['When', 'Step', 'Hours', 'Cost to the teacher', 'Who acts', 'State'],
    steps: toCome
      .slice(0, AT_MOST.steps)
      .map((step) => [
        spanWords(step.start, step.hours.length),
        step.name,
        hoursInAll(step),
        costIn(step),
        WHO[step.owner],
        STATE_WORDS[step.state],
      ]),
    stepsInAll: toCome.length,
    done: steps.length === toCome.length ? '' : `${formatCount(steps.length - toCome.length, 'step')} done already.`,
    toLookAt: toLookAt(paper),
    // A timetable that takes more than one picture would leave no room for anything else.
    picture: pictures.length === 1 ? pictures[0] : null,
  };
}

/** Whose plan it is, as a head knows them: their role and their NPQs. No name stands in a plan. */
function whoWords({ role, npqs = [] }: Profile, day: IsoDate): string {
  const isFinished = ({ completed }: NpqTaken) => completed === undefined || completed <= day;
  const has = [
    ...listed('has finished', npqs.filter(isFinished)),
    ...listed(
      'is taking',
      npqs.filter((one) => !isFinished(one)),
    ),
  ];
  if (role === undefined && has.length === 0) return '';
  const who = role === undefined ? 'A teacher' : ROLE_OF_ONE[role];
  return has.length === 0 ? `${who}.` : `${who} who ${has.join(' and ')}.`;
}

type NpqTaken = NonNullable<Profile['npqs']>[number];

function listed(verb: string, npqs: readonly NpqTaken[]): readonly string[] {
  if (npqs.length === 0) return [];
  const named = npqs.slice(0, AT_MOST.npqs).map(({ code, completed }) => {
    const when = completed === undefined ? '' : ` (${formatMonth(completed.slice(0, 7) as IsoMonth)})`;
    return `${NPQ_WORDS[code]}${when}`;
  });
  const left = npqs.length - named.length;
  return [`${verb} ${formatList(left > 0 ? [...named, `${left} more`] : named)}`];
}

const ROLE_OF_ONE: Readonly<Record<Role, string>> = {
  trainee: 'A trainee teacher',
  ect: 'An early career teacher',
  'class-teacher': 'A class teacher',
  'middle-leader': 'A middle leader',
  'senior-leader': 'A senior leader',
  headteacher: 'A headteacher',
  executive: 'An executive leader',
  'support-staff': 'A member of support staff',
  other: 'A member of staff',
};

function glance(paper: PlanPaper, steps: readonly Timed[]): readonly (readonly [string, string])[] {
  const { plan, halfTerms } = paper;
  const hours = hoursAgainstCapacity(plan, halfTerms);
  const total = hours.reduce((sum, { planned }) => sum + planned, 0);
  const weekly = weeklyHours(plan.profile);
  const cost = steps.reduce((sum, step) => sum + (step.cost ?? 0), 0);
  const unknown = steps.filter((step) => step.cost === null).length;
  return [
    [
      'Time',
      `${formatCount(total, 'hour')} in all, with ${formatCount(weekly.hours, 'hour')} a week to spend${weekly.basis === 'yours' ? '' : ' (our estimate)'}`,
    ],
    [
      'Cost to the teacher',
      [costIn({ cost }), ...(unknown > 0 ? [`not known for ${formatCount(unknown, 'step')}`] : [])].join('; '),
    ],
    ['School', schoolWords(paper, steps)],
    ['When', spanOf(steps)],
  ];
}

function schoolWords(paper: PlanPaper, steps: readonly Timed[]): string {
  const open = steps.filter(({ state }) => state !== 'done');
  const acting = new Set([...stepsFor('head', paper), ...stepsFor('line-manager', paper)]).size;
  const costing = open.filter(({ pin }) => isMoreThanNone(pin?.figures.costToSchool)).length;
  const away = open.filter(({ pin }) => isMoreThanNone(pin?.figures.outOfClass)).length;
  const told = [
    ...(acting > 0 ? [`${formatCount(acting, 'step')} for the head or line manager`] : []),
    ...(costing > 0 ? [`${formatCount(costing, 'step')} with a cost`] : []),
    ...(away > 0 ? [`${formatCount(away, 'step')} with time out of class`] : []),
  ];
  return told.length === 0 ? 'nothing that is known' : told.join('; ');
}

function asksOfSchool({ checks, pays }: PlanPaper, steps: readonly Timed[]): readonly string[] {
  return steps.flatMap((step) => {
    const found = (code: string) => checks.some((check) => check.code === code && check.steps.includes(step.id));
    const name = `“${cut(step.name, AT_MOST.name)}”`;
    return [
      ...(found('needs-a-sponsor') ? [`The head’s backing for ${name} before ${halfTermName(step.start)}.`] : []),
      ...(found('needs-a-line-manager') ? [`A line manager or a colleague beside ${name}.`] : []),
      ...(step.owner === 'head' || step.owner === 'line-manager'
        ? [`${WHO[step.owner]} to act on ${name} by ${halfTermName(step.start)}.`]
        : []),
      ...costsTold(step, name, pays(step)),
    ];
  });
}

function costsTold({ pin }: PlanStep, name: string, pays: FundingAnswer | undefined): readonly string[] {
  const { costToSchool, outOfClass } = pin?.figures ?? {};
  const told = [
    ...(isMoreThanNone(costToSchool) ? [`cost to the school: ${briefFigure(costToSchool)}`] : []),
    ...(isMoreThanNone(outOfClass) ? [`out of class: ${briefFigure(outOfClass)}`] : []),
    ...(pays === undefined ? [] : [`who pays: ${fundingLine(pays)}`]),
  ];
  return told.length === 0 ? [] : [cut(`For ${name}, ${told.join('; ')}.`, AT_MOST.sentence)];
}

function hoursInAll({ hours, hoursBasis }: PlanStep): string {
  if (hoursBasis === 'not-known') return 'not published';
  const total = hours.reduce((sum, each) => sum + each, 0);
  return `${formatCount(total, 'hour')}${hoursBasis === 'our-estimate' ? ' (our estimate)' : ''}`;
}

/** How far the plan can happen as it stands, and the first things that keep it from it. */
function toLookAt({ plan, checks }: PlanPaper): { readonly lead: string; readonly clashes: readonly string[] } {
  const clashes = checks.filter(({ weight }) => weight === 'clash');
  const waiting = checks.filter(({ weight }) => weight === 'ask').length;
  if (plan.steps.length === 0) return { lead: '', clashes: [] };
  const lead =
    clashes.length === 0
      ? 'Everything fits as planned'
      : `${formatCount(clashes.length, 'thing')} cannot happen as planned and ${clashes.length === 1 ? 'is' : 'are'} still to be mended`;
  return {
    lead:
      waiting > 0
        ? `${lead}; ${formatCount(waiting, 'thing')} ${waiting === 1 ? 'waits' : 'wait'} for somebody’s word.`
        : `${lead}.`,
    clashes: clashes.slice(0, AT_MOST.clashes).map(({ because }) => cut(because, AT_MOST.sentence)),
  };
}
