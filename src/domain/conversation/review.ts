import type { ConversationEvent, Party } from './conversation-event.ts';

/**
 * What both are asked at review, each for themselves: the same questions, so that the answers can stand side by side. An
 * id that was asked once stays readable for good.
 */
export const REVIEW_QUESTIONS = [
  {
    id: 'used',
    ask: 'What of the plan was used?',
    hint: 'The steps that were taken, and what from them is now done in class or with colleagues.',
  },
  {
    id: 'changed',
    ask: 'What changed for pupils, and how do you know?',
    hint: 'One thing you have seen, heard or read in their work. “Too early to say” is an honest answer. No names.',
  },
  {
    id: 'time',
    ask: 'Was the time there?',
    hint: 'The hours that were planned against the hours that could be had, and what got in the way.',
  },
  { id: 'next', ask: 'What is the next thing to do?', hint: 'Carry on, change it, stop it, or take a further step.' },
  {
    id: 'support',
    ask: 'What support is needed for that?',
    hint: 'Time, cover, a person to talk to, somebody’s agreement.',
  },
] as const satisfies readonly { readonly id: string; readonly ask: string; readonly hint: string }[];

export type ReviewId = (typeof REVIEW_QUESTIONS)[number]['id'];
export const REVIEW_IDS: readonly ReviewId[] = REVIEW_QUESTIONS.map(({ id }) => id);

/** What one of them wrote; a question that was skipped is absent. */
export type ReviewAnswers = Readonly<Partial<Record<ReviewId, string>>>;

/** What one side wrote, and when. */
export interface ReviewSide {
  readonly answers: ReviewAnswers;
  readonly at: string;
}

/** A review as one side may see it. */
export interface ReviewView {
  readonly own: ReviewSide | undefined;
  /** The other side's answers; undefined until both have answered or the teacher shows them. */
  readonly other: ReviewSide | undefined;
  readonly hasOtherAnswered: boolean;
  /** Whether both sides see all that is written. */
  readonly isOpen: boolean;
}

/** Each side writes without seeing the other's words: they are shown together once both are there, or the teacher shows them. */
export function reviewFor(party: Party, events: readonly ConversationEvent[]): ReviewView {
  const teacher = newestBy('teacher', events);
  const reviewer = newestBy('reviewer', events);
  const [own, other] = party === 'teacher' ? [teacher, reviewer] : [reviewer, teacher];
  const isOpen = events.some(({ kind }) => kind === 'review-shown') || (own !== undefined && other !== undefined);
  return { own, other: isOpen ? other : undefined, hasOtherAnswered: other !== undefined, isOpen };
}

function newestBy(party: Party, events: readonly ConversationEvent[]): ReviewSide | undefined {
  const found = events.findLast((event) => event.kind === 'reviewed' && event.by === party);
  return found?.kind === 'reviewed' ? { answers: found.answers, at: found.at } : undefined;
}
