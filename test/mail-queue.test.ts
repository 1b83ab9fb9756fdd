import { expect, test } from 'vitest';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aJob, aQueuedMail, NOW } from './support/mail-builders.ts';
import { claimJobs, endJob, putOffJob } from '../src/db/jobs.ts';
import {
  addMails,
  emptyEndedMails,
  emptyMails,
  findKindsOff,
  findMailTo,
  findMailToSend,
  getMailFate,
  removeEndedJobs,
  saveKindsOff,
  switchKindOff,
} from '../src/db/mail.ts';

const LEASE = '00000000-0000-4000-8000-000000000001';
const [JANE, JOHN] = ['a'.repeat(64), 'b'.repeat(64)];

const getMailToSend = async (db: HeldDatabase['db'], id: string) => (await findMailToSend(db, [id])).get(id);

const end = async ({ db }: HeldDatabase, id: string, now = NOW, outcome: 'done' | 'failed' = 'done') => {
  await claimJobs(db, { lane: 'mail', atMost: 100, lease: LEASE, now: NOW, until: '2026-11-23T09:00:20.000Z' });
  return endJob(db, id, { lease: LEASE, outcome, now, error: outcome === 'failed' ? '550' : undefined });
};

forBothDatabases('mail', (open) => {
  test('a message comes out as it was queued, letter for letter', async () => {
    await using held = await open();
    const mail = aQueuedMail({
      name: 'Zoë “Zed” O’Neill',
      subject: '= ?UTF-8? ünï',
      text: 'a\n\n😀\n',
      html: '<p>&amp;',
      calendar: 'BEGIN:VCALENDAR\r\n',
      replyTo: 'teacher@school.example',
      sentWithin: [{ from: NOW, until: '2026-11-23T17:00:00.000Z' }],
    });
    expect(await addMails(held.db, [mail])).toBe(1);
    const { job, ...rest } = mail;
    expect(await getMailToSend(held.db, job.id)).toEqual({ id: job.id, queuedAt: NOW, isUnwanted: false, ...rest });
  });

  test('of two messages with one cause the second is left out, among thousands', async () => {
    await using held = await open();
    const mails = Array.from({ length: 1203 }, () => aQueuedMail());
    const again = aQueuedMail({ job: aJob({ dedupeKey: mails[7]?.job.dedupeKey ?? '' }) });
    expect(await addMails(held.db, [...mails, again])).toBe(1203);
    expect(
      await addMails(
        held.db,
        mails.slice(0, 3).map(({ job }) => aQueuedMail({ job: { ...job, id: aJob().id } })),
      ),
    ).toBe(0);
    expect(await getMailToSend(held.db, again.job.id)).toBeUndefined();
  });

  test('a kind that is off is off for that address alone, and for no other kind', async () => {
    await using held = await open();
    const [reminder, alert, johns] = [
      aQueuedMail({ addressId: JANE }),
      aQueuedMail({ addressId: JANE, kind: 'alert' }),
      aQueuedMail({ addressId: JOHN }),
    ];
    await addMails(held.db, [reminder, alert, johns]);
    await switchKindOff(held.db, JANE, 'reminder', NOW);
    await switchKindOff(held.db, JANE, 'reminder', '2026-11-24T09:00:00.000Z');
    const unwanted = async ({ job }: { readonly job: { readonly id: string } }) =>
      (await getMailToSend(held.db, job.id))?.isUnwanted;
    expect([await unwanted(reminder), await unwanted(alert), await unwanted(johns)]).toEqual([true, false, false]);
    await saveKindsOff(held.db, JANE, ['alert'], NOW);
    expect([await unwanted(reminder), await unwanted(alert)]).toEqual([false, true]);
    expect(await findKindsOff(held.db, JANE)).toEqual(['alert']);
    await saveKindsOff(held.db, JANE, [], NOW);
    expect(await findKindsOff(held.db, JANE)).toEqual([]);
  });

  test('what became of it is known by its cause and by its address', async () => {
    await using held = await open();
    const mail = aQueuedMail({ addressId: JANE });
    const { id, dedupeKey } = mail.job;
    await addMails(held.db, [mail]);
    expect(await getMailFate(held.db, dedupeKey)).toMatchObject({ outcome: null, endedAt: null, because: null });
    await claimJobs(held.db, { lane: 'mail', atMost: 1, lease: LEASE, now: NOW, until: NOW });
    await putOffJob(held.db, id, { lease: LEASE, dueAt: NOW, error: '450 4.2.0' });
    expect(await getMailFate(held.db, dedupeKey)).toMatchObject({ outcome: null, because: '450 4.2.0', attempts: 1 });
    await end(held, id, NOW, 'failed');
    expect(await findMailTo(held.db, JANE, 10)).toEqual([
      expect.objectContaining({ id, kind: 'reminder', outcome: 'failed', because: '550', endedAt: NOW }),
    ]);
    expect(await findMailTo(held.db, JOHN, 10)).toEqual([]);
  });

  test('once it has ended nothing of what it said or to whom is left; what still waits is whole', async () => {
    await using held = await open();
    const [sent, waiting] = [aQueuedMail(), aQueuedMail()];
    await addMails(held.db, [sent, waiting]);
    await end(held, sent.job.id);
    expect(await emptyEndedMails(held.db)).toBe(1);
    expect(await emptyEndedMails(held.db)).toBe(0);
    const rows = await held.db.selectFrom('mail').selectAll().where('id', '=', sent.job.id).execute();
    expect(JSON.stringify(rows)).not.toMatch(/Jane|jane|plan waits/);
    expect(await getMailToSend(held.db, sent.job.id)).toBeUndefined();
    expect(await getMailToSend(held.db, waiting.job.id)).toMatchObject({ address: 'jane@school.example' });
    await emptyMails(held.db, [waiting.job.id]);
    expect(await getMailToSend(held.db, waiting.job.id)).toBeUndefined();
  });

  test('after a while it is forgotten that there was a mail, and only then', async () => {
    await using held = await open();
    const [old, recent, waiting] = [aQueuedMail(), aQueuedMail(), aQueuedMail()];
    await addMails(held.db, [old, recent, waiting]);
    await end(held, old.job.id, '2026-08-01T09:00:00.000Z');
    await end(held, recent.job.id);
    expect(await removeEndedJobs(held.db, '2026-08-25T09:00:00.000Z')).toBe(1);
    expect(await removeEndedJobs(held.db, '2026-08-25T09:00:00.000Z')).toBe(0);
    const left = await held.db.selectFrom('mail').innerJoin('job', 'job.id', 'mail.id').select('mail.id').execute();
    expect(new Set(left.map(({ id }) => id))).toEqual(new Set([recent.job.id, waiting.job.id]));
  });
});
