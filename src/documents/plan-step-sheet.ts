import type { DayCatalogue } from '../domain/catalogue/catalogue.ts';
import { isMoreThanNone } from '../domain/plan/pinned-figures.ts';
import { pinState } from '../domain/plan/plan-pins.ts';
import {
  PINNED_FIGURES,
  stepOf,
  type PinnedFact,
  type PinnedFigureName,
  type PinnedIntake,
  type Plan,
  type PlanStep,
} from '../domain/plan/plan.ts';
import type { RouteId } from '../domain/catalogue/route.ts';
import { PHASE_WORDS } from '../domain/plan/plan-prompts.ts';
import type { FundingAnswer } from '../domain/funding/funding.ts';
import { fundingLine } from '../domain/funding/funding-words.ts';
import { briefFigure } from '../ui/brief-figure.ts';
import { formatDay, formatDayOrMonth, formatList, formatPence } from '../ui/format.ts';
import { hoursWords, OWNER_WORDS, STATE_WORDS, whenWords } from '../ui/step-words.ts';
import { cut, someOf } from './cut.ts';
import type { PlanPaper } from './plan-sheet.ts';
import type { PlanSources } from './plan-sources.ts';

/** One statement a step was planned by, with the numbers of its source. */
export interface Evidence {
  readonly label: string;
  readonly text: string;
  readonly cites: readonly number[];
}

/** A step as documents show it: plain words only. */
export interface StepSheet {
  readonly name: string;
  readonly route: RouteId;
  readonly routeName: string;
  readonly summary: string;
  /** Your time, cost to you, school and when: always in this order. */
  readonly figures: readonly [time: string, cost: string, school: string, when: string];
  /** Who acts, where it stands, which phase: label and words. */
  readonly terms: readonly (readonly [label: string, words: string])[];
  readonly note: readonly string[];
  readonly evidence: readonly Evidence[];
  /** `As known on 23 November 2026`, and what has changed since; empty for an action of one's own. */
  readonly known: string;
}

export const FIGURE_HEADS = ['Your time', 'Cost to you', 'School', 'When'] as const;

/**
 * What bounds a document however long a plan is: nothing real reaches it, and setting the longest plan there can be
 * stays a matter of seconds.
 */
const AT_MOST = { needs: 6, statement: 360, ofStep: 12, ofPlan: 300 } as const;

export function stepSheet(
  step: PlanStep,
  { plan, on, pays }: Pick<PlanPaper, 'plan' | 'on' | 'pays'>,
  sources: PlanSources,
): StepSheet {
  const { pin } = step;
  return {
    name: step.name,
    route: step.route,
    routeName: on.catalogue.routes.find(({ id }) => id === step.route)?.name ?? '',
    summary: pin?.summary ?? '',
    figures: [hoursWords(step), costIn(step), schoolWords(step), whenAndIntake(step)],
    terms: [
      ['Who acts', OWNER_WORDS[step.owner]],
      ['State', STATE_WORDS[step.state]],
      ['Phase', PHASE_WORDS[step.phase].name],
      ...payWords(pays(step)),
      ...needsWords(step, plan),
    ],
    note: paragraphs(step.note),
    evidence: evidenceOf(step, sources, statementsEach(plan)),
    known: pin ? `As known on ${formatDay(pin.on)}${changedSince(step, on)}.` : '',
  };
}

function payWords(answer: FundingAnswer | undefined): StepSheet['terms'] {
  return answer === undefined ? [] : [['Who pays', fundingLine(answer)]];
}

/** What somebody wrote over several lines, without the empty ones. */
export function paragraphs(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** A cost as it stands under its own heading: `nothing`, `£89`, or that nobody has said. */
export function costIn({ cost }: Pick<PlanStep, 'cost'>): string {
  if (cost === null) return 'not known';
  return cost === 0 ? 'nothing' : formatPence(cost);
}

/** What it costs the school, and the days out of class somebody has to cover. */
function schoolWords({ pin }: PlanStep): string {
  if (!pin) return 'nothing said';
  const { costToSchool, outOfClass } = pin.figures;
  const isOut = outOfClass !== undefined && ('unknown' in outOfClass || isMoreThanNone(outOfClass));
  return [briefFigure(costToSchool), ...(isOut ? [`out of class: ${briefFigure(outOfClass)}`] : [])].join('; ');
}

function whenAndIntake(step: PlanStep): string {
  return [whenWords(step), ...(step.pin?.intake ? [intakeWords(step.pin.intake)] : [])].join('. ');
}

/** `The Spring 2027 intake: starts February 2027, apply by 31 December 2026`. */
function intakeWords({ name, starts, opens, closes }: PinnedIntake): string {
  const days = [
    starts ? `starts ${formatDayOrMonth(starts)}` : 'start not announced',
    ...(opens ? [`applications open ${formatDay(opens)}`] : []),
    closes ? `apply by ${formatDay(closes)}` : 'closing day not announced',
  ];
  return `The ${name} intake: ${days.join(', ')}`;
}

function needsWords({ needs }: PlanStep, plan: Plan): StepSheet['terms'] {
  const names = needs.flatMap((id) => stepOf(plan, id)?.name ?? []);
  return names.length === 0
    ? []
    : [
        [
          'Needs first',
          someOf(
            names.map((name) => `“${name}”`),
            AT_MOST.needs,
            ', ',
          ),
        ],
      ];
}

const FIGURE_LABELS: Readonly<Record<PinnedFigureName, string>> = {
  time: 'Your time',
  duration: 'How long',
  outOfClass: 'Days out of class',
  costToYou: 'Cost to you',
  costToSchool: 'Cost to your school',
  income: 'Comes to your school',
};

const PART_LABELS: Readonly<Record<string, string>> = {
  name: 'the name',
  summary: 'what it is',
  time: 'your time',
  duration: 'how long',
  outOfClass: 'days out of class',
  costToYou: 'cost to you',
  costToSchool: 'cost to your school',
  income: 'what comes to your school',
  intake: 'the intake',
  until: 'until when it is offered',
};

/** With many steps each has room for fewer statements; all of them stand on the step's page. */
function statementsEach({ steps }: Plan): number {
  return Math.min(AT_MOST.ofStep, Math.max(3, Math.floor(AT_MOST.ofPlan / Math.max(1, steps.length))));
}

/** Each statement once, under the first figure it bears out. */
function evidenceOf({ pin }: PlanStep, sources: PlanSources, most: number): readonly Evidence[] {
  if (!pin) return [];
  const told = new Map<string, Evidence>();
  const tell = (label: string, facts: readonly PinnedFact[]) => {
    for (const fact of facts) {
      if (told.size >= most) return;
      const number = sources.cite(fact);
      const cites = number === undefined ? [] : [number];
      if (!told.has(fact.id)) told.set(fact.id, { label, text: cut(fact.statement, AT_MOST.statement), cites });
    }
  };
  for (const name of PINNED_FIGURES) {
    const figure = pin.figures[name];
    if (figure && 'facts' in figure) tell(FIGURE_LABELS[name], figure.facts);
  }
  tell('Intake', pin.intake?.facts ?? []);
  return [...told.values()];
}

function changedSince({ pin }: PlanStep, on: DayCatalogue): string {
  if (!pin) return '';
  const state = pinState(pin, on);
  if (state.kind === 'same') return '';
  if (state.kind === 'gone') return '; no longer offered as far as we know';
  return `; changed since then: ${formatList(state.changes.map(({ part }) => PART_LABELS[part] ?? part))}`;
}
