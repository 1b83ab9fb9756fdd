import { z } from 'zod';
import {
  ACCOUNT_FILE_FORM,
  ACCOUNT_FILE_SCHEMA,
  LARGEST_ACCOUNT_FILE,
  PLANS_IN_FILE_AT_MOST,
} from '../../domain/account/account-file.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { parsePlan } from '../../plan-schema.ts';

/** A plan of a hundred steps with all they rest on takes half of it. */
const LARGEST_FILE = 1024 * 1024;

/** What a file brings in: plans that lay together stay together. */
export type ReadFile =
  | { readonly ok: true; readonly folders: readonly (readonly Plan[])[] }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a file that was taken away: one plan, or an account's. `problem` is a sentence for whoever chose the file. What
 * is larger than a plan keeps everybody waiting while it is read, so it is only read for somebody who is signed in.
 */
export async function readPlanFile(
  file: File | undefined,
  { isSignedIn }: { readonly isSignedIn: boolean },
): Promise<ReadFile> {
  if (!file) return refusal('Choose the file that you took away: its name ends in .json.');
  if (file.size > LARGEST_FILE && !isSignedIn) return refusal(SIGN_IN_FIRST);
  if (file.size > LARGEST_ACCOUNT_FILE) return refusal(TOO_LARGE);
  const text = new TextDecoder('utf-8').decode(await file.arrayBuffer());
  const value = valueIn(text);
  if (isAccountFile(value)) return readAccountFile(value);
  if (file.size > LARGEST_FILE) return refusal('That file is larger than any plan: it can have up to 1 MB.');
  if (isBeyondAnyPlan(value)) return refusal(BEYOND);
  const parsed = parsePlan(text);
  return parsed.ok ? { ok: true, folders: [[parsed.plan]] } : refusal(parsed.problem);
}

/** Room for the other fields of a form and for what stands between its parts. */
const BESIDE_THE_FILE = 64 * 1024;

/** Why a form is refused by its length, before any of it is read into memory; undefined where it is not. */
export function refusedUnread(length: number, { isSignedIn }: { readonly isSignedIn: boolean }): string | undefined {
  return length > LARGEST_FILE + BESIDE_THE_FILE && !isSignedIn ? SIGN_IN_FIRST : undefined;
}

const SIGN_IN_FIRST =
  'That file is larger than any plan, which can have up to 1 MB. If it is the file of your account, sign in first and then bring it in.';
const TOO_LARGE =
  'That file is larger than any plan. The file of an account can have up to 8 MB: take it once more without the older versions, on the page of your data.';
const BEYOND = 'It cannot be read as a plan. It lists more than any plan holds.';

function refusal(problem: string): Extract<ReadFile, { readonly ok: false }> {
  return { ok: false, problem };
}

/** What is not JSON is left to the plan's own reader, which has words for it. */
function valueIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isAccountFile(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && value['form'] === ACCOUNT_FILE_FORM;
}

const planInFile = z.object({ folder: z.string().max(100), plan: z.unknown() });

/** What else is in the file is there to be read, and is not brought in. */
function readAccountFile({ schema, plans }: Readonly<Record<string, unknown>>): ReadFile {
  if (schema !== ACCOUNT_FILE_SCHEMA || !Array.isArray(plans)) return refusal(NO_LIST);
  if (plans.length === 0) return refusal('There is no plan in that file.');
  if (plans.length > PLANS_IN_FILE_AT_MOST)
    return refusal(
      `There are more than ${PLANS_IN_FILE_AT_MOST} plans in that file: bring in some of them one by one.`,
    );
  return eachPlan(plans);
}

/** Reads one plan after the other, up to the first that cannot be read. */
function eachPlan(plans: readonly unknown[]): ReadFile {
  const folders = new Map<string, Plan[]>();
  for (const [index, entry] of plans.entries()) {
    const read = planInFile.safeParse(entry);
    if (!read.success) return refusal(NO_LIST);
    const { folder, plan } = read.data;
    const parsed = isBeyondAnyPlan(plan) ? refusal(BEYOND) : parsePlan(JSON.stringify(plan) ?? '');
    if (!parsed.ok) return refusal(`Plan ${index + 1} of ${plans.length} stands in the way. ${parsed.problem}`);
    folders.set(folder, [...(folders.get(folder) ?? []), parsed.plan]);
  }
  return { ok: true, folders: [...folders.values()] };
}

const NO_LIST = 'That file is an account’s, and its list of plans cannot be read.';

/** How far a plan's values lie in one another, and how many there are: no plan of 1 MB reaches either. */
const DEEPEST = 20;
const MOST_ENTRIES = 60_000;

/** Whether it would cost too much to say all that is wrong with it: the reader of plans finds every fault before it names one. */
function isBeyondAnyPlan(value: unknown): boolean {
  const held: { readonly value: unknown; readonly depth: number }[] = [{ value, depth: 0 }];
  let entries = 0;
  for (let next = held.pop(); next; next = held.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    const within: readonly unknown[] = Object.values(next.value);
    entries += within.length;
    if (entries > MOST_ENTRIES || next.depth >= DEEPEST) return true;
    for (const one of within) held.push({ value: one, depth: next.depth + 1 });
  }
  return false;
}
