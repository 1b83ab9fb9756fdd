import { z } from 'zod';
import type { PathwayInstance } from '../domain/pathway/pathway.ts';
import { openPlanner, type Solved } from '../planning/planner.ts';
import { UsageError } from '../usage-error.ts';

/** Far past anybody's choices: beyond it a file is a slip, and a proof would take for ever. */
const MOST = { instances: 1000, steps: 500, halfTerms: 120 } as const;

const id = z.string().min(1).max(200);
const amount = z.number().min(0, 'less than nothing').max(1e9);
const halfTerm = z.number().int('half terms are whole numbers').min(0);

const step = z
  .strictObject({
    id,
    kind: z.string().max(200).optional(),
    duration: z.number().int().min(1).max(MOST.halfTerms),
    load: z.array(amount),
    cost: amount,
    value: amount,
    starts: z.array(halfTerm).max(MOST.halfTerms),
    requires: z.array(z.array(id).max(MOST.steps)).max(MOST.steps),
    excludes: z.array(id).max(MOST.steps),
    group: z.string().max(200).optional(),
  })
  .refine(({ load, duration }) => load.length === duration, 'its load has not as many hours as it lasts half terms')
  .refine(
    ({ id: own, requires }) => !requires.some((choice) => choice.length > 0 && choice.every((one) => one === own)),
    'it needs itself',
  )
  .refine(({ id: own, excludes }) => !excludes.includes(own), 'it excludes itself');

const instance = z
  .strictObject({
    id,
    halfTerms: z.number().int().min(1).max(MOST.halfTerms),
    capacity: z.array(amount),
    budget: amount,
    have: z.array(id),
    goal: id.nullable(),
    steps: z.array(step).max(MOST.steps, `more than ${MOST.steps} steps`),
  })
  .refine(({ capacity, halfTerms }) => capacity.length === halfTerms, 'it has not one capacity for each half term')
  .refine(({ steps }) => new Set(steps.map((one) => one.id)).size === steps.length, 'two steps have the same id')
  .refine(
    ({ steps, halfTerms }) => steps.every(({ starts }) => starts.every((start) => start < halfTerms)),
    'a step starts in a half term that is not there',
  )
  .refine(
    ({ goal, have, steps }) => goal === null || have.includes(goal) || steps.some((one) => one.id === goal),
    'its goal is neither had nor a step',
  );

const file = z.union([z.array(instance).max(MOST.instances), instance]);

/**
 * Reads instances from a file's text: one, or a list. A need that nothing offers is allowed (nobody can meet it then);
 * whatever else could not be meant is a UsageError that names its place.
 */
export function readInstances(path: string, text: string): readonly PathwayInstance[] {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UsageError(`${path}: it is not JSON`);
  }
  const parsed = Array.isArray(json) ? z.array(instance).max(MOST.instances).safeParse(json) : file.safeParse(json);
  if (!parsed.success) {
    const issue = firstIssue(parsed.error.issues);
    throw new UsageError(
      `${path}: ${issue.path.length > 0 ? `${issue.path.join('.').slice(0, 100)}: ` : ''}${issue.message.slice(0, 200)}`,
    );
  }
  const found = parsed.data as PathwayInstance | readonly PathwayInstance[];
  return Array.isArray(found) ? found : [found as PathwayInstance];
}

type Issue = z.core.$ZodIssue;

/** A union says only that neither fits: what is wrong with the one that was meant stands inside it. */
function firstIssue(issues: readonly Issue[]): Issue {
  const [first] = issues;
  if (first?.code === 'invalid_union') {
    const inner = first.errors.findLast((each) => each.length > 0);
    if (inner) return firstIssue(inner);
  }
  return first ?? { code: 'custom', path: [], message: 'it cannot be read', input: undefined };
}

/** Solves each to its proof, one after the other, with no limit of time. */
export async function solveAll(instances: readonly PathwayInstance[]): Promise<readonly Solved[]> {
  const planner = openPlanner({ longestMs: Infinity });
  try {
    const answers: Solved[] = [];
    for (const one of instances) answers.push(await planner.ask(one).done);
    return answers;
  } finally {
    await planner.close();
  }
}
