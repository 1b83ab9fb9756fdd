import { z } from 'zod';
import { parseIsoDate, type IsoDate, type IsoMonth } from './domain/date.ts';
import { parseHalfTermId, type HalfTermId } from './domain/half-term.ts';
import {
  LIMITS,
  OWNERS,
  PHASE_IDS,
  PINNED_FIGURES,
  PLACES,
  PLAN_SCHEMA,
  STEP_STATES,
  type Plan,
} from './domain/plan.ts';
import { PROMPT_IDS } from './domain/plan-prompts.ts';
import { UNITS, VAT } from './domain/quantity.ts';
import { ROUTE_IDS } from './domain/route.ts';
import { asProfile, profileSchema } from './profile-schema.ts';

/*
 * A plan as it is kept in the database and handed over in a file. Whatever comes from either is unknown until it has
 * passed here.
 */

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'a day is written YYYY-MM-DD')
  .transform((text) => text as IsoDate);
const dayOrMonth = z
  .string()
  .refine((text) => parseIsoDate(text.length === 7 ? `${text}-01` : text) !== undefined, 'there is no such day')
  .transform((text) => text as IsoDate | IsoMonth);
const halfTerm = z
  .string()
  .refine((text) => parseHalfTermId(text) !== undefined, 'there is no such half term; one is written 2027-autumn-2')
  .transform((text) => text as HalfTermId);

/** Control characters have no place in a sentence, and some of them break other people's files. */
// oxlint-disable-next-line no-control-regex -- these are the very characters that are refused
const CONTROL =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u2028\u2029\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])/;
/** Whether a text is letters, marks and line breaks, as people type them. */
export function isPlainText(value: string): boolean {
  return !CONTROL.test(value);
}

const text = (most: number) =>
  z.string().max(most, `it is longer than ${most} letters`).refine(isPlainText, 'it holds characters that are no text');
const line = (most: number) =>
  text(most)
    .refine((value) => value.trim() !== '', 'it is empty')
    .refine((value) => !/[\r\n]/.test(value), 'it is more than one line');

const quantity = z.strictObject({
  min: z.number(),
  max: z.number().nullable(),
  unit: z.enum(UNITS),
  basis: z.enum(['published', 'our-estimate']),
  vat: z.enum(VAT).optional(),
});
const fact = z.strictObject({
  id: line(120),
  statement: text(1000),
  value: z.union([quantity, text(300)]).optional(),
});
const figure = z.union([
  z.strictObject({ facts: z.array(fact).max(20) }),
  z.strictObject({ estimate: quantity.omit({ basis: true }) }),
  z.strictObject({ unknown: text(600) }),
]);
const intake = z.strictObject({
  id: line(200),
  name: line(100),
  starts: dayOrMonth.nullable(),
  opens: day.nullable(),
  closes: day.nullable(),
  facts: z.array(fact).max(20),
});
const pin = z.strictObject({
  opportunity: line(120),
  catalogue: line(100),
  on: day,
  name: line(LIMITS.stepName),
  summary: text(400),
  figures: z.partialRecord(z.enum(PINNED_FIGURES), figure),
  intake: intake.nullable(),
  until: day.nullable(),
});

const stepId = z.string().regex(/^s\d{1,6}$/, 'a step is called s1, s2 and so on');
const hours = z.number().min(0, 'hours cannot be less than none').max(LIMITS.hoursInHalfTerm);
const step = z.strictObject({
  id: stepId,
  name: line(LIMITS.stepName),
  route: z.enum(ROUTE_IDS),
  phase: z.enum(PHASE_IDS),
  place: z.enum(PLACES),
  start: halfTerm.nullable(),
  hours: z.array(hours).min(1, 'a step lasts at least one half term').max(LIMITS.duration),
  hoursBasis: z.enum(['published', 'our-estimate', 'yours', 'not-known']),
  cost: z.number().int().min(0).max(LIMITS.pence).nullable(),
  owner: z.enum(OWNERS),
  state: z.enum(STEP_STATES),
  needs: z.array(stepId).max(LIMITS.steps),
  note: text(LIMITS.note),
  pin: pin.nullable(),
});
const goal = z.strictObject({
  id: z.string().regex(/^g\d{1,4}$/, 'a goal is called g1, g2 and so on'),
  text: line(LIMITS.goalText),
  by: halfTerm.nullable(),
});

const plan = z
  .strictObject({
    schema: z.literal(PLAN_SCHEMA, `a plan of another form: this service reads form ${PLAN_SCHEMA}`),
    title: line(LIMITS.title),
    profile: profileSchema,
    first: halfTerm,
    halfTerms: z.number().int().min(LIMITS.halfTerms.least).max(LIMITS.halfTerms.most),
    goals: z.array(goal).max(LIMITS.goals),
    steps: z.array(step).max(LIMITS.steps, `a plan holds up to ${LIMITS.steps} steps`),
    stepsMade: z.number().int().min(0).max(999_999),
    answers: z.partialRecord(z.enum(PROMPT_IDS), text(LIMITS.answer)),
  })
  .superRefine((value, context) => {
    const wrong = (message: string) => context.addIssue({ code: 'custom', message });
    const ids = value.steps.map(({ id }) => id);
    if (ids.some((id) => Number(id.slice(1)) > value.stepsMade))
      wrong('a step has a higher number than steps were made');
    if (new Set(ids).size < ids.length) wrong('two steps have the same id');
    if (new Set(value.goals.map(({ id }) => id)).size < value.goals.length) wrong('two goals have the same id');
    for (const { id, needs, place, start } of value.steps) {
      if (needs.includes(id)) wrong(`step ${id} needs itself`);
      const unknown = needs.find((need) => !ids.includes(need));
      if (unknown !== undefined) wrong(`step ${id} needs ${unknown}, which is not in the plan`);
      if ((place === 'timetable') !== (start !== null)) wrong(`step ${id} has a half term only in the timetable`);
    }
    if (isCircular(value.steps)) wrong('some steps need each other in a circle');
  });

/** Takes away, again and again, steps whose needs are all taken away; what is left stands in a circle. */
function isCircular(steps: readonly { readonly id: string; readonly needs: readonly string[] }[]): boolean {
  let left = steps;
  for (let before = Infinity; left.length < before;) {
    before = left.length;
    const ids = new Set(left.map(({ id }) => id));
    left = left.filter(({ needs }) => needs.some((need) => ids.has(need)));
  }
  return left.length > 0;
}

export type ParsedPlan = { readonly ok: true; readonly plan: Plan } | { readonly ok: false; readonly problem: string };

/** Takes a plan as JSON text. `problem` is one sentence that names the place and what is wrong there. */
export function parsePlan(json: string): ParsedPlan {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { ok: false, problem: 'It is not a plan: the file is not JSON.' };
  }
  const parsed = plan.safeParse(value);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue && issue.path.length > 0 ? `${issue.path.join('.').slice(0, 80)}: ` : '';
    return {
      ok: false,
      problem: `It cannot be read as a plan. ${where}${(issue?.message ?? 'unknown').slice(0, 200)}.`,
    };
  }
  const { schema: _, profile, ...rest } = parsed.data;
  return { ok: true, plan: { ...rest, profile: asProfile(profile) } as Plan };
}

/**
 * A plan as JSON text. What has once been read by `parsePlan` is always written alike, so that a file that is brought
 * in and taken out again is the same byte for byte.
 */
export function planText(plan: Plan, indent?: number): string {
  return JSON.stringify({ schema: PLAN_SCHEMA, ...plan }, undefined, indent);
}
