import type { Plan } from '../../domain/plan/plan.ts';
import type { ByteReader } from '../../files/byte-reader.ts';
import { outgrows } from '../../files/json-entries.ts';
import { parsePlan } from '../../schemas/plan-schema.ts';
import { FileRefusal, PLAN_BOUNDS } from './account-file-rows.ts';

/** Reads the file of one plan. Throws FileRefusal where it is none. */
export async function readPlanFile(file: ByteReader): Promise<Plan> {
  if (file.size > PLAN_BOUNDS.bytes)
    throw new FileRefusal('That file is larger than any plan: it can have up to 1 MB, and it is no account’s.');
  const text = await file.read(0, file.size);
  // The reader of plans finds every fault before it names one, and JSON can be much larger read than written.
  if (outgrows(text, PLAN_BOUNDS))
    throw new FileRefusal('It cannot be read as a plan. It lists more than any plan holds.');
  const parsed = parsePlan(new TextDecoder('utf-8').decode(text));
  if (!parsed.ok) throw new FileRefusal(parsed.problem);
  return parsed.plan;
}
