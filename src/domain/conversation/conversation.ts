import type { IsoDate } from '../date.ts';
import type { ConversationEvent, Party } from './conversation-event.ts';
import { stepTalks, type SharedPlan, type StepTalk } from './step-answers.ts';

/** All that a conversation's standing follows from. */
export interface Conversation {
  /** The plan as its reader may see it today. */
  readonly shared: SharedPlan;
  readonly events: readonly ConversationEvent[];
  /** The last day its link opens anything. */
  readonly expiresOn: IsoDate;
  /** Whether its reader said who they are. Until then the link shows whose plan it is and nothing of it. */
  readonly isConfirmed: boolean;
  readonly isRevoked: boolean;
}

/**
 * Where a conversation stands, named by who acts next.
 *
 * - `reviewer-to-open`: nobody has said yet that the link reached the right person.
 * - `reviewer-to-answer`: they were asked about steps they have not answered as they are now.
 * - `teacher-to-answer`: a step is asked to be changed, or declined.
 * - `teacher-to-tell`: the plan changed since, and the reviewer has not been asked about it.
 * - `teacher-to-plan`: no step is left to be answered.
 * - `agreed`: every step, as it is now.
 * - `closed`: settled, or nobody answered; an answer or a new question opens it again.
 * - `ended`: the link opens nothing any more. What was said stays with the plan.
 */
export const STANDINGS = [
  'reviewer-to-open',
  'reviewer-to-answer',
  'teacher-to-answer',
  'teacher-to-tell',
  'teacher-to-plan',
  'agreed',
  'closed',
  'ended',
] as const;
export type Standing = (typeof STANDINGS)[number];

/** Where a conversation stands on a day, by what was said in it and by the plan as it is now: nobody writes it down. */
export function standingOf(conversation: Conversation, today: IsoDate): Standing {
  const { shared, events, isConfirmed } = conversation;
  if (isOver(conversation, today)) return 'ended';
  if (isClosed(events)) return 'closed';
  if (!isConfirmed) return 'reviewer-to-open';
  return standingOfSteps(stepTalks(shared, events));
}

function standingOfSteps(talks: readonly StepTalk[]): Standing {
  if (talks.length === 0) return 'teacher-to-plan';
  const waits = (whom: StepTalk['waitsFor']) => talks.some(({ waitsFor }) => waitsFor === whom);
  if (waits('reviewer')) return 'reviewer-to-answer';
  if (waits('teacher')) return 'teacher-to-answer';
  return waits('untold') ? 'teacher-to-tell' : 'agreed';
}

/** Whether the link of a conversation opens nothing any more. */
export function isOver({ isRevoked, expiresOn }: Conversation, today: IsoDate): boolean {
  return isRevoked || today > expiresOn;
}

/** Whether its reader may see the plan, as far as it is shared. */
export function mayRead(conversation: Conversation, today: IsoDate): boolean {
  return conversation.isConfirmed && !isOver(conversation, today);
}

/** How many links have taken the place of a share's first. */
export function renewalsOf(events: readonly ConversationEvent[]): number {
  return events.filter(({ kind }) => kind === 'link-renewed').length;
}

function isClosed(events: readonly ConversationEvent[]): boolean {
  const last = events.findLast(({ kind }) => kind === 'closed' || kind === 'answered' || kind === 'asked-again');
  return last?.kind === 'closed';
}

/** What can be done next in a conversation, by the name of the button that does it. */
export type NextAct = 'confirm' | 'answer' | 'ask-again' | 'change-plan' | 'review' | 'share-again';

/** Who is waited for, and what they can do. */
export interface Next {
  /** `nobody` where all is done; the act can still be done by the teacher. */
  readonly who: Party | 'nobody';
  readonly act: NextAct;
}

/** Whatever was done before, there is somebody who can go on, and something they can do. */
export function nextOf(conversation: Conversation, today: IsoDate): Next {
  const standing = standingOf(conversation, today);
  switch (standing) {
    case 'reviewer-to-open':
      return { who: 'reviewer', act: 'confirm' };
    case 'reviewer-to-answer':
      return { who: 'reviewer', act: 'answer' };
    case 'teacher-to-answer':
    case 'teacher-to-tell':
      return { who: 'teacher', act: 'ask-again' };
    case 'teacher-to-plan':
      return { who: 'teacher', act: 'change-plan' };
    case 'agreed':
      return { who: 'nobody', act: 'review' };
    case 'closed':
      return { who: 'nobody', act: stepsToAskAgain(conversation).length > 0 ? 'ask-again' : 'review' };
    case 'ended':
      return { who: 'nobody', act: 'share-again' };
    default:
      return standing satisfies never;
  }
}

/** Steps that nobody has agreed to as they are. */
export function stepsToAskAgain({ shared, events }: Conversation): readonly StepTalk[] {
  return stepTalks(shared, events).filter(({ waitsFor }) => waitsFor !== 'nobody');
}
