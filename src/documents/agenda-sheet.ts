import { halfTermName, ordinalOf } from '../domain/calendar/half-term.ts';
import { isSchoolDayAt, type SchoolDates } from '../domain/calendar/school-time.ts';
import type { HalfTerm } from '../domain/calendar/term-calendar.ts';
import { addDays, type IsoDate } from '../domain/date.ts';
import { agendaDecisions } from '../domain/conversation/agenda-decisions.ts';
import type { Section } from '../domain/conversation/share.ts';
import { stepsToAnswer } from '../domain/conversation/step-answers.ts';
import { isMoreThanNone } from '../domain/plan/pinned-figures.ts';
import { hoursAgainstCapacity, weeklyHours } from '../domain/plan/plan-hours.ts';
import { saidTogether } from '../domain/plan/plan-checks-together.ts';
import type { PinnedFigure, PlanStep } from '../domain/plan/plan.ts';
import type { PromptId } from '../domain/plan/plan-prompts.ts';
import { NPQ_WORDS } from '../domain/words.ts';
import type { AgendaHours, AgendaLine, AgendaPart } from '../ui/agenda.tsx';
import { formatCount, formatDay, formatList, formatPence } from '../ui/format.ts';
import { cut, someOf } from './cut.ts';
import { madeWords, runsIn, type PlanPaper } from './plan-sheet.ts';
import { planSources, type PlanSource, type PlanSources } from './plan-sources.ts';
import { briefFigure } from '../ui/brief-figure.ts';
import { READER } from './plan-words.ts';

type PartId = 'npq' | 'decisions' | 'hours' | 'cost' | 'risks' | 'review';

/** Ten minutes about a plan, in plain words, for the page and the paper alike. */
export interface AgendaSheet {
  readonly title: string;
  readonly made: string;
  readonly parts: readonly AgendaPart[];
  readonly sources: readonly PlanSource[];
}

/** What an agenda is made from: the plan as far as it is shared, and nothing else of it. */
export interface AgendaPaper extends Omit<PlanPaper, 'pays'> {
  readonly sections: readonly Section[];
  /** Whose plan it is, as it is read by somebody else: `Sam Patel`, `the teacher`. */
  readonly teacher: string;
  readonly dates: SchoolDates;
}

/** How the ten minutes are spent: most of them on what is to be decided. */
const MINUTES: Readonly<Record<PartId, number>> = {
  npq: 2,
  decisions: 4,
  hours: 1,
  cost: 1,
  risks: 1,
  review: 1,
};

const NAMES: Readonly<Record<PartId, string>> = {
  npq: 'What the NPQ has changed',
  decisions: 'Three decisions to make',
  hours: 'Hours and cover',
  cost: 'Cost',
  risks: 'Risks',
  review: 'Next review',
};

const AT_MOST = { answer: 200, half: 5, costs: 5, risks: 3, statement: 150, name: 60, because: 220 } as const;

export function agendaSheet(paper: AgendaPaper): AgendaSheet {
  const sources = planSources(paper.on.catalogue.facts);
  const { plan, checks, on } = paper;
  return {
    title: plan.title,
    made: madeWords(paper),
    parts: [
      part('npq', { lines: npqLines(paper) }),
      part('decisions', {
        decisions: agendaDecisions(plan, checks, on.day).map(({ ask, because }) => ({
          ask: cut(ask, AT_MOST.because),
          because: cut(because, AT_MOST.because),
          room: roomFor(ask),
        })),
      }),
      part('hours', { hours: hoursRows(paper), lines: hoursLines(paper) }),
      part('cost', { lines: costLines(paper, sources) }),
      part('risks', { lines: riskLines(paper) }),
      part('review', { lines: reviewLines(paper) }),
    ],
    sources: sources.list(),
  };
}

/** What stands before the room for an answer: a question for a person or a number has no yes. */
function roomFor(ask: string): string {
  return /^(Who|Which|How)\b/.test(ask) ? 'Answer:' : 'Yes · No · Change it to:';
}

function part(id: PartId, given: Partial<AgendaPart>): AgendaPart {
  return { lines: [], decisions: [], hours: [], ...given, id, name: NAMES[id], minutes: MINUTES[id] };
}

function line(label: string, text: string, cites: readonly number[] = []): AgendaLine {
  return { label, text, cites };
}

/** What was written in Explore, where it is shared, in the order in which it is asked. */
const WRITTEN: readonly (readonly [prompt: PromptId, label: string])[] = [
  ['what-changed', 'Changed so far'],
  ['what-need', 'The need now'],
  ['already-in-place', 'To build on'],
];

function npqLines({ plan, sections, teacher }: AgendaPaper): readonly AgendaLine[] {
  const npqs = (plan.profile.npqs ?? []).map(({ code, completed }) =>
    completed === undefined ? NPQ_WORDS[code] : `${NPQ_WORDS[code]}, finished ${formatDay(completed)}`,
  );
  const said = WRITTEN.flatMap(([prompt, label]) => {
    const text = (plan.answers[prompt] ?? '').trim().replaceAll(/\s+/g, ' ');
    return text === '' ? [] : [line(label, cut(text, AT_MOST.answer))];
  });
  const untold = sections.includes('explore')
    ? 'Nothing is written down yet'
    : 'What is written about it is not shared';
  return [
    ...(npqs.length > 0 ? [line('Done', `${formatList(npqs)}.`)] : []),
    ...(said.length > 0 ? said : [line('To tell', `${untold}: ${teacher} tells it, with one thing seen in pupils.`)]),
  ];
}

function hoursRows({ plan, halfTerms, on }: AgendaPaper): readonly AgendaHours[] {
  const steps = stepsToAnswer({ plan });
  return hoursAgainstCapacity(plan, halfTerms)
    .flatMap(({ planned, capacity, halfTerm: id, isOver }) => {
      const halfTerm = halfTerms.find((one) => one.id === id);
      const begin = steps.filter(({ start }) => start === id);
      if (!halfTerm || halfTerm.until < on.day || (planned === 0 && begin.length === 0)) return [];
      return [
        {
          name: halfTermName(id),
          planned: formatCount(planned, 'hour'),
          there: `${formatCount(capacity, 'hour')}${isOver ? ': too few' : ''}`,
          cover: coverIn(steps, halfTerm),
        },
      ];
    })
    .slice(0, AT_MOST.half);
}

/** Whoever is out of class in a half term, with how long in all: nobody publishes which days. */
function coverIn(steps: readonly PlanStep[], halfTerm: HalfTerm): string {
  const away = stepsToAnswerIn(steps, halfTerm).filter(({ pin }) => isMoreThanNone(pin?.figures.outOfClass));
  if (away.length === 0) return 'none known';
  return someOf(
    away.map(({ name, pin }) => `${cut(name, AT_MOST.name)}: ${briefFigure(pin?.figures.outOfClass)}`),
    2,
  );
}

function stepsToAnswerIn(steps: readonly PlanStep[], halfTerm: HalfTerm): readonly PlanStep[] {
  return steps.filter((step) => step.start !== null && runsIn({ ...step, start: step.start }, halfTerm.id));
}

function hoursLines({ plan, teacher, halfTerms }: AgendaPaper): readonly AgendaLine[] {
  const { hours, basis } = weeklyHours(plan.profile);
  const whose = basis === 'yours' ? `as ${teacher} said` : 'our estimate, as nobody has said';
  const dates = [...new Set(halfTerms.slice(0, AT_MOST.half).map(({ because }) => because))].slice(0, 1);
  return [
    line('Counted with', `${formatCount(hours, 'hour')} in each teaching week (${whose}). ${dates.join(' ')}`.trim()),
  ];
}

/** Steps that cost the school or the teacher something, each with what says so. */
function costLines(paper: AgendaPaper, sources: PlanSources): readonly AgendaLine[] {
  const steps = stepsToAnswer(paper);
  const told = steps.flatMap((step) => stepCosts(step, paper, sources));
  const left = told.length - AT_MOST.costs;
  const unknown = steps.filter(({ pin }) => pin && 'unknown' in (pin.figures.costToSchool ?? {})).length;
  return [
    ...told.slice(0, AT_MOST.costs),
    ...(left > 0 ? [line('And', `${formatCount(left, 'more cost')}, in the plan.`)] : []),
    ...(told.length === 0 ? [line('Known', 'No step is known to cost anybody anything.')] : []),
    ...(unknown > 0
      ? [
          line(
            'Not published',
            `what ${unknown === 1 ? 'one step costs' : `${unknown} steps cost`} the school: ask before you agree.`,
          ),
        ]
      : []),
  ];
}

function stepCosts(
  { name, cost, pin }: PlanStep,
  { sections, teacher }: AgendaPaper,
  sources: PlanSources,
): readonly AgendaLine[] {
  const figures = pin?.figures ?? {};
  const known = pin ? ` As known on ${formatDay(pin.on)}.` : '';
  const short = cut(name, AT_MOST.name);
  const own = sections.includes('costs') && cost !== null && cost > 0;
  return [
    ...(isMoreThanNone(figures.costToSchool)
      ? [
          line(
            `School, “${short}”`,
            `${figureSaid(figures.costToSchool)}${known}`,
            citesOf(figures.costToSchool, sources),
          ),
        ]
      : []),
    ...(own
      ? [
          line(
            `${upper(teacher)}, “${short}”`,
            `${formatPence(cost)}${figures.costToYou ? ` in all: ${figureSaid(figures.costToYou)}` : ', as planned by them.'}${known}`,
            citesOf(figures.costToYou, sources),
          ),
        ]
      : []),
  ];
}

/** The statement itself, or that it is our estimate: never a bare number. */
function figureSaid(figure: PinnedFigure): string {
  const [only, ...others] = 'facts' in figure ? figure.facts : [];
  if (only && others.length === 0 && only.statement.length <= AT_MOST.statement) return only.statement;
  return `${briefFigure(figure)}.`;
}

function citesOf(figure: PinnedFigure | undefined, sources: PlanSources): readonly number[] {
  if (!figure || !('facts' in figure)) return [];
  return [...new Set(figure.facts.flatMap((fact) => sources.cite(fact) ?? []))];
}

const WEIGHTS = { clash: 'Cannot happen as planned', ask: 'Waits for somebody', note: 'Good to know' } as const;

function riskLines({ plan, checks }: AgendaPaper): readonly AgendaLine[] {
  const all = saidTogether(checks, plan);
  const left = all.length - AT_MOST.risks;
  if (all.length === 0) return [line('None', 'Everything fits as planned.')];
  return [
    ...all.slice(0, AT_MOST.risks).map(({ weight, because }) => line(WEIGHTS[weight], cut(because, AT_MOST.because))),
    ...(left > 0 ? [line('And', `${formatCount(left, 'more thing')} to look at, in the plan.`)] : []),
    line('Note', READER),
  ];
}

function reviewLines({ halfTerms, on, dates }: AgendaPaper): readonly AgendaLine[] {
  const day = nextReview(halfTerms, on.day, dates);
  return [
    line(
      day ? formatDay(day) : 'To be agreed',
      day
        ? 'A school day near the end of a half term, when a step has had time to show something. Another day is as good.'
        : 'The timetable is over: agree a day in term time.',
    ),
  ];
}

/** Enough for something to have been tried. */
const SOONEST_REVIEW_DAYS = 21;

/** A week before the end of the first half term that leaves three weeks until then; always a day on which there is school. */
export function nextReview(halfTerms: readonly HalfTerm[], today: IsoDate, dates: SchoolDates): IsoDate | undefined {
  for (const { until, from } of halfTerms.toSorted((a, b) => ordinalOf(a.id) - ordinalOf(b.id))) {
    let day = addDays(until, -7);
    while (day >= from && !isSchoolDayAt(dates, day)) day = addDays(day, -1);
    if (day >= from && day >= addDays(today, SOONEST_REVIEW_DAYS)) return day;
  }
  return undefined;
}

function upper(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
