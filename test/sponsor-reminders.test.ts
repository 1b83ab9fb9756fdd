import { setTimeout } from 'node:timers/promises';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { addToCase, findCaseEvents, lockCase } from '../src/db/cases.ts';
import { switchKindOff } from '../src/db/mail.ts';
import { deletePlan } from '../src/db/plans.ts';
import { revokeShare } from '../src/db/shares.ts';
import { isSchoolTime, schoolDatesOf } from '../src/domain/calendar/school-time.ts';
import type { IsoDate } from '../src/domain/date.ts';
import type { MailKind } from '../src/domain/mail/mail-kinds.ts';
import { anAskedSponsor, SPONSOR, TEACHER, type AskedSponsor } from './support/asked-sponsor.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aCatalogue, aProfile } from './support/builders.ts';
import { aSponsorAnswer } from './support/case-builders.ts';
import { aMailbox, NOW } from './support/mail-builders.ts';
import { KEYS, parsed } from './support/mail-parts.ts';
import { aMailProcess } from './support/mail-process.ts';
import { DAY, daysPass, HOUR, twoWorkers, weeksPass, work, type Workers } from './support/reminder-workers.ts';

/* NOW is Monday 23 November 2026 at nine: ten school days on is Monday 7 December. */

const ASKED = { now: NOW, answerBy: '2026-12-07' as IsoDate };
const DATES = schoolDatesOf(aProfile(), aCatalogue());

const FIRST = { to: SPONSOR, subject: 'A case waits for your answer' };
const LAST = { to: SPONSOR, subject: 'A case still waits for your answer' };
const END = { to: SPONSOR, subject: 'No answer is needed any more' };
const TOLD = { to: TEACHER, subject: 'Your case was not answered: what you can do' };

const toWhom = ({ mailed }: Workers) => mailed.map(({ to, subject }) => ({ to, subject }));
const kindsOf = async ({ db }: HeldDatabase, { id }: AskedSponsor) =>
  (await findCaseEvents(db, id)).map(({ kind }) => kind);
const switchOff = ({ db }: HeldDatabase, kind: MailKind, now: string) =>
  switchKindOff(db, KEYS.addressId(aMailbox(SPONSOR)), kind, now);

forBothDatabases('a sponsor who does not answer', (open, kind) => {
  test('is reminded twice, then left in peace, and the teacher is told: on their days, however many look', async () => {
    await using held = await open();
    const workers = await twoWorkers(held);
    const asked = await anAskedSponsor(held.db, ASKED);
    await daysPass(workers, 25);
    const inOrder = workers.mailed.toSorted((a, b) => (a.at + a.to < b.at + b.to ? -1 : 1));
    expect(inOrder.map(({ to, subject, at }) => ({ to, subject, on: at.slice(0, 10) }))).toEqual([
      { ...FIRST, on: '2026-11-30' },
      { ...LAST, on: '2026-12-07' },
      { ...END, on: '2026-12-14' },
      { ...TOLD, on: '2026-12-14' },
    ]);
    expect(await kindsOf(held, asked)).toEqual(['reminded', 'reminded', 'closed']);
  });

  test('reads in each mail who asks, by when, and when it ends, with the link that opens the case', async () => {
    await using held = await open();
    const process = aMailProcess(held);
    const asked = await anAskedSponsor(held.db, ASKED);
    for (const days of [7, 7, 7]) {
      process.later(days * DAY);
      await work(process);
    }
    const mails = await Promise.all(process.transport.sent.map(({ bytes }) => parsed(bytes)));
    // The two mails of the end go at the same time, in any order.
    const texts = [FIRST, LAST, END, TOLD].map(
      (one) => mails.find(({ subject }) => subject === one.subject)?.text ?? '',
    );
    expect(mails).toHaveLength(4);
    for (const text of texts.slice(0, 2)) {
      expect(text).toContain(`https://next-steps.example/case/${asked.key}\n`);
      expect(text).toContain('Sam Patel asked you on 23 November 2026 to answer a case as sponsor');
      expect(text).toContain('by 7 December 2026');
    }
    expect(texts[0]).toContain('we write once more, and then no more');
    expect(texts[1]).toContain('If there is no answer by 14 December 2026 we close it');
    expect(texts[2]).toContain('your link opens until 23 March 2027 and your answer counts');
    expect(texts[3]).toContain('We reminded Jo Reed twice, and have told them that nothing is expected any more.');
    expect(texts[3]).toContain(`/plans/${asked.folder}/1/case/answers?case=${asked.id}`);
    for (const { subject, headers } of mails) {
      expect(subject).not.toMatch(/Sam|Patel|Jo|Reed|NPQ/);
      expect(headers.has('list')).toBe(true);
    }
  });

  test('where the secret is another one now, is told where the link is instead of given a dead one', async () => {
    await using held = await open();
    const process = aMailProcess(held);
    await anAskedSponsor(held.db, ASKED);
    await held.db
      .updateTable('share')
      .set({ key_hash: 'f'.repeat(64) })
      .execute();
    process.later(7 * DAY);
    await work(process);
    const text = (await parsed(process.transport.sent[0]?.bytes ?? '')).text ?? '';
    expect(text).not.toContain('/case/');
    expect(text).toContain('The link is in the mail you got when Sam Patel asked you.');
  });

  test.for([
    ['they answer', (asked: AskedSponsor, _: HeldDatabase, now: string) => asked.answer(now)],
    ['the teacher ends the link', (asked, { db }, now) => revokeShare(db, asked.id, now)],
    ['the plan is deleted', (asked, { db }, now) => deletePlan(db, asked.folder, 1, now)],
    ['the account is closed', (_, { db }, now) => db.updateTable('account').set({ deleted_at: now }).execute()],
    ['the link’s days are over', (_, { db }) => db.updateTable('share').set({ expires_on: '2026-11-23' }).execute()],
  ] as readonly (readonly [string, (asked: AskedSponsor, held: HeldDatabase, now: string) => Promise<unknown>])[])(
    'hears nothing more once %s',
    async ([, settle]) => {
      await using held = await open();
      const workers = await twoWorkers(held);
      const asked = await anAskedSponsor(held.db, ASKED);
      await weeksPass(workers, 2);
      expect(toWhom(workers)).toEqual([FIRST]);
      await settle(asked, held, workers.now());
      await weeksPass(workers, 3);
      expect(workers.mailed).toHaveLength(1);
    },
  );

  test.for(['reminder', 'case'] as const)(
    'and takes no mail of the kind %s is not reminded; the teacher hears of the end',
    async (kind) => {
      await using held = await open();
      const workers = await twoWorkers(held);
      await anAskedSponsor(held.db, ASKED);
      await switchOff(held, kind, NOW);
      await weeksPass(workers, 4);
      expect(toWhom(workers)).toEqual([TOLD]);
      expect(workers.texts.at(-1)).toContain('Jo Reed takes no reminders from us, so we have sent none.');
    },
  );

  test('and wants no more after the first reminder gets no more, and the teacher is told how it was', async () => {
    await using held = await open();
    const workers = await twoWorkers(held);
    await anAskedSponsor(held.db, ASKED);
    await weeksPass(workers, 2);
    await switchOff(held, 'reminder', workers.now());
    await weeksPass(workers, 3);
    expect(toWhom(workers)).toEqual([FIRST, TOLD]);
    expect(workers.texts.at(-1)).toContain('We reminded Jo Reed once; they take no more reminders from us.');
  });

  test('and is asked again after the end has their time anew, with reminders of its own', async () => {
    await using held = await open();
    const workers = await twoWorkers(held);
    const asked = await anAskedSponsor(held.db, ASKED);
    await weeksPass(workers, 4);
    expect(workers.mailed).toHaveLength(4);
    expect(await asked.askAgain(workers.now(), DATES)).toBe(true);
    await weeksPass(workers, 7);
    expect(toWhom(workers).slice(4)).toEqual(expect.arrayContaining([FIRST, LAST, END, TOLD]));
    expect(workers.mailed).toHaveLength(8);
    expect(workers.mailed.slice(4).every(({ at }) => isSchoolTime(at, DATES))).toBe(true);
  });

  test.for([
    ['a reminder', 7],
    ['the end', 21],
  ] as const)('and answers while %s waits for the mail server is not sent it', async ([, days]) => {
    await using held = await open();
    const process = aMailProcess(held);
    const asked = await anAskedSponsor(held.db, ASKED);
    for (let day = 0; day < days; day += 7) {
      process.transport.answer = () => ({ kind: 'accepted' });
      await work(process);
      if (day + 7 >= days) process.transport.answer = () => ({ kind: 'unreachable', begun: false, because: 'away' });
      process.later(7 * DAY);
      await work(process);
    }
    const before = process.mailed().length;
    expect(await asked.answer('2026-12-14T10:00:00.000Z')).toBe(true);
    process.transport.answer = () => ({ kind: 'accepted' });
    process.later(2 * HOUR);
    await work(process);
    expect(process.mailed()).toHaveLength(before);
  });

  test.runIf(kind === 'postgres')(
    'and answers at the very moment they are to be reminded is not, and others are reminded all the same',
    async () => {
      await using held = await open();
      const process = aMailProcess(held);
      const cases = [await anAskedSponsor(held.db, ASKED), await anAskedSponsor(held.db, ASKED)];
      const [asked, other] = cases.toSorted((one, two) => (one.id < two.id ? -1 : 1));
      if (!asked || !other) throw new Error('there are two cases');
      process.later(7 * DAY);
      const elsewhere = await held.another();
      const [locked, mayEnd] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
      const answering = elsewhere.transaction().execute(async (transaction) => {
        await lockCase(transaction, asked.id);
        const said = { kind: 'answered', ...aSponsorAnswer() } as const;
        await addToCase(transaction, asked.id, { after: 0, said, now: '2026-11-30T09:00:00.000Z' });
        locked.resolve(undefined);
        await mayEnd.promise;
      });
      await locked.promise;
      const working = work(process);
      await setTimeout(300);
      mayEnd.resolve(undefined);
      await Promise.all([answering, working]);
      expect(await kindsOf(held, asked)).toEqual(['answered']);
      expect(await kindsOf(held, other)).toEqual(['reminded']);
      expect(process.mailed()).toHaveLength(1);
      const job = held.db.selectFrom('job').select(['attempts', 'last_error']).where('kind', '=', 'remind-shares');
      expect(await job.execute()).toEqual([{ attempts: 1, last_error: null }]);
    },
  );

  test('whenever anybody looks and whatever happens between: two reminders and one end to a question, none out of hours or after an answer', async () => {
    await using held = await open();
    const acts = fc.constantFrom('nothing', 'nothing', 'nothing', 'nothing', 'answer', 'ask', 'revoke', 'unsubscribe');
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), acts), { minLength: 12, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        await emptied(held);
        const workers = await twoWorkers(held);
        const asked = await anAskedSponsor(held.db, ASKED);
        let questions = 1;
        let settledFrom: number | undefined;
        for (const [hours, act] of moves) {
          workers.later(hours * HOUR);
          await workers.runAll();
          if (act === 'ask' && (await asked.askAgain(workers.now(), DATES))) questions += 1;
          if (act === 'answer') await asked.answer(workers.now());
          if (act === 'revoke') await revokeShare(held.db, asked.id, workers.now());
          if (act === 'unsubscribe') await switchOff(held, 'reminder', workers.now());
          if (act !== 'nothing' && act !== 'ask') settledFrom ??= workers.mailed.length;
        }
        const counted = (subject: string) => workers.mailed.filter((mail) => mail.subject === subject).length;
        expect(counted(FIRST.subject)).toBeLessThanOrEqual(questions);
        expect(counted(LAST.subject)).toBeLessThanOrEqual(counted(FIRST.subject));
        for (const { subject } of [END, TOLD]) expect(counted(subject)).toBeLessThanOrEqual(questions);
        for (const { at } of workers.mailed) expect(isSchoolTime(at, DATES), at).toBe(true);
        const after = workers.mailed.slice(settledFrom ?? workers.mailed.length);
        expect(after.filter(({ to }) => to === SPONSOR)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

/** All that an earlier run left. */
async function emptied({ db }: HeldDatabase): Promise<void> {
  for (const table of ['mail', 'mail_preference', 'job', 'share_event', 'case_sent', 'share'] as const)
    await db.deleteFrom(table).execute();
}
