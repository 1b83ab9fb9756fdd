import { findAnsweredPrompts, findAskedPlans, type AskedPlan } from '../db/reflections.ts';
import { getPlanById } from '../db/plans.ts';
import { londonDay } from '../domain/calendar/london.ts';
import { isSchoolTime, schoolDatesOf, schoolTimeFrom } from '../domain/calendar/school-time.ts';
import { daysBetween } from '../domain/date.ts';
import { mailboxIfAny } from '../domain/mail/mail-address.ts';
import { reflectionPrompts, promptsDue } from '../domain/looking-back/reflection.ts';
import { halfTermsOf } from '../domain/plan/plan-start.ts';
import { reflectionMail } from '../mail/reflection-mail.ts';
import type { JobContext, JobHandler, Result } from './result.ts';

const AT_ONCE = 200;
/** A mail that finds no way out in so many school days is not worth sending any more. */
const SENT_WITHIN_DAYS = 3;
/** Longer than any school holiday, and shorter than it stays known that a prompt was mailed. */
const WORTH_DAYS = 60;

/**
 * Once a day, when schools have begun: tells those who asked for it what waits in their plans. What falls due in a
 * holiday is told on the first school day after it, if it still waits then.
 */
export const askReflections: JobHandler = {
  begin: async (_jobs, context) => async (): Promise<Result> => {
    for (let last = ''; ;) {
      const plans = await findAskedPlans(context.db, { after: last, atMost: AT_ONCE });
      for (const plan of plans) await ask(context, plan);
      last = plans.at(-1)?.plan ?? '';
      if (plans.length < AT_ONCE) return { kind: 'done' };
    }
  },
};

async function ask({ db, mail, now, on }: JobContext, asked: AskedPlan): Promise<void> {
  const today = londonDay(now());
  const kept = await getPlanById(db, asked.plan);
  const to = mailboxIfAny(asked);
  if (!kept || !to) return;
  const catalogue = on(today);
  const dates = schoolDatesOf(kept.plan.profile, catalogue.catalogue);
  if (!isSchoolTime(now(), dates)) return;
  const prompts = reflectionPrompts(kept.plan, halfTermsOf(kept.plan, catalogue), londonDay(kept.createdAt));
  const { due } = promptsDue(prompts, await findAnsweredPrompts(db, kept.id), today);
  if (!due || due.dueOn < asked.askedOn || daysBetween(due.dueOn, today) > WORTH_DAYS) return;
  const { id: plan, folder, number } = kept;
  const within = schoolTimeFrom(now(), SENT_WITHIN_DAYS, dates);
  const draft = reflectionMail({ plan, folder, number, prompt: due, within }, to);
  await db.transaction().execute((transaction) => mail.queue(transaction, draft));
}
