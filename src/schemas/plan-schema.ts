import { z } from 'zod';
import { parseIsoDate, type IsoDate, type IsoMonth } from '../domain/date.ts';
import { parseHalfTermId, type HalfTermId } from '../domain/calendar/half-term.ts';
import {
  LIMITS,
  OWNERS,
  PHASE_IDS,
  PINNED_FIGURES,
  PLACES,
  PLAN_SCHEMA,
  STEP_STATES,
  type Plan,
} from '../domain/plan/plan.ts';
import { PROMPT_IDS } from '../domain/plan/plan-prompts.ts';
import { UNITS, VAT } from '../domain/quantity.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';
import { asProfile, profileSchema } from './profile-schema.ts';

/*
 * A plan as it is kept in the database and handed over in a file. Whatever comes from either is unknown until it has
 * passed here.
 */

/** Other programs reckon with a plan's days, and not all of them know the year 10000. */
function isNear(day: string): boolean {
  return day >= '2000' && day < '2100';
}

/** A day in a file. */
export const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'a day is written YYYY-MM-DD')
  .refine(isNear, 'that day is too far away')
  .transform((text) => text as IsoDate);
const dayOrMonth = z
  .string()
  .refine((text) => parseIsoDate(text.length === 7 ? `${text}-01` : text) !== undefined, 'there is no such day')
  .refine(isNear, 'that day is too far away')
  .transform((text) => text as IsoDate | IsoMonth);
const halfTerm = z
  .string()
  .refine((text) => parseHalfTermId(text) !== undefined, 'there is no such half term; one is written 2027-autumn-2')
  .transform((text) => text as HalfTermId);

/** Control characters have no place in a sentence, and some of them break other people's files. */
// oxlint-disable-next-line no-control-regex -- these are the very characters that are refused
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029\ufffe\uffff]/;
/** Whether a text is letters, marks and line breaks, as people type them: no control characters, no half a letter. */
export function isPlainText(value: string): boolean {
  return value.isWellFormed() && !CONTROL.test(value);
}

/** Words in a file, as people type them. */
export const text = (most: number) =>
  z.string().max(most, `it has more than ${most} letters`).refine(isPlainText, 'it holds characters that are no text');
/** The same on one line, and not empty. */
export const line = (most: number) =>
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
/** The longest prose that content may hold, with room to spare: no catalogue must make a plan that cannot be read. */
const CONTENT = 2000;
const fact = z.strictObject({
  id: line(CONTENT),
  statement: text(CONTENT),
  value: z.union([quantity, text(CONTENT)]).optional(),
});
/** An object with some of these keys and no other. */
const someOf = <T extends z.ZodType>(keys: readonly string[], value: T) =>
  z.strictObject(Object.fromEntries(keys.map((key) => [key, value.optional()])));

const figure = z.union([
  z.strictObject({ facts: z.array(fact).max(50) }),
  z.strictObject({ estimate: quantity.omit({ basis: true }) }),
  z.strictObject({ unknown: text(CONTENT) }),
]);
const intake = z.strictObject({
  id: line(CONTENT),
  name: line(CONTENT),
  starts: dayOrMonth.nullable(),
  opens: day.nullable(),
  closes: day.nullable(),
  facts: z.array(fact).max(50),
});
const pin = z.strictObject({
  opportunity: line(CONTENT),
  catalogue: line(CONTENT),
  on: day,
  name: line(CONTENT),
  summary: text(CONTENT),
  figures: someOf(PINNED_FIGURES, figure),
  intake: intake.nullable(),
  until: day.nullable(),
});

/** What a step of a plan is called. */
export const stepId = z.string().regex(/^s[1-9]\d{0,5}$/, 'a step is called s1, s2 and so on');
const hours = z
  .number()
  .min(0, 'hours cannot be less than none')
  .max(LIMITS.hoursInHalfTerm, `hours cannot be more than ${LIMITS.hoursInHalfTerm} in a half term`);
const step = z.strictObject({
  id: stepId,
  name: line(LIMITS.stepName),
  route: z.enum(ROUTE_IDS),
  phase: z.enum(PHASE_IDS),
  place: z.enum(PLACES),
  start: halfTerm.nullable(),
  hours: z
    .array(hours)
    .min(1, 'a step lasts at least one half term')
    .max(LIMITS.duration, `a step lasts up to ${LIMITS.duration} half terms`),
  hoursBasis: z.enum(['published', 'our-estimate', 'yours', 'not-known']),
  cost: z.number().int().min(0).max(LIMITS.pence).nullable(),
  owner: z.enum(OWNERS),
  state: z.enum(STEP_STATES),
  needs: z.array(stepId).max(LIMITS.steps),
  note: text(LIMITS.note),
  pin: pin.nullable(),
});
const goal = z.strictObject({
  id: z.string().regex(/^g[1-9]\d{0,3}$/, 'a goal is called g1, g2 and so on'),
  text: line(LIMITS.goalText),
  by: halfTerm.nullable(),
});

const planFile = z
  .strictObject({
    schema: z.literal(PLAN_SCHEMA, `a plan of another form: this service reads form ${PLAN_SCHEMA}`),
    title: line(LIMITS.title),
    profile: profileSchema,
    first: halfTerm,
    halfTerms: z.number().int().min(LIMITS.halfTerms.least).max(LIMITS.halfTerms.most),
    goals: z.array(goal).max(LIMITS.goals),
    steps: z.array(step).max(LIMITS.steps, `a plan holds up to ${LIMITS.steps} steps`),
    stepsMade: z.number().int().min(0).max(LIMITS.stepsMade),
    answers: someOf(PROMPT_IDS, text(LIMITS.answer)),
  })
  .superRefine((value, context) => {
    if (value.steps.length > LIMITS.steps) return;
    for (const message of [...faultsOfIds(value), ...value.steps.flatMap((one) => faultsOfStep(one, value.steps))])
      context.addIssue({ code: 'custom', message });
    if (isCircular(value.steps))
      context.addIssue({ code: 'custom', message: 'some steps need each other in a circle' });
    if (Object.values(value.profile).some((told) => Array.isArray(told) && told.length > MOST_TOLD))
      context.addIssue({ code: 'custom', message: 'the profile lists more than there is to choose from' });
  });

/** No list that a profile is chosen from is as long. */
const MOST_TOLD = 50;

type ReadStep = z.output<typeof step>;

function faultsOfIds(value: {
  readonly steps: readonly ReadStep[];
  readonly goals: readonly { readonly id: string }[];
  readonly stepsMade: number;
}): readonly string[] {
  const { steps, goals, stepsMade } = value;
  const isTwice = (all: readonly { readonly id: string }[]) => new Set(all.map(({ id }) => id)).size < all.length;
  return [
    ...(steps.some(({ id }) => Number(id.slice(1)) > stepsMade)
      ? ['a step has a higher number than steps were made']
      : []),
    ...(isTwice(steps) ? ['two steps have the same id'] : []),
    ...(isTwice(goals) ? ['two goals have the same id'] : []),
  ];
}

function faultsOfStep({ id, name, needs, place, start }: ReadStep, steps: readonly ReadStep[]): readonly string[] {
  const unknown = needs.find((need) => steps.every((one) => one.id !== need));
  return [
    ...(needs.includes(id) ? [`“${name}” needs itself`] : []),
    ...(unknown === undefined ? [] : [`“${name}” needs ${unknown}, which is not in the plan`]),
    ...(place === 'timetable' && start === null ? [`“${name}” is in the timetable and has no half term`] : []),
    ...(place !== 'timetable' && start !== null ? [`“${name}” is not in the timetable and has a half term`] : []),
  ];
}

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
  return parsePlanValue(value);
}

/** The same of what has been read as JSON. */
export function parsePlanValue(value: unknown): ParsedPlan {
  const parsed = planFile.safeParse(value, { error: faultWords });
  if (!parsed.success) return { ok: false, problem: `It cannot be read as a plan. ${firstFault(parsed.error)}.` };
  const { schema: _, profile, ...rest } = parsed.data;
  return { ok: true, plan: { ...rest, profile: asProfile(profile) } as Plan };
}

/** The first of what is wrong, as a sentence without its full stop: where, and what. */
export function firstFault({ issues: [issue] }: z.ZodError): string {
  const where = whereWords(issue?.path ?? []);
  const said = `${where}${where === '' ? '' : ': '}${(issue?.message ?? '').slice(0, LONGEST_FAULT).toWellFormed()}`;
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}`;
}

const LONGEST_FAULT = 200;
const LONGEST_KEY = 40;

/** What is wrong where a field has no words of its own for it. */
export function faultWords(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'it is missing' : TYPE_WORDS[issue.expected];
    case 'too_small':
      return issue.inclusive ? `it is less than ${issue.minimum}` : `it has to be more than ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `it lists more than ${issue.maximum}` : `it is more than ${issue.maximum}`;
    case 'invalid_value':
      return `it has to be one of ${issue.values.join(', ')}`;
    case 'unrecognized_keys': {
      const [key = ''] = issue.keys;
      const isSayable = isPlainText(key) && key.length <= LONGEST_KEY;
      return isSayable ? `it holds “${key}”, which no plan has` : 'it holds something that no plan has';
    }
    case 'invalid_union':
      return 'it is not written as a plan has it';
    default:
      return undefined;
  }
}

const TYPE_WORDS: Readonly<Record<string, string>> = {
  number: 'it has to be a number',
  int: 'it has to be a whole number',
  string: 'it has to be text',
  boolean: 'it has to be true or false',
  array: 'it has to be a list',
  object: 'it has to be an object with named values',
};

/** `steps, 0, hours, 2` as `step 1, hours`: counted from one, a list's own places left out. */
function whereWords(path: readonly PropertyKey[]): string {
  return path
    .flatMap((key, index) => {
      if (typeof key === 'number') return [];
      const name = String(key).replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
      const at = path[index + 1];
      const isOneOf = typeof at === 'number' && (name === 'steps' || name === 'goals');
      return [isOneOf ? `${name.slice(0, -1)} ${at + 1}` : name];
    })
    .join(', ');
}

/**
 * A plan as JSON text. What has once been read by `parsePlan` is always written alike, so that a file that is brought
 * in and taken out again is the same byte for byte.
 */
export function planText(plan: Plan, indent?: number): string {
  return JSON.stringify({ schema: PLAN_SCHEMA, ...plan }, undefined, indent);
}
