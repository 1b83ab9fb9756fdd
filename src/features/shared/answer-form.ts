import type { IsoDate } from '../../domain/date.ts';
import type { Conversation } from '../../domain/conversation/conversation.ts';
import { answerSteps, say, type AnswerToStep, type Move } from '../../domain/conversation/conversation-moves.ts';
import { OUTCOMES, type Outcome, type Said } from '../../domain/conversation/conversation-event.ts';
import { stepTalks, type SharedPlan, type StepTalk } from '../../domain/conversation/step-answers.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { faultOfWords } from '../../http/shares/words-sent.ts';

/** What is sent about one step. */
interface SentStep {
  readonly step: string;
  /** An answer other than the one that stands. */
  readonly fresh: Outcome | undefined;
  readonly text: string;
}

export interface SentAnswers {
  readonly answers: readonly AnswerToStep[];
  readonly comments: readonly { readonly step: string | null; readonly text: string }[];
}

export type ParsedAnswers =
  { readonly ok: true; readonly sent: SentAnswers } | { readonly ok: false; readonly errors: FieldErrors };

/** The name of the field that says yes, change or no to a step, and of the one for words about it. */
export const outcomeField = (step: string) => `outcome-${step}`;
export const textField = (step: string) => `text-${step}`;
export const WHOLE_FIELD = 'whole';

/** The answer that a step's form is shown with: the one that still holds. */
export function standingOutcome({ answer, waitsFor }: StepTalk): Outcome | undefined {
  const holds = waitsFor === 'nobody' || waitsFor === 'teacher';
  return holds ? answer?.outcome : undefined;
}

/**
 * Reads the one form of the page, of the plan it was shown with. Words with an answer that is new are its reason; words
 * alone, or with the answer that stands already, are a comment.
 */
export function parseAnswers(form: SentForm, seen: SharedPlan, { events }: Conversation): ParsedAnswers {
  const steps = stepTalks(seen, events).map((talk) => sentStep(form, talk));
  const whole = form.one(WHOLE_FIELD);
  const errors = new Map(
    [
      ...steps.map((step) => [textField(step.step), faultOfStep(step)] as const),
      [WHOLE_FIELD, faultOfWords(whole)] as const,
    ].flatMap(([field, fault]) => (fault === undefined ? [] : [[field, fault] as const])),
  );
  const answers = steps.flatMap(({ step, fresh, text }) => (fresh ? [{ step, outcome: fresh, reason: text }] : []));
  const comments = [...steps.filter(({ fresh }) => fresh === undefined), { step: null, text: whole }].flatMap(
    ({ step, text }) => (text === '' ? [] : [{ step, text }]),
  );
  if (errors.size === 0 && answers.length + comments.length === 0)
    errors.set('', 'Answer at least one step, or write something');
  return errors.size > 0 ? { ok: false, errors } : { ok: true, sent: { answers, comments } };
}

function faultOfStep({ fresh, text }: SentStep): string | undefined {
  if (fresh !== undefined && fresh !== 'agree' && text === '') return NO_REASON[fresh];
  return faultOfWords(text);
}

const NO_REASON: Readonly<Record<Exclude<Outcome, 'agree'>, string>> = {
  change: 'Say what should be changed',
  decline: 'Say why you decline it',
};

function sentStep(form: SentForm, talk: StepTalk): SentStep {
  const { id } = talk.step;
  const sent = form.one(outcomeField(id));
  const outcome = OUTCOMES.find((one) => one === sent);
  return { step: id, fresh: outcome === standingOutcome(talk) ? undefined : outcome, text: form.one(textField(id)) };
}

/** All that was sent, as one move. */
export function takeAnswers(
  conversation: Conversation,
  { answers, comments }: SentAnswers,
  seen: SharedPlan,
  today: IsoDate,
): Move {
  const said: Said[] = [];
  const moves = [
    () => answerSteps(conversation, answers, seen, today),
    // A step that left the plan meanwhile is spoken of as it was seen.
    ...comments.map((comment) => () => say({ ...conversation, shared: seen }, { by: 'reviewer', ...comment }, today)),
  ];
  for (const make of moves) {
    const move = make();
    if ('refused' in move) return move;
    said.push(...move.said);
  }
  return { said };
}
