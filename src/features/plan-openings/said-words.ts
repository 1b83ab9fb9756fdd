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
  const { kind, by = 'reviewer', outcome = '', answer = '', seen, step } = read.data;
  if (by !== 'reviewer') return undefined;
  switch (kind) {
    case 'confirmed':
      return 'said who they are';
    case 'answered':
      return seen ? `answered “${seen.name}”: ${OUTCOME_WORDS[outcome] ?? 'answered'}` : answeredCase(answer);
    case 'said':
      return typeof step === 'object' && step !== null ? `wrote a comment on “${step.name}”` : 'wrote a comment';
    case 'reviewed':
      return 'filled in their side of the review';
    case 'closed':
      return 'closed the conversation';
    default:
      return undefined;
  }
}

function answeredCase(answer: string): string {
  const words = ANSWER_WORDS[answer];
  return words === undefined ? 'answered' : `answered the case: ${words}`;
}
