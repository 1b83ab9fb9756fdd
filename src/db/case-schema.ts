import { z } from 'zod';
import type { IsoDate } from '../domain/date.ts';
import { ASKS, type CaseDraft } from '../domain/case/case.ts';
import type { CaseSheet } from '../domain/case/case-sheet.ts';
import { ANSWERS, SPONSOR_ROLES, type CaseEvent } from '../domain/case/sponsor-answer.ts';

/*
 * A case as it is kept in the database: what comes from there is unknown until it has passed here. What was kept once has
 * to be readable for good, so a new key is one that may be missing.
 */

const draft = z.strictObject({
  steps: z.array(z.string()),
  why: z.string(),
  back: z.string(),
  asks: z.array(z.enum(ASKS)),
  days: z.number().nullable(),
  dayCost: z.number().int().nullable(),
  travel: z.number().int().nullable(),
});

const row = z.strictObject({ label: z.string(), words: z.string(), cites: z.array(z.number().int()) });

const sheet = z.strictObject({
  title: z.string(),
  reader: z.enum(['head', 'governor']),
  asks: z.array(z.enum(ASKS)),
  glance: z.array(row),
  what: z.array(z.strictObject({ name: z.string(), about: z.string() })),
  why: z.string(),
  back: z.string(),
  money: z.array(row),
  dates: z.array(row),
  sources: z.array(z.strictObject({ number: z.number().int(), text: z.string(), url: z.string() })),
  knownOn: z.string().transform((day) => day as IsoDate),
});

const sent = z.strictObject({ draft, sheet, planVersion: z.number().int() });

const event = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('answered'),
    answer: z.enum(ANSWERS),
    words: z.string(),
    asks: z.partialRecord(z.enum(ASKS), z.strictObject({ answer: z.enum(ANSWERS), condition: z.string() })),
    name: z.string(),
    role: z.enum(SPONSOR_ROLES),
  }),
  z.strictObject({ kind: z.literal('used') }),
  z.strictObject({ kind: z.literal('reopened') }),
  z.strictObject({ kind: z.literal('reminded') }),
  z.strictObject({ kind: z.literal('closed'), because: z.literal('no-answer') }),
  z.strictObject({ kind: z.literal('asked-again') }),
]);

/** A case as its sponsor was sent it: its words, and what they were made from. */
export interface SentCase {
  readonly draft: CaseDraft;
  readonly sheet: CaseSheet;
  /** The version of the plan it was written from. */
  readonly planVersion: number;
}

export function readDraft(document: string): CaseDraft {
  return draft.parse(JSON.parse(document));
}

export function readSentCase(document: string): SentCase {
  return sent.parse(JSON.parse(document));
}

/** What was said about a case, read from what is kept of it. */
export function readCaseEvent(kept: {
  readonly document: unknown;
  readonly number: number;
  readonly at: string;
}): CaseEvent {
  return { ...event.parse(kept.document), number: kept.number, at: kept.at } as CaseEvent;
}
