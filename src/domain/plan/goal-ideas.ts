import { partsOf, type IsoDate } from '../date.ts';
import { DRAFT_GOALS } from './draft-goals.ts';

/** A goal to start from, in the words of somebody who has it. */
export interface GoalIdea {
  /** The goal that drafts are worked back from. */
  readonly id: string;
  readonly text: string;
}

/** Years to the September that is named: long enough to be believed. They are ours, and the words can be changed. */
const YEARS_AHEAD: Readonly<Record<string, number>> = { 'assistant-head': 3, headship: 5 };
const WORDS: Readonly<Record<string, string>> = { 'assistant-head': 'Assistant head', headship: 'Headship' };

/** What teachers aim at most often after an NPQ: each goal that drafts know, dated from the day where it is a post. */
export function goalIdeas(day: IsoDate): readonly GoalIdea[] {
  return DRAFT_GOALS.map(({ id, name }) => {
    const years = YEARS_AHEAD[id];
    return { id, text: years === undefined ? name : `${WORDS[id] ?? name} by September ${partsOf(day).year + years}` };
  });
}
