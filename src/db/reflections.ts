import type { IsoDate } from '../domain/date.ts';
import { parsePromptKey, type ReflectionAnswers, type PromptKey } from '../domain/looking-back/reflection.ts';
import type { Queryable } from './open-database.ts';

/** What was answered to one prompt, or that it was skipped. */
export interface Reflection {
  readonly prompt: PromptKey;
  readonly state: 'written' | 'skipped';
  readonly answers: ReflectionAnswers;
  readonly dueOn: IsoDate;
  readonly version: number;
  /** When it was first answered, and when it was last changed. */
  readonly writtenAt: string;
  readonly savedAt: string;
}

const REFLECTION = ['prompt', 'state', 'answers', 'due_on', 'version', 'written_at', 'saved_at'] as const;

interface ReflectionRow {
  readonly prompt: string;
  readonly state: 'written' | 'skipped';
  readonly answers: string;
  readonly due_on: string;
  readonly version: number;
  readonly written_at: string;
  readonly saved_at: string;
}

function reflectionsIn(row: ReflectionRow): readonly Reflection[] {
  const prompt = parsePromptKey(row.prompt);
  if (!prompt) return [];
  return [
    {
      prompt,
      state: row.state,
      answers: JSON.parse(row.answers) as ReflectionAnswers,
      dueOn: row.due_on as IsoDate,
      version: row.version,
      writtenAt: row.written_at,
      savedAt: row.saved_at,
    },
  ];
}

/** What was answered in a plan, the newest prompt first. */
export async function findReflections(db: Queryable, plan: string): Promise<readonly Reflection[]> {
  const rows = await db
    .selectFrom('reflection')
    .select(REFLECTION)
    .where('plan_id', '=', plan)
    .orderBy('due_on', 'desc')
    .orderBy('prompt')
    .execute();
  return rows.flatMap(reflectionsIn);
}

/** What was answered to one prompt, a skip too; undefined where nothing was. */
export async function getReflection(db: Queryable, plan: string, prompt: PromptKey): Promise<Reflection | undefined> {
  const row = await db
    .selectFrom('reflection')
    .select(REFLECTION)
    .where('plan_id', '=', plan)
    .where('prompt', '=', prompt)
    .executeTakeFirst();
  return row && reflectionsIn(row)[0];
}

/** The prompts of a plan that were answered or skipped. */
export async function findAnsweredPrompts(db: Queryable, plan: string): Promise<ReadonlySet<PromptKey>> {
  const rows = await db
    .selectFrom('reflection')
    .select('prompt')
    .where('plan_id', '=', plan)
    .orderBy('prompt')
    .execute();
  return new Set(rows.flatMap(({ prompt }) => parsePromptKey(prompt) ?? []));
}

export interface ReflectionSaving extends Pick<Reflection, 'prompt' | 'state' | 'answers' | 'dueOn'> {
  /** The version it is made from; 0 where nothing was answered yet. */
  readonly from: number;
  readonly now: string;
}

/** Saves an answer as the next version. False where somebody else saved in between: nothing is written then. */
export async function saveReflection(db: Queryable, plan: string, saving: ReflectionSaving): Promise<boolean> {
  const { prompt, state, answers, dueOn, from, now } = saving;
  const held = { state, answers: JSON.stringify(answers), version: from + 1, saved_at: now };
  if (from > 0) {
    const { numUpdatedRows } = await db
      .updateTable('reflection')
      .set(held)
      .where('plan_id', '=', plan)
      .where('prompt', '=', prompt)
      .where('version', '=', from)
      .executeTakeFirst();
    return Number(numUpdatedRows) === 1;
  }
  const rows = await db
    .insertInto('reflection')
    .values({ plan_id: plan, prompt, due_on: dueOn, written_at: now, ...held })
    .onConflict((conflict) => conflict.columns(['plan_id', 'prompt']).doNothing())
    .returning('prompt')
    .execute();
  return rows.length === 1;
}

/** Whether a plan's owner asked to be mailed when a prompt is due. */
export async function hasReflectionMail(db: Queryable, plan: string): Promise<boolean> {
  const row = await db.selectFrom('reflection_mail').select('plan_id').where('plan_id', '=', plan).executeTakeFirst();
  return row !== undefined;
}

/** Asks for mails about a plan, from `today` on, or ends them with `null`. */
export async function saveReflectionMail(db: Queryable, plan: string, today: IsoDate | null): Promise<void> {
  if (today === null) {
    await db.deleteFrom('reflection_mail').where('plan_id', '=', plan).execute();
    return;
  }
  await db
    .insertInto('reflection_mail')
    .values({ plan_id: plan, asked_on: today })
    .onConflict((conflict) => conflict.column('plan_id').doNothing())
    .execute();
}

/** A plan whose owner is mailed when a prompt is due. */
export interface AskedPlan {
  readonly plan: string;
  readonly askedOn: string;
  readonly address: string;
  readonly name: string;
}

/**
 * Plans whose prompts are mailed, after the plan `after` in the order of their ids: in an account, and neither it nor
 * the plan deleted.
 */
export async function findAskedPlans(
  db: Queryable,
  { after, atMost }: { readonly after: string; readonly atMost: number },
): Promise<readonly AskedPlan[]> {
  return db
    .selectFrom('reflection_mail')
    .innerJoin('plan', 'plan.id', 'reflection_mail.plan_id')
    .innerJoin('account_folder', 'account_folder.folder_id', 'plan.folder_id')
    .innerJoin('account', 'account.id', 'account_folder.account_id')
    .select([
      'reflection_mail.plan_id as plan',
      'reflection_mail.asked_on as askedOn',
      'account.address',
      'account.name',
    ])
    .where('reflection_mail.plan_id', '>', after)
    .where('plan.deleted_at', 'is', null)
    .where('account.deleted_at', 'is', null)
    .orderBy('reflection_mail.plan_id')
    .limit(atMost)
    .execute();
}
