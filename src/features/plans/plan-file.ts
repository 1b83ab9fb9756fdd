import { parsePlan, type ParsedPlan } from '../../plan-schema.ts';

/** A plan of a hundred steps with all they rest on takes half of it. */
const LARGEST_FILE = 1024 * 1024;

/** Reads a plan that was taken away as a file. `problem` is a sentence for whoever chose the file. */
export async function readPlanFile(file: File | undefined): Promise<ParsedPlan> {
  if (!file) return { ok: false, problem: 'Choose the file that you took away: its name ends in .json.' };
  if (file.size > LARGEST_FILE)
    return { ok: false, problem: 'That file is larger than any plan: it can have up to 1 MB.' };
  const text = new TextDecoder('utf-8').decode(await file.arrayBuffer());
  return parsePlan(text);
}
