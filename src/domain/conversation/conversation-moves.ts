import type { IsoDate } from '../date.ts';
import { isOver, stepsToAskAgain, type Conversation } from './conversation.ts';
import {
  TALK_LIMITS,
  wordsOf,
  type Closing,
  type NamedStep,
  type Outcome,
  type Party,
  type Said,
} from './conversation-event.ts';
import type { ReviewAnswers } from './review.ts';
import type { Section } from './share.ts';
import { differences, named, nameInTalk, seenOf, stepsToAnswer, stepTalks, type SharedPlan } from './step-answers.ts';

/** A move somebody makes: what is added to the conversation (nothing where it stands there already), or why it cannot be. */
export type Move = { readonly said: readonly Said[] } | { readonly refused: string };

const NOTHING: Move = { said: [] };
const OVER: Move = { refused: 'This link has ended, so nothing can be added. What was said is kept with the plan.' };
const NOT_CONFIRMED: Move = { refused: 'Say first who you are: open the link and press the button.' };
const FULL: Move = {
  refused: 'There is no room for more in this conversation. Talk in person, or share the plan anew.',
};

/** Why nobody of this side can add anything today. */
function barred(conversation: Conversation, party: Party, today: IsoDate): Move | undefined {
  return shutOut(conversation, party, today) ?? (isFull(conversation) ? FULL : undefined);
}

/** Why nobody of this side can do anything today, be it to take their own words out. */
function shutOut(conversation: Conversation, party: Party, today: IsoDate): Move | undefined {
  if (isOver(conversation, today)) return OVER;
  return party === 'reviewer' && !conversation.isConfirmed ? NOT_CONFIRMED : undefined;
}

function isFull({ events }: Conversation): boolean {
  if (events.length >= TALK_LIMITS.events) return true;
  return events.reduce((letters, event) => letters + wordsOf(event).length, 0) >= TALK_LIMITS.words;
}

/** The reader says that the link was meant for them. Said twice it is said once. */
export function confirm(conversation: Conversation, today: IsoDate): Move {
  if (isOver(conversation, today)) return OVER;
  return conversation.isConfirmed ? NOTHING : { said: [{ kind: 'confirmed' }] };
}

/** What a reviewer says to one step. */
export interface AnswerToStep {
  readonly step: string;
  readonly outcome: Outcome;
  readonly reason: string;
}

/**
 * The reviewer answers steps as they saw them: `seen` is the plan their form was shown with. Where a step has changed
 * since, the answer is kept as given to the step as it was. A change or a decline needs its reason. The same answer to
 * the same step adds nothing.
 */
export function answerSteps(
  conversation: Conversation,
  answers: readonly AnswerToStep[],
  seen: SharedPlan,
  today: IsoDate,
): Move {
  const bar = barred(conversation, 'reviewer', today);
  if (bar) return bar;
  if (answers.some(({ outcome, reason }) => outcome !== 'agree' && reason.trim() === ''))
    return { refused: 'Say why: a change or a no needs its reason.' };
  const steps = stepsToAnswer(seen);
  const said: Said[] = [];
  for (const { step: id, outcome, reason } of answers) {
    const step = steps.find((one) => one.id === id);
    if (!step) return { refused: 'That step is not in the plan you were shown.' };
    const answer = { kind: 'answered', step: id, outcome, reason, seen: seenOf(step, seen.sections) } as const;
    if (!isSaid(conversation, answer)) said.push(answer);
  }
  return { said };
}

/** Agrees to every step that waits for the reviewer, as they saw it. */
export function agreeToAll(conversation: Conversation, seen: SharedPlan, today: IsoDate): Move {
  const waiting = stepTalks(seen, conversation.events).filter(({ waitsFor }) => waitsFor !== 'nobody');
  const answers = waiting.map(({ step }) => ({ step: step.id, outcome: 'agree', reason: '' }) as const);
  return answerSteps(conversation, answers, seen, today);
}

/** Whether the newest answer to a step is this very one, and nobody has asked about the step since. */
function isSaid({ events }: Conversation, answer: Said & { readonly kind: 'answered' }): boolean {
  const last = events.findLast(
    (event) =>
      (event.kind === 'answered' && event.step === answer.step) ||
      (event.kind === 'asked-again' && event.steps.some(({ id }) => id === answer.step)),
  );
  return (
    last?.kind === 'answered' &&
    last.outcome === answer.outcome &&
    last.reason === answer.reason &&
    last.seen.cost === answer.seen.cost &&
    differences(last.seen, answer.seen).length === 0
  );
}

/**
 * Either side comments, on a step or on the whole. A step that has left the plan can still be spoken of where it has
 * been before. The same words sent twice stand there once.
 */
export function say(
  conversation: Conversation,
  { by, step, text }: { readonly by: Party; readonly step: string | null; readonly text: string },
  today: IsoDate,
): Move {
  const bar = barred(conversation, by, today);
  if (bar) return bar;
  if (text.trim() === '') return { refused: 'Write a comment.' };
  const about = step === null ? null : spokenOf(conversation, step);
  if (about === undefined) return { refused: 'That step is not in the plan any more.' };
  const said = { kind: 'said', by, step: about, text } as const;
  return isLastSaid(conversation, said) ? NOTHING : { said: [said] };
}

/** Whether the same was said already since the other side last said anything: a form that is sent twice is one form. */
function isLastSaid({ events }: Conversation, { by, step, text }: Said & { readonly kind: 'said' }): boolean {
  const others = events.findLastIndex((event) => speakerOf(event) !== undefined && speakerOf(event) !== by);
  return events
    .slice(others + 1)
    .some((event) => event.kind === 'said' && event.text === text && event.step?.id === step?.id);
}

function speakerOf(event: Said): Party | undefined {
  if (event.kind === 'said') return event.by;
  return event.kind === 'answered' ? 'reviewer' : undefined;
}

/** A step by the name both sides know it by; undefined where the reader was never shown it. */
function spokenOf({ shared, events }: Conversation, id: string): NamedStep | undefined {
  const name = shared.plan.steps.find((step) => step.id === id)?.name ?? nameInTalk(id, events);
  return name === undefined ? undefined : { id, name };
}

/** The teacher (or a reminder) asks about every step that is not agreed as it is now: changed, added, or talked over. */
export function askAgain(conversation: Conversation, by: 'teacher' | 'nobody', today: IsoDate): Move {
  const bar = barred(conversation, 'teacher', today);
  if (bar) return bar;
  const steps = stepsToAskAgain(conversation).map(({ step }) => named(step));
  if (steps.length === 0) return { refused: 'Every step is agreed: there is nothing to ask.' };
  return { said: [{ kind: 'asked-again', by, steps }] };
}

/**
 * Whoever wrote a comment or a reason takes its words back. That something was said, and an answer itself, stay. It can
 * be done in a conversation that holds no more: a name has to come out of that one too.
 */
export function takeBack(
  conversation: Conversation,
  { by, number }: { readonly by: Party; readonly number: number },
  today: IsoDate,
): Move {
  const bar = shutOut(conversation, by, today);
  if (bar) return bar;
  const { events } = conversation;
  const written = events.find((event) => event.number === number);
  if (!written || speakerOf(written) !== by) return { refused: 'That is nothing you have written here.' };
  const isBack = events.some((event) => event.kind === 'taken-back' && event.words === number);
  return isBack ? NOTHING : { said: [{ kind: 'taken-back', by, words: number }] };
}

/** Whether this side has words here that it can take back today. */
export function hasWordsToTakeBack(conversation: Conversation, by: Party, today: IsoDate): boolean {
  if (shutOut(conversation, by, today)) return false;
  return conversation.events.some((event) => speakerOf(event) === by && wordsOf(event) !== '');
}

/** Either side answers the questions of the review; later answers stand in place of earlier ones, which are kept. */
export function review(conversation: Conversation, by: Party, answers: ReviewAnswers, today: IsoDate): Move {
  const bar = barred(conversation, by, today);
  if (bar) return bar;
  const before = conversation.events.findLast((event) => event.kind === 'reviewed' && event.by === by);
  if (before?.kind === 'reviewed' && JSON.stringify(before.answers) === JSON.stringify(answers)) return NOTHING;
  if (Object.keys(answers).length === 0 && before === undefined) return { refused: 'Answer at least one question.' };
  return { said: [{ kind: 'reviewed', by, answers }] };
}

/** The teacher shows both sides what is written before both have written. */
export function showReview({ events }: Conversation): Move {
  return events.some(({ kind }) => kind === 'review-shown') ? NOTHING : { said: [{ kind: 'review-shown' }] };
}

/** Closes a conversation. An answer or a new question opens it again; a reader it was not meant for sees nothing more. */
export function close(conversation: Conversation, by: Party | 'nobody', because: Closing, today: IsoDate): Move {
  if (isOver(conversation, today)) return OVER;
  const closed = { kind: 'closed', by, because } as const;
  return { said: because === 'not-me' ? [closed, { kind: 'revoked' }] : [closed] };
}

/** The teacher ends the link for good. */
export function revoke({ isRevoked }: Conversation): Move {
  return isRevoked ? NOTHING : { said: [{ kind: 'revoked' }] };
}

/** The teacher names somebody who reads instead: they get a link of their own, and this one ends. */
export function standIn({ isRevoked }: Conversation, name: string): Move {
  if (isRevoked) return OVER;
  return { said: [{ kind: 'stand-in', name }, { kind: 'revoked' }] };
}

/** The teacher shows more of the plan, or less. */
export function showParts(conversation: Conversation, sections: readonly Section[], today: IsoDate): Move {
  const bar = barred(conversation, 'teacher', today);
  if (bar) return bar;
  const isSame = [...sections].toSorted().join() === [...conversation.shared.sections].toSorted().join();
  return isSame ? NOTHING : { said: [{ kind: 'parts-changed', sections }] };
}

/** The mail with the link was lost: another link opens the same conversation, and the old one opens nothing. */
export function renewLink({ isRevoked }: Conversation): Move {
  if (isRevoked) return OVER;
  return { said: [{ kind: 'link-renewed' }] };
}
