import { z } from 'zod';
import { parseHalfTermId, type HalfTermId } from '../domain/calendar/half-term.ts';
import {
  CLOSINGS,
  OUTCOMES,
  PARTIES,
  TALK_LIMITS,
  type ConversationEvent,
  type Said,
} from '../domain/conversation/conversation-event.ts';
import { REVIEW_IDS, type ReviewAnswers } from '../domain/conversation/review.ts';
import { SECTIONS } from '../domain/conversation/share.ts';
import { OWNERS } from '../domain/plan/plan.ts';

/* What is said and done about a share as the database keeps it. A kind that is kept once has to be readable for good. */

const id = z.string().regex(/^s[1-9]\d{0,5}$/);
const text = z.string().max(TALK_LIMITS.text);
const namedStep = z.strictObject({ id, name: z.string() });
const party = z.enum(PARTIES);
const halfTerm = z
  .string()
  .refine((value) => parseHalfTermId(value) !== undefined)
  .transform((value) => value as HalfTermId);

const seen = z.strictObject({
  name: z.string(),
  start: halfTerm,
  hours: z.array(z.number()),
  hoursBasis: z.enum(['published', 'our-estimate', 'yours', 'not-known']),
  cost: z.number().nullable().optional(),
  owner: z.enum(OWNERS),
});

const reviewAnswers = z.strictObject(Object.fromEntries(REVIEW_IDS.map((key) => [key, text.optional()])));

const said = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('asked'), version: z.number().int(), steps: z.array(namedStep) }),
  z.strictObject({ kind: z.literal('confirmed') }),
  z.strictObject({ kind: z.literal('answered'), step: id, outcome: z.enum(OUTCOMES), reason: text, seen }),
  z.strictObject({ kind: z.literal('said'), by: party, step: namedStep.nullable(), text }),
  z.strictObject({ kind: z.literal('asked-again'), by: z.enum(['teacher', 'nobody']), steps: z.array(namedStep) }),
  z.strictObject({ kind: z.literal('taken-back'), by: party, words: z.number().int() }),
  z.strictObject({ kind: z.literal('reviewed'), by: party, answers: reviewAnswers }),
  z.strictObject({ kind: z.literal('review-shown') }),
  z.strictObject({ kind: z.literal('reminded'), to: party }),
  z.strictObject({ kind: z.literal('stand-in'), name: z.string() }),
  z.strictObject({ kind: z.literal('link-renewed') }),
  z.strictObject({ kind: z.literal('parts-changed'), sections: z.array(z.enum(SECTIONS)) }),
  z.strictObject({ kind: z.literal('closed'), by: z.enum([...PARTIES, 'nobody']), because: z.enum(CLOSINGS) }),
  z.strictObject({ kind: z.literal('revoked') }),
]);

/** Reads what was said in a conversation, in order; throws where it is none: only our own code writes it. */
export function readConversation(
  kept: readonly { readonly number: number; readonly document: unknown; readonly at: string }[],
): readonly ConversationEvent[] {
  return kept.map(({ number, document, at }) => ({ ...asSaid(said.parse(document)), number, at }));
}

type Read = z.output<typeof said>;

/** What is absent is left out and not undefined: JSON knows no difference, and the domain's types do. */
function asSaid(read: Read): Said {
  switch (read.kind) {
    case 'answered': {
      const { cost, ...rest } = read.seen;
      return { ...read, seen: cost === undefined ? rest : { ...rest, cost } };
    }
    case 'reviewed': {
      const answers = Object.entries(read.answers).filter(([, value]) => value !== undefined);
      return { ...read, answers: Object.fromEntries(answers) as ReviewAnswers };
    }
    default:
      return read;
  }
}
