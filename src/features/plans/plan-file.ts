import { z } from 'zod';
import {
  ACCOUNT_FILE_FORM,
  ACCOUNT_FILE_SCHEMA,
  LARGEST_ACCOUNT_FILE,
  PLANS_IN_FILE_AT_MOST,
} from '../../domain/people/account-file.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { parsePlan } from '../../plan-schema.ts';

/** A plan of a hundred steps with all they rest on takes half of it. */
const LARGEST_FILE = 1024 * 1024;

/** What a file brings in: plans that lay together stay together. */
export type ReadFile =
  | { readonly ok: true; readonly folders: readonly (readonly Plan[])[] }
  | { readonly ok: false; readonly problem: string };

/** Reads a file that was taken away: one plan, or an account's. `problem` is a sentence for whoever chose the file. */
export async function readPlanFile(file: File | undefined): Promise<ReadFile> {
  if (!file) return refusal('Choose the file that you took away: its name ends in .json.');
  if (file.size > LARGEST_ACCOUNT_FILE) return refusal(TOO_LARGE);
  const text = new TextDecoder('utf-8').decode(await file.arrayBuffer());
  const account = accountFileIn(text);
  if (account !== undefined) return readAccountFile(account);
  if (file.size > LARGEST_FILE) return refusal('That file is larger than any plan: it can have up to 1 MB.');
  const parsed = parsePlan(text);
  return parsed.ok ? { ok: true, folders: [[parsed.plan]] } : refusal(parsed.problem);
}

const TOO_LARGE =
  'That file is larger than any plan. The file of an account can have up to 8 MB: take it once more without the older versions, on the page of your data.';

function refusal(problem: string): ReadFile {
  return { ok: false, problem };
}

/** What the text holds, where it says that it is an account's. */
function accountFileIn(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return z.object({ form: z.literal(ACCOUNT_FILE_FORM) }).safeParse(value).success ? value : undefined;
  } catch {
    return undefined;
  }
}

/** What else is in the file is there to be read, and is not brought in. */
const accountFile = z.object({
  schema: z.literal(ACCOUNT_FILE_SCHEMA),
  plans: z.array(z.object({ folder: z.string().max(100), plan: z.unknown() })),
});

function readAccountFile(value: unknown): ReadFile {
  const read = accountFile.safeParse(value);
  if (!read.success) return refusal('That file is an account’s, and its list of plans cannot be read.');
  const { plans } = read.data;
  if (plans.length === 0) return refusal('There is no plan in that file.');
  if (plans.length > PLANS_IN_FILE_AT_MOST)
    return refusal(
      `There are more than ${PLANS_IN_FILE_AT_MOST} plans in that file: bring in some of them one by one.`,
    );
  const folders = new Map<string, Plan[]>();
  for (const [index, { folder, plan }] of plans.entries()) {
    const parsed = parsePlan(JSON.stringify(plan) ?? '');
    if (!parsed.ok) return refusal(`Plan ${index + 1} of ${plans.length} stands in the way. ${parsed.problem}`);
    folders.set(folder, [...(folders.get(folder) ?? []), parsed.plan]);
  }
  return { ok: true, folders: [...folders.values()] };
}
