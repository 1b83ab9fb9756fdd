import { expect, test } from 'vitest';
import { forBothDatabases } from '../../test/support/both-databases.ts';
import { keepPlan, aSignedIn } from '../../test/support/signed-in.ts';
import { aVisitor } from '../../test/support/plan-visitor.ts';
import { testApp } from '../../test/support/test-app.ts';
import { findKeys, takenRows } from './personal-data.ts';
import { PERSONAL_TABLES } from './personal-tables.ts';

forBothDatabases('everything of somebody', (_, database) => {
  test('holds every version of a plan, of which one is read at a time', async () => {
    const service = await testApp({ database });
    const owner = await aSignedIn(service);
    for (let plans = 0; plans < 2; plans += 1) {
      const visitor = await aVisitor(service);
      for (const text of ['One', 'Two', 'Three']) await visitor.save('/goals', { text });
      await keepPlan(service, owner, visitor);
    }
    const { db } = service.services;
    const read: number[] = [];
    const watched = db.withPlugin({
      transformQuery: ({ node }) => node,
      transformResult: async ({ result }) => {
        read.push(result.rows.length);
        return result;
      },
    });
    const keys = await findKeys(db, { account: owner.account, mailbox: '' });
    const history = PERSONAL_TABLES.find(({ table }) => table === 'plan_version');
    const versions: unknown[] = [];
    if (history) for await (const row of takenRows(watched, history, keys)) versions.push(row['version']);
    expect(versions).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    expect(Math.max(...read)).toBe(1);
    await service.close();
  });
});
