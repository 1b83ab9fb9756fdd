import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { deletePlan, getPlanById } from '../src/db/plans.ts';
import { revokeShare } from '../src/db/shares.ts';
import { findShareEvents } from '../src/db/share-events.ts';
import { switchKindOff } from '../src/db/mail.ts';
import { isSchoolTime, schoolDatesOf } from '../src/domain/calendar/school-time.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { anAskedShare, READER, TEACHER, type AskedShare } from './support/asked-share.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aCatalogue, aProfile } from './support/builders.ts';
import { aMailbox, NOW } from './support/mail-builders.ts';
import { KEYS, parsed } from './support/mail-parts.ts';
import { aMailProcess } from './support/mail-process.ts';
import { DAY, daysPass, HOUR, twoWorkers, work, type Workers } from './support/reminder-workers.ts';

/* NOW is Monday 23 November 2026 at nine: ten school days on is Monday 7 December. */

const ANSWER_BY = '2026-12-07' as IsoDate;
const DATES = schoolDatesOf(aProfile(), aCatalogue());

async function kindsOf(held: HeldDatabase, { id }: AskedShare): Promise<readonly string[]> {
  return (await findShareEvents(held.db, id)).map(({ document }) => (document as { kind: string }).kind);
}

const FIRST = { to: READER, subject: 'A plan waits for your answer' };
const LAST = { to: READER, subject: 'A plan still waits for your answer' };
const ENDS = [
  { to: READER, subject: 'No answer is needed any more' },
  { to: TEACHER, subject: 'Your plan was not answered: what you can do' },
];

forBothDatabases('reminders', (open) => {
  test('two come, then a kind end for both, on their days and in school hours, however many look', async () => {
    await using held = await open();
    const workers = await twoWorkers(held);
    const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
    await daysPass(workers, 25);
    const inOrder = workers.mailed.toSorted((a, b) => (a.at + a.to < b.at + b.to ? -1 : 1));
    expect(inOrder.map(({ to, subject }) => ({ to, subject }))).toEqual([FIRST, LAST, ...ENDS]);
    expect(workers.mailed.map(({ at }) => at.slice(0, 10))).toEqual([
      '2026-11-30',
      '2026-12-07',
      '2026-12-14',
      '2026-12-14',
    ]);
    expect(await kindsOf(held, share)).toEqual(['asked', 'reminded', 'reminded', 'closed']);
  });

  test('a reminder holds the link that opens the plan, and says whose it is and by when', async () => {
    await using held = await open();
    const process = aMailProcess(held);
    const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
    process.later(7 * DAY);
    await work(process);
    const [first] = process.transport.sent;
    const mail = await parsed(first?.bytes ?? '');
    expect(mail.text).toContain(`https://next-steps.example/shared/${share.key}\n`);
    expect(mail.text).toContain('Sam Patel asked you on 23 November 2026');
    expect(mail.text).toContain('by 7 December 2026');
    expect(mail.text).toContain('2 steps wait for your answer.');
    expect(`${mail.subject}`).not.toMatch(/Sam|Patel|Jo|Hall|shared/);
  });

  test('where the secret is another one now, the mail says where the link is instead of holding a dead one', async () => {
    await using held = await open();
    const process = aMailProcess(held);
    const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
    await held.db
      .updateTable('share')
      .set({ key_hash: 'f'.repeat(64) })
      .where('id', '=', share.id)
      .execute();
    process.later(7 * DAY);
    await work(process);
    const text = (await parsed(process.transport.sent[0]?.bytes ?? '')).text ?? '';
    expect(text).not.toContain('/shared/');
    expect(text).toContain('The link is in the mail you got when Sam Patel asked you.');
  });

  test.for([
    ['it is answered', (share: AskedShare, _: HeldDatabase, now: string) => share.answerAll(now)],
    ['it is ended by the teacher', (share, { db }, now) => revokeShare(db, share.id, now)],
    [
      'the plan is deleted',
      async (share, { db }, now) => {
        const plan = await getPlanById(db, share.plan);
        await deletePlan(db, plan?.folder ?? '', 1, now);
      },
    ],
    ['the account is closed', (_, { db }, now) => db.updateTable('account').set({ deleted_at: now }).execute()],
    [
      'its days are over',
      (share, { db }) => db.updateTable('share').set({ expires_on: '2026-11-23' }).where('id', '=', share.id).execute(),
    ],
  ] as readonly (readonly [string, (share: AskedShare, held: HeldDatabase, now: string) => Promise<unknown>])[])(
    'they stop at once when %s',
    async ([, settle]) => {
      await using held = await open();
      const workers = await twoWorkers(held);
      const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
      await daysPass(workers, 8);
      expect(workers.mailed).toHaveLength(1);
      await settle(share, held, workers.now());
      await daysPass(workers, 20);
      expect(workers.mailed).toHaveLength(1);
    },
  );

  test('a reader who takes no reminders gets none, and the teacher hears of the end', async () => {
    await using held = await open();
    const workers = await twoWorkers(held);
    await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
    await switchKindOff(held.db, KEYS.addressId(aMailbox(READER)), 'reminder', NOW);
    await daysPass(workers, 25);
    expect(workers.mailed.map(({ to, subject }) => ({ to, subject }))).toEqual([ENDS[1]]);
    expect(workers.texts.at(-1)).toContain('Jo Hall takes no reminders from us, so we have sent none.');
  });

  test('one that waits for the mail server is dropped if its reader answers meanwhile', async () => {
    await using held = await open();
    const process = aMailProcess(held);
    const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
    process.transport.answer = () => ({ kind: 'unreachable', begun: false, because: 'it is away' });
    process.later(7 * DAY);
    await work(process);
    await share.answerAll('2026-11-30T10:00:00.000Z');
    process.transport.answer = () => ({ kind: 'accepted' });
    process.later(2 * HOUR);
    await work(process);
    expect(process.mailed()).toEqual([]);
  });

  test('whenever anybody looks and whatever happens between, no more than two and one end, and none out of hours', async () => {
    await using held = await open();
    const acts = fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'answer', 'ask', 'revoke', 'unsubscribe');
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), acts), { minLength: 20, maxLength: 45 });
    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        await emptied(held);
        const workers = await twoWorkers(held);
        const share = await anAskedShare(held.db, { now: NOW, answerBy: ANSWER_BY });
        let settledFrom: number | undefined;
        for (const [hours, act] of moves) {
          workers.later(hours * HOUR);
          await workers.runAll();
          if (act === 'nothing' || settledFrom !== undefined) continue;
          await doAct(act, share, held, workers);
          if (act !== 'ask') settledFrom = workers.mailed.length;
        }
        const questions = moves.filter(([, act]) => act === 'ask').length + 1;
        const counted = (subject: string) => workers.mailed.filter((mail) => mail.subject === subject).length;
        expect(counted(FIRST.subject)).toBeLessThanOrEqual(questions);
        expect(counted(LAST.subject)).toBeLessThanOrEqual(counted(FIRST.subject));
        for (const end of ENDS) expect(counted(end.subject)).toBeLessThanOrEqual(questions);
        for (const { at } of workers.mailed) expect(isSchoolTime(at, DATES), at).toBe(true);
        const after = workers.mailed.slice(settledFrom ?? workers.mailed.length);
        expect(after.filter(({ to }) => to === READER)).toEqual([]);
      }),
      { numRuns: 6 },
    );
  });
});

async function doAct(act: string, share: AskedShare, held: HeldDatabase, workers: Workers): Promise<void> {
  const now = workers.now();
  if (act === 'answer') await share.answerAll(now);
  if (act === 'ask') await share.say(now, { kind: 'asked-again', by: 'teacher', steps: [] });
  if (act === 'revoke') await revokeShare(held.db, share.id, now);
  if (act === 'unsubscribe') await switchKindOff(held.db, KEYS.addressId(aMailbox(READER)), 'reminder', now);
}

/** All that an earlier run left. */
async function emptied({ db }: HeldDatabase): Promise<void> {
  for (const table of ['mail', 'mail_preference', 'job', 'share_event', 'share'] as const)
    await db.deleteFrom(table).execute();
}
