import { readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getHeld } from '../src/db/evidence.ts';
import type { Database } from '../src/db/open-database.ts';
import { EVIDENCE_LIMITS } from '../src/domain/looking-back/evidence.ts';
import { removeOldPlans } from './support/remove-plans.ts';
import { forBothDatabases, refuseInserts } from './support/both-databases.ts';
import { aPdf } from './support/pictures.ts';
import { aVisitor, type PlanVisitor } from './support/plan-visitor.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* Files beside the database: what was acknowledged is never lost, and what nobody names goes. */

const NOW = '2026-11-23T09:00:00.000Z';

async function sendFile(service: TestApp, visitor: PlanVisitor, name: string): Promise<Response> {
  const form = new FormData();
  form.append('file', new File([new Uint8Array(aPdf(name))], name));
  return service.post(`${visitor.path}/evidence/add/file`, form);
}

const isId = (name: string) => name.length === 36;

function listed({ services }: TestApp, below = ''): readonly string[] {
  try {
    return readdirSync(join(services.config.filesDir, below)).filter(isId);
  } catch {
    return [];
  }
}

/** Makes a kept file as old as this many days before the tests' now. */
function age({ services }: TestApp, id: string, days: number, below = ''): void {
  const at = Temporal.Instant.from(NOW).epochMilliseconds / 1000 - days * 86_400;
  utimesSync(join(services.config.filesDir, below, id), at, at);
}

async function sweep(service: TestApp): Promise<void> {
  const { db, jobs } = service.services;
  await db.deleteFrom('job').where('kind', '=', 'sweep-files').execute();
  await db
    .insertInto('job')
    .values({
      id: crypto.randomUUID(),
      kind: 'sweep-files',
      lane: 'other',
      dedupe_key: 'sweep-files/test',
      payload: '{}',
      created_at: NOW,
      due_at: NOW,
      give_up_at: '2026-11-24T09:00:00.000Z',
      attempts: 0,
      lease: null,
      ended_at: null,
      outcome: null,
      last_error: null,
    })
    .execute();
  await jobs.runDue();
  const row = await db
    .selectFrom('job')
    .select('outcome')
    .where('dedupe_key', '=', 'sweep-files/test')
    .executeTakeFirst();
  expect(row?.outcome).toBe('done');
}

async function planOf(db: Database): Promise<string> {
  return (await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()).id;
}

forBothDatabases('evidence beside the database', (open, kind) => {
  test('a file whose row cannot be written is not acknowledged; it is put aside a day later and then removed', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    expect((await sendFile(service, visitor, 'first.pdf')).status).toBe(303);
    const [first = ''] = listed(service);
    const end = await refuseInserts(held, 'evidence');
    expect((await sendFile(service, visitor, 'second.pdf')).status).toBe(500);
    await end();
    const [second = ''] = listed(service).filter((id) => id !== first);
    expect(second).not.toBe('');
    age(service, first, 400);
    await sweep(service);
    expect(listed(service).toSorted()).toEqual([first, second].toSorted());
    age(service, second, 2);
    await sweep(service);
    expect(listed(service)).toEqual([first]);
    expect(listed(service, 'aside')).toEqual([second]);
    age(service, second, 8, 'aside');
    await sweep(service);
    expect(listed(service, 'aside')).toEqual([]);
    expect(listed(service)).toEqual([first]);
    await service.close();
  });

  test('what a process left that died while a file came in is removed a day later', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const incoming = await service.services.files.begin(1000);
    await incoming.write(Buffer.from('half of'));
    await sweep(service);
    expect(listed(service, 'incoming')).toEqual([incoming.id]);
    age(service, incoming.id, 2, 'incoming');
    await sweep(service);
    expect(listed(service, 'incoming')).toEqual([]);
    await incoming.discard();
    await service.close();
  });

  test('evidence that was deleted goes after thirty days, and its file with it', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    await sendFile(service, visitor, 'a.pdf');
    const [id = ''] = listed(service);
    age(service, id, 40);
    const item = (await visitor.get('/evidence')).links(/^Change or delete/)[0]?.href.replace(visitor.path, '') ?? '';
    await visitor.save(item, { act: 'delete' });
    await sweep(service);
    expect(listed(service)).toEqual([id]);
    await held.db.updateTable('evidence').set({ deleted_at: '2026-10-01T09:00:00.000Z' }).execute();
    await sweep(service);
    expect(await getHeld(held.db, await planOf(held.db))).toEqual({ items: 0, files: 0, bytes: 0 });
    expect(listed(service)).toEqual([]);
    age(service, id, 8, 'aside');
    await sweep(service);
    expect(listed(service, 'aside')).toEqual([]);
    await service.close();
  });

  test('when a plan goes for good its evidence goes, and its files are swept', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    await sendFile(service, visitor, 'a.pdf');
    const [id = ''] = listed(service);
    age(service, id, 40);
    await held.db.updateTable('plan').set({ deleted_at: '2026-11-01T09:00:00.000Z' }).execute();
    await sweep(service);
    expect(listed(service)).toEqual([id]);
    await held.db.updateTable('plan').set({ deleted_at: '2026-10-01T09:00:00.000Z' }).execute();
    await removeOldPlans(service);
    expect(await held.db.selectFrom('evidence').select('id').execute()).toEqual([]);
    await sweep(service);
    expect(listed(service)).toEqual([]);
    await service.close();
  });

  test('a file that was put aside for want of its row comes back with it', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    await sendFile(service, visitor, 'a.pdf');
    const [id = ''] = listed(service);
    await service.services.files.putAside(id, 0);
    await sweep(service);
    expect(listed(service)).toEqual([id]);
    await service.close();
  });

  test('what is no file of ours is left alone', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    await sendFile(service, await aVisitor(service), 'a.pdf');
    const stranger = join(service.services.config.filesDir, 'README');
    writeFileSync(stranger, 'Ours');
    utimesSync(stranger, 0, 0);
    await sweep(service);
    expect(readdirSync(service.services.config.filesDir)).toContain('README');
    await service.close();
  });

  test('a plan holds so many files and no more, however many come at once', async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    const answers = await Promise.all(
      Array.from({ length: EVIDENCE_LIMITS.files + 3 }, (_, n) => sendFile(service, visitor, `${n}.pdf`)),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 303)).toHaveLength(EVIDENCE_LIMITS.files);
    expect(statuses.filter((status) => status === 422)).toHaveLength(3);
    expect(listed(service)).toHaveLength(EVIDENCE_LIMITS.files);
    await service.close();
  });

  test(`all files of a plan have so much room together, on ${kind}`, async () => {
    await using held = await open('shipped');
    const service = await testApp({ place: held.place });
    const visitor = await aVisitor(service);
    await sendFile(service, visitor, 'a.pdf');
    await held.db.updateTable('evidence').set({ file_bytes: EVIDENCE_LIMITS.planBytes }).execute();
    const refused = await sendFile(service, visitor, 'b.pdf');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('together: there are 0 bytes left');
    await service.close();
  });
});
