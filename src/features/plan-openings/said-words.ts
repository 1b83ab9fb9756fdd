import { z } from 'zod';

/*
 * What somebody that a plan is shared with did, in one line: that they did it, and never what they wrote. That stands
 * where it was written.
 */

const event = z.object({
  kind: z.string(),
  by: z.string().optional(),
  outcome: z.string().optional(),
  answer: z.string().optional(),
  seen: z.object({ name: z.string() }).optional(),
  step: z.union([z.object({ name: z.string() }), z.string()]).nullish(),
});

const OUTCOME_WORDS: Readonly<Record<string, string>> = {
  agree: 'agreed',
  change: 'asked to change it',
  decline: 'declined',
};

const ANSWER_WORDS: Readonly<Record<string, string>> = { yes: 'yes', if: 'yes, if', no: 'no' };

/** Undefined where it was not done by the reader: what the owner does is in the plan's history. */
export function saidWords(document: unknown): string | undefined {
  const read = event.safeParse(document);
  if (!read.success) return undefined;
  const { kind, by = 'reviewer' } = read.data;
  return by === 'reviewer' && Object.hasOwn(WORDS, kind) ? WORDS[kind]?.(read.data) : undefined;
}

type Event = z.output<typeof event>;

const WORDS: Readonly<Record<string, (event: Event) => string>> = {
  confirmed: () => 'said who they are',
  answered: ({ seen, outcome = '', answer = '' }) =>
    seen ? `answered “${seen.name}”: ${OUTCOME_WORDS[outcome] ?? 'answered'}` : answeredCase(answer),
  said: ({ step }) => (typeof step === 'object' && step ? `wrote a comment on “${step.name}”` : 'wrote a comment'),
  reviewed: () => 'filled in their side of the review',
  'taken-back': () => 'took back words of theirs',
  closed: () => 'closed the conversation',
};

function answeredCase(answer: string): string {
  const words = ANSWER_WORDS[answer];
  return words === undefined ? 'answered' : `answered the case: ${words}`;
}
