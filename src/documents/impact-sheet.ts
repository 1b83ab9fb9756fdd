import { formatDay } from '../ui/format.ts';
import { spanWords, STATE_WORDS } from '../ui/step-words.ts';
import { PURPOSE_WORDS, type Impact } from '../domain/looking-back/impact.ts';
import { FILE_TYPE_FACTS, hostOf, type Evidence } from '../domain/looking-back/evidence.ts';
import type { ReflectionAnswers, PromptKey } from '../domain/looking-back/reflection.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Plan, PlanStep } from '../domain/plan/plan.ts';
import { paragraphs } from './plan-step-sheet.ts';

/** What an impact summary is made from: the choice, and all there is to choose from. */
export interface ImpactPaper {
  readonly plan: Plan;
  readonly impact: Impact;
  readonly reflections: readonly {
    readonly prompt: PromptKey;
    /** The day it was written. */
    readonly on: IsoDate;
    readonly answers: ReflectionAnswers;
  }[];
  readonly evidence: readonly Evidence[];
  readonly today: IsoDate;
}

/** One part of the page: what its owner wrote, and what they chose, a line each. */
export interface ImpactSection {
  readonly name: string;
  readonly words: readonly string[];
  readonly items: readonly string[];
}

/** From need to what comes next, in plain words, for whatever document sets it. */
export interface ImpactSheet {
  readonly title: string;
  readonly kind: string;
  /** Who made it, for what and when: it stands at the foot. */
  readonly made: string;
  readonly sections: readonly ImpactSection[];
}

export function impactSheet(paper: ImpactPaper): ImpactSheet {
  const { plan, impact } = paper;
  const steps = plan.steps.filter(({ id }) => impact.steps.includes(id));
  const reflections = paper.reflections
    .filter(({ prompt }) => impact.reflections.includes(prompt))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
  const evidence = paper.evidence
    .filter(({ id }) => impact.evidence.includes(id))
    .toSorted((one, other) => (one.happenedOn < other.happenedOn ? -1 : 1));
  const answered = (question: 'changed' | 'know') =>
    reflections.flatMap(({ answers, on }) => {
      const said = inOneLine(answers[question] ?? '');
      return said === '' ? [] : [`${formatDay(on)}: ${said}`];
    });
  const sections: readonly ImpactSection[] = [
    { name: 'The need', words: paragraphs(impact.need), items: [] },
    { name: 'What was done', words: [], items: steps.map(stepLine) },
    { name: 'What changed', words: paragraphs(impact.changed), items: answered('changed') },
    { name: 'How I know', words: [], items: [...answered('know'), ...evidence.map(evidenceLine)] },
    { name: 'What next', words: paragraphs(impact.next), items: [] },
  ];
  return {
    title: plan.title,
    kind: 'What came of it, on one page',
    made: madeWords(paper),
    sections: sections.filter(({ words, items }) => words.length + items.length > 0),
  };
}

function madeWords({ impact: { purpose, name }, today }: ImpactPaper): string {
  const who = name === '' ? 'the teacher whose plan it is' : name;
  return `Made by ${who} on ${formatDay(today)}, ${PURPOSE_WORDS[purpose].foot}. No pupil’s data belongs in it`;
}

function inOneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}

function stepLine({ name, start, hours, state }: PlanStep): string {
  const when = start === null ? '' : `, ${spanWords(start, hours.length)}`;
  return `${name}${when} (${STATE_WORDS[state].toLowerCase()})`;
}

/** `Film of a lesson (PDF, 20 November 2026): half of them speak`. */
function evidenceLine({ kind, title, words, happenedOn, url, source, file }: Evidence): string {
  const what = {
    note: 'note',
    link: url === null ? 'link' : hostOf(url),
    file: file ? FILE_TYPE_FACTS[file.type].name : 'file',
    reading: source === '' ? 'read' : inOneLine(source),
  }[kind];
  const said = inOneLine(words);
  return `${title} (${what}, ${formatDay(happenedOn)})${said === '' ? '' : `: ${said}`}`;
}
