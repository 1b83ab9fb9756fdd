import { z } from 'zod';
import { parseIsoDate } from '../domain/date.ts';
import { ASKS, CASE_LIMITS } from '../domain/case/case.ts';
import {
  EVIDENCE_KINDS,
  EVIDENCE_LIMITS,
  FILE_TYPES,
  parseLink,
  STANDARD_PARTS,
} from '../domain/looking-back/evidence.ts';
import { IMPACT_LIMITS, PURPOSES } from '../domain/looking-back/impact.ts';
import {
  ANSWER_AT_MOST,
  parsePromptKey,
  REFLECTION_QUESTIONS,
  type PromptKey,
} from '../domain/looking-back/reflection.ts';
import { LIMITS, type Plan } from '../domain/plan/plan.ts';
import { day, line, parsePlanValue, planText, stepId, text } from './plan-schema.ts';

/*
 * What stands in the file of an account, list by list, as far as it comes in again. A file is somebody's own and can
 * have been written by anything: whatever passes here could have been written on a page of ours. Names that are not
 * asked for here are let go, so that the file of a later release comes in as well.
 */

const INSTANT = /^(\d{4}-\d\d-\d\d)T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const instant = z
  .string()
  .refine(
    (value) => parseIsoDate(INSTANT.exec(value)?.[1] ?? '') !== undefined,
    'a time is written 2026-11-23T09:00:00.000Z',
  );
const id = z.string().min(1, 'it is empty').max(100, 'it has more than 100 letters');
const version = z.number().int().min(1).max(1_000_000);

const promptKey = z
  .string()
  .refine((value) => parsePromptKey(value) !== undefined, 'there is no such prompt')
  .transform((value) => value as PromptKey);

function planIn(value: unknown, context: z.RefinementCtx): Plan {
  const parsed = parsePlanValue(value);
  if (parsed.ok) return parsed.plan;
  context.addIssue({ code: 'custom', message: parsed.problem.replace(/\.$/, '') });
  return z.NEVER;
}

const plans = z.object({
  id: id.optional(),
  folder: id,
  number: version.optional(),
  createdAt: instant.optional(),
  plan: z.unknown().transform(planIn),
});

const history = z.object({
  planId: id,
  version,
  said: line(400),
  savedAt: instant,
  /**
   * Not there where the file was taken without the content of older versions. As the bytes of its text: there are
   * hundreds of them, and objects take ten times the room.
   */
  document: z
    .unknown()
    .transform((value, context) =>
      value === undefined ? undefined : Buffer.from(planText(planIn(value, context)), 'utf8'),
    )
    .optional(),
});

const reflections = z.object({
  planId: id,
  prompt: promptKey,
  state: z.enum(['written', 'skipped']),
  answers: z.strictObject(
    Object.fromEntries(REFLECTION_QUESTIONS.map((question) => [question, text(ANSWER_AT_MOST).optional()])),
  ) as z.ZodType<Partial<Record<(typeof REFLECTION_QUESTIONS)[number], string>>>,
  dueOn: day,
  version,
  writtenAt: instant,
  savedAt: instant,
});

const link = z
  .string()
  .refine((value) => parseLink(value) !== undefined, 'an address begins with https:// and has no spaces')
  .transform((value) => parseLink(value)?.href ?? value);

const evidence = z
  .object({
    id,
    planId: id,
    kind: z.enum(EVIDENCE_KINDS),
    title: line(EVIDENCE_LIMITS.title),
    words: text(EVIDENCE_LIMITS.words),
    happenedOn: day,
    url: link.nullable(),
    source: text(EVIDENCE_LIMITS.source),
    step: stepId.nullable(),
    parts: z.array(z.enum(STANDARD_PARTS)).max(STANDARD_PARTS.length),
    fileName: line(200).nullable(),
    fileType: z.enum(FILE_TYPES).nullable(),
    fileBytes: z.number().int().min(1).nullable(),
    version,
    addedAt: instant,
    savedAt: instant,
    deletedAt: instant.nullable(),
  })
  .refine(({ kind, url }) => kind !== 'link' || url !== null, 'a link has no address')
  .refine(({ kind, fileName }) => kind !== 'file' || fileName !== null, 'a file has no name');

const chosen = <T extends z.ZodType>(of: T) => z.array(of).max(IMPACT_LIMITS.chosen);

const impactSummaries = z.object({
  planId: id,
  document: z.strictObject({
    purpose: z.enum(PURPOSES),
    name: text(IMPACT_LIMITS.name).refine((name) => !name.includes('\n'), 'it is more than one line'),
    need: text(IMPACT_LIMITS.words),
    changed: text(IMPACT_LIMITS.words),
    next: text(IMPACT_LIMITS.words),
    steps: chosen(stepId),
    reflections: chosen(promptKey),
    evidence: chosen(id),
  }),
  version,
  savedAt: instant,
});

const pence = z.number().int().min(0).max(LIMITS.pence).nullable();

const cases = z.object({
  planId: id,
  version,
  document: z.strictObject({
    steps: z.array(stepId).max(CASE_LIMITS.steps),
    why: text(CASE_LIMITS.why),
    back: text(CASE_LIMITS.back),
    asks: z.array(z.enum(ASKS)).max(ASKS.length),
    days: z.number().min(0).max(366).nullable(),
    dayCost: pence,
    travel: pence,
  }),
  savedAt: instant,
});

/** Each list that is read, by its name in the file. */
export const ACCOUNT_FILE_LISTS = {
  plans,
  deletedPlans: z.object({ id }),
  account: z.object({ name: z.string().max(1000) }),
  alerts: z.object({
    address: z.string().min(1).max(4000),
    pausedAt: instant.nullable(),
    removedAt: instant.nullable(),
  }),
  history,
  reflections,
  reflectionMails: z.object({ planId: id, askedOn: day }),
  evidence,
  impactSummaries,
  cases,
  mailsNotWanted: z.object({ kind: z.string().max(100) }),
} as const;

export type AccountFileList = keyof typeof ACCOUNT_FILE_LISTS;
/** One element of a list. */
export type FileRow<L extends AccountFileList> = z.output<(typeof ACCOUNT_FILE_LISTS)[L]>;

export function isAccountFileList(name: string): name is AccountFileList {
  return Object.hasOwn(ACCOUNT_FILE_LISTS, name);
}
