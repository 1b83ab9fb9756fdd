import { afterAll, beforeAll, expect, test } from 'vitest';
import { aSignedIn } from '../../../test/support/signed-in.ts';
import { pathsMailedTo } from '../../../test/support/talk-visitors.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

/* What asking for another address could be abused for: to learn who has an account, and to fill a mailbox. */

let service: TestApp;
let counted = 0;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

const anOwner = () => aSignedIn(service, `owner-${(counted += 1)}@school.example`);

test('a new address tells nobody whether it has an account: neither by an earlier link nor in the file', async () => {
  const other = await anOwner();
  const seen: unknown[] = [];
  for (const address of [other.account.address, `free-${other.account.id}@school.example`]) {
    const owner = await anOwner();
    const mine = `own-${owner.account.id}@school.example`;
    await owner.post('/account', { act: 'address', address: mine });
    const [link = ''] = await pathsMailedTo(service, mine, '/account/address/');
    expect((await owner.get(link)).status).toBe(200);
    expect((await owner.post('/account', { act: 'address', address })).status).toBe(303);
    const file = (await (await owner.get('/account/data.json')).json()) as { addressChanges: { address: string }[] };
    seen.push([(await owner.get(link)).status, file.addressChanges.map((one) => one.address === address)]);
  }
  expect(seen).toEqual([
    [404, [true]],
    [404, [true]],
  ]);
});

test('a new address is mailed a few times an hour at most, whatever label stands in it', async () => {
  const statuses: number[] = [];
  for (let count = 0; count < 6; count += 1) {
    const owner = await anOwner();
    statuses.push((await owner.post('/account', { act: 'address', address: `a+${count}@label.example` })).status);
  }
  expect(statuses).toEqual([303, 303, 303, 303, 303, 429]);
});
