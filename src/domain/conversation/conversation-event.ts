import type { HalfTermId } from '../calendar/half-term.ts';
import type { HoursBasis, Owner } from '../plan/plan.ts';
import type { Section } from './share.ts';
import type { ReviewAnswers } from './review.ts';

/** What a reviewer can say to a step. A change or a decline has its reason. */
export const OUTCOMES = ['agree', 'change', 'decline'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The teacher owns the plan; the reviewer comments and answers, and never edits. */
export const PARTIES = ['teacher', 'reviewer'] as const;
export type Party = (typeof PARTIES)[number];

/** The parts of a step that an agreement is about, as they were shown. Without `cost` its cost was not shown. */
export interface StepSeen {
  readonly name: string;
  readonly start: HalfTermId;
  readonly hours: readonly number[];
  readonly hoursBasis: HoursBasis;
  readonly cost?: number | null;
  readonly owner: Owner;
}

/** A step as it was called when it was spoken of: what has left the plan since keeps its name here. */
export interface NamedStep {
  readonly id: string;
  readonly name: string;
}

/** Why a conversation was closed: it is settled, its reader is somebody else, or no answer came. */
export const CLOSINGS = ['settled', 'not-me', 'no-answer'] as const;
export type Closing = (typeof CLOSINGS)[number];

/** What was said or done, without its time. Kinds are only ever added: what is kept has to be readable for good. */
export type Said =
  /** Shared for the first time: these steps wait for an answer. No version of the plan before `version` is shown. */
  | { readonly kind: 'asked'; readonly version: number; readonly steps: readonly NamedStep[] }
  /** The reader said who they are. */
  | { readonly kind: 'confirmed' }
  | {
      readonly kind: 'answered';
      readonly step: string;
      readonly outcome: Outcome;
      readonly reason: string;
      readonly seen: StepSeen;
    }
  /** A comment on a step, or on the whole. */
  | { readonly kind: 'said'; readonly by: Party; readonly step: NamedStep | null; readonly text: string }
  /** These steps were changed, added or talked over since: they are the reviewer's to answer again. */
  | { readonly kind: 'asked-again'; readonly by: 'teacher' | 'nobody'; readonly steps: readonly NamedStep[] }
  /** Whoever wrote the event of this number takes its words back: a name that slipped in, say. They are kept nowhere then. */
  | { readonly kind: 'taken-back'; readonly by: Party; readonly words: number }
  | { readonly kind: 'reviewed'; readonly by: Party; readonly answers: ReviewAnswers }
  /** The teacher shows what either has written at review before both have. */
  | { readonly kind: 'review-shown' }
  | { readonly kind: 'reminded'; readonly to: Party }
  /** Somebody else reads in this reader's place, under a link of their own. */
  | { readonly kind: 'stand-in'; readonly name: string }
  | { readonly kind: 'link-renewed' }
  | { readonly kind: 'parts-changed'; readonly sections: readonly Section[] }
  | { readonly kind: 'closed'; readonly by: Party | 'nobody'; readonly because: Closing }
  | { readonly kind: 'revoked' };

/** One thing that was said or done, in its place among the others. Only who wrote something can take its words out. */
export type ConversationEvent = Said & {
  readonly number: number;
  /** An instant, UTC, ISO form. */
  readonly at: string;
};

/** What somebody wrote in it, all together; empty where nothing was written. */
export function wordsOf(event: Said): string {
  if (event.kind === 'said') return event.text;
  if (event.kind === 'answered') return event.reason;
  return event.kind === 'reviewed' ? Object.values(event.answers).join('\n') : '';
}

/** What is kept of something whose words were taken back; and what a list of many conversations knows of each. */
export function withoutWords<T extends Said>(event: T): T {
  if (event.kind === 'said') return { ...event, text: '' };
  if (event.kind === 'answered') return { ...event, reason: '' };
  return event.kind === 'reviewed' ? { ...event, answers: {} } : event;
}

/** What it takes to read a plan and answer it, as those who are asked are told: our own estimate. */
export const ANSWERING_TAKES = 'about ten minutes';

/**
 * What keeps a conversation readable, and one person from filling a database or the memory of the process that shows it.
 * `words` are the letters of all that was written together: a book's chapter of some sixty pages.
 */
export const TALK_LIMITS = { text: 2000, words: 200_000, events: 1000 } as const;
