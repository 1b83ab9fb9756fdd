import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { addOpening } from '../../db/openings.ts';
import { addShare, confirmShare } from '../../db/shares.ts';
import { addShareEvents } from '../../db/share-events.ts';
import type { IsoDate } from '../../domain/date.ts';

let service: TestApp;
let counted = 0;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

/** A teacher whose line manager has opened their plan and answered. */
async function aSharedPlan() {
  const { db, clock } = service.services;
  const owner = await aSignedIn(service, `opened-${(counted += 1)}@school.example`);
  const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
  const path = await keepPlan(service, owner, visitor);
  const folder = path.split('/')[2] ?? '';
  const { id: plan } = await db
    .selectFrom('plan')
    .select('id')
    .where('folder_id', '=', folder)
    .executeTakeFirstOrThrow();
  const share = await addShare(db, {
    plan,
    keyHash: String(counted).padStart(64, '7'),
    kind: 'line-manager',
    account: owner.account.id,
    name: 'Jo Lee',
    address: 'jo@school.example',
    sections: [],
    createdAt: clock.now(),
    expiresOn: '2027-03-01' as IsoDate,
    answerBy: '2026-12-08' as IsoDate,
    standsInFor: null,
  });
  await confirmShare(db, share, clock.now());
  const documents = [
    { kind: 'asked', version: 1, steps: [] },
    { kind: 'confirmed' },
    { kind: 'answered', step: 's1', outcome: 'decline', reason: 'Not this year, Quince.', seen: { name: 'Mentor' } },
    { kind: 'said', by: 'teacher', step: null, text: 'Why?' },
    { kind: 'said', by: 'reviewer', step: null, text: 'Bramble.' },
    { kind: 'taken-back', by: 'reviewer', words: 5 },
    { kind: 'toString' },
    'nothing',
  ];
  await addShareEvents(db, share, { after: 0, documents: documents as object[], now: '2026-11-22T10:15:00.000Z' });
  await addOpening(db, { plan, by: { share }, on: '2026-11-22' as IsoDate, now: '2026-11-22T10:02:00.000Z' });
  await addOpening(db, { plan, by: { share }, on: '2026-11-22' as IsoDate, now: '2026-11-22T16:40:00.000Z' });
  return { owner, visitor, path, plan };
}

describe('who opened a plan', () => {
  test('is shown by day, with what was changed and what the reader did, and not what they wrote', async () => {
    const { owner, path } = await aSharedPlan();
    const page = await owner.page(`${path}/openings`);
    expect(page.headings(2)).toEqual(['23 November 2026', '22 November 2026']);
    expect(page.section('d2026-11-22')).toContain('Jo Lee, line manager, opened it, 2 times between 10:02 and 16:40');
    expect(page.section('d2026-11-22')).toContain('Jo Lee, line manager, answered “Mentor”: declined, at 10:15');
    expect(page.section('d2026-11-22')).toContain('Jo Lee, line manager, wrote a comment');
    expect(page.text.match(/wrote a comment/g)).toHaveLength(1);
    expect(page.section('d2026-11-22')).toContain('Jo Lee, line manager, took back words of theirs, at 10:15');
    expect(page.text).not.toMatch(/Quince|Bramble/);
    expect(page.section('d2026-11-23')).toContain('Changed: Started the plan. Version 1, at 09:00');
    expect(page.section('d2026-11-23')).toContain('You, signed in, opened it, at 09:00');
    expect(page.text).toContain('Pages opened within half an hour of one another count as one visit.');
  });

  test('names nobody to whoever holds the private link of a plan in an account', async () => {
    const { visitor } = await aSharedPlan();
    const page = await visitor.get('/openings');
    expect(page.text).not.toContain('Jo Lee');
    expect(page.section('d2026-11-22')).toContain('A line manager opened it');
    expect(page.section('d2026-11-23')).toContain('Somebody with the private link opened it');
  });

  test('is led to from the plan’s page', async () => {
    const visitor = await aVisitor(service, ANSWERED);
    expect((await visitor.get()).links('Who opened it')[0]?.href).toBe(`${visitor.path}/openings`);
    expect((await visitor.get('/openings')).text).toContain('You, or somebody else with the private link, opened it');
  });

  test('counts a calendar program once a day, for each plan it shows', async () => {
    const { owner, path, plan } = await aSharedPlan();
    const made = await (await owner.post(`${path}/take-away`, { act: 'make' })).text();
    const feed = /\/calendars\/[\w-]{32}\.ics/.exec(made)?.[0] ?? '';
    for (let times = 0; times < 5; times += 1) expect((await service.get(feed)).status).toBe(200);
    const rows = await service.services.db
      .selectFrom('plan_opening')
      .select('times')
      .where('plan_id', '=', plan)
      .where('opened_by', '=', 'feed')
      .execute();
    expect(rows).toEqual([{ times: 1 }]);
    expect((await owner.page(`${path}/openings`)).section('d2026-11-23')).toContain('A calendar program opened it');
  });

  test('of a plan changed hundreds of times shows whole days, and where the rest is', async () => {
    const { visitor, plan } = await aSharedPlan();
    const { db } = service.services;
    const row = await db.selectFrom('plan_version').selectAll().where('plan_id', '=', plan).executeTakeFirstOrThrow();
    for (let version = 2; version <= 260; version += 1)
      await db
        .insertInto('plan_version')
        .values({
          ...row,
          version,
          said: `Change ${version}`,
          saved_at: `2026-11-${version <= 150 ? '21' : '22'}T09:00:00.000Z`,
        })
        .execute();
    await db.updateTable('plan').set({ version: 260 }).where('id', '=', plan).execute();
    const page = await pageOf(await service.get(`${visitor.path}/openings`));
    expect(page.headings(2)).toEqual(['23 November 2026', '22 November 2026']);
    expect(page.text).toContain('Older changes are in the history');
  });
});
