import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { anyKeptPlan } from '../../../test/support/kept-plan-arbitrary.ts';
import { aPlan } from '../../../test/support/plan-builders.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { addShare } from '../../db/shares.ts';
import { LARGEST_ACCOUNT_FILE } from '../../domain/account/account-file.ts';
import type { IsoDate } from '../../domain/date.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';

let service: TestApp;
let counted = 0;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

interface AccountFile {
  readonly account: readonly object[];
  readonly plans: readonly { readonly id: string; readonly folder: string; readonly plan: object }[];
  readonly deletedPlans: readonly object[];
  readonly history: readonly { readonly said: string; readonly document?: object }[];
  readonly shares: readonly object[];
  readonly openings: readonly object[];
  readonly leftOut: readonly object[];
}

const aNewOwner = () => aSignedIn(service, `data-${(counted += 1)}@school.example`);

async function fileOf(
  owner: SignedInVisitor,
  query = '',
): Promise<{ readonly text: string; readonly file: AccountFile }> {
  const response = await owner.get(`/account/data.json${query}`);
  expect(response.status).toBe(200);
  const text = await response.text();
  return { text, file: JSON.parse(text) as AccountFile };
}

function formOf(text: string): FormData {
  const form = new FormData();
  form.set('file', new File([text], 'next-steps.json', { type: 'application/json' }));
  return form;
}

const bringIn = (owner: SignedInVisitor, text: string) => owner.post('/plans/bring-in', formOf(text));

describe('everything of an account', () => {
  test('is on a page that says how long each kind of thing is kept', async () => {
    const owner = await aNewOwner();
    await keepPlan(service, owner, await aVisitor(service, ANSWERED, 'ect-mentor'));
    const page = await owner.page('/account/data');
    expect(page.byRole('row', /^Your plans 1 Until you delete one/)).toHaveLength(1);
    expect(page.byRole('row', /^The browsers you are signed in with 1 /)).toHaveLength(1);
  });

  test('is in the file: plans as they are taken away alone, versions, shares, openings, and no check value', async () => {
    const owner = await aNewOwner();
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const path = await keepPlan(service, owner, visitor);
    await visitor.save('/goals', { text: 'Lead reading', by: '2028-autumn-1' });
    await owner.post(path.replace(/\/1$/, ''), { act: 'copy', number: '1', copy: 'year' });
    await owner.post(path.replace(/\/1$/, ''), { act: 'delete', number: '2' });
    const { db } = service.services;
    const plan = await db
      .selectFrom('plan')
      .select('id')
      .where('folder_id', '=', path.split('/')[2] ?? '')
      .where('number', '=', 1)
      .executeTakeFirstOrThrow();
    await addShare(db, {
      plan: plan.id,
      keyHash: '9'.repeat(64),
      kind: 'line-manager',
      account: owner.account.id,
      name: 'Jo Lee',
      address: 'jo@school.example',
      sections: ['goals'],
      createdAt: service.services.clock.now(),
      expiresOn: '2027-03-01' as IsoDate,
      answerBy: '2026-12-08' as IsoDate,
      standsInFor: null,
    });
    const { text, file } = await fileOf(owner);
    expect(file.account).toMatchObject([{ address: owner.account.address }]);
    const alone = await (await owner.get(`${path}/files/plan.json`)).text();
    expect(file.plans.map((one) => one.plan)).toEqual([JSON.parse(alone)]);
    expect(JSON.stringify(file.plans[0]?.plan)).toBe(JSON.stringify(JSON.parse(alone)));
    expect(file.deletedPlans).toHaveLength(1);
    expect(file.history.map(({ said }) => said)).toContain('Started the plan.');
    expect(file.shares).toMatchObject([{ name: 'Jo Lee', address: 'jo@school.example', sections: ['goals'] }]);
    expect(file.openings.length).toBeGreaterThan(0);
    expect(file.leftOut).toContainEqual(expect.objectContaining({ of: 'shares', what: 'key_hash' }));
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    const smaller = await fileOf(owner, '?without=older-versions');
    expect(smaller.file.history.every(({ document }) => document === undefined)).toBe(true);
    expect(smaller.file.plans).toEqual(file.plans);
  });

  test('holds nothing of anybody else’s', async () => {
    const [owner, other] = [await aNewOwner(), await aNewOwner()];
    await keepPlan(service, owner, await aVisitor(service, ANSWERED));
    const path = await keepPlan(service, other, await aVisitor(service, ANSWERED));
    const { text } = await fileOf(owner);
    for (const theirs of [other.account.address, other.account.id, path.split('/')[2] ?? '-'])
      expect(text).not.toContain(theirs);
  });
});

/** As any plan is written once it has been read. */
function onceRead(text: string): string {
  const parsed = parsePlan(text);
  return parsed.ok ? planText(parsed.plan) : parsed.problem;
}

describe('the file brought in again', () => {
  test('gives every plan back, the same byte for byte when it is taken away once more', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyKeptPlan, { minLength: 1, maxLength: 4 }), async (plans) => {
        const [first, second] = [await aNewOwner(), await aNewOwner()];
        for (const plan of plans) expect((await bringIn(first, planText(plan))).status).toBe(303);
        const { text, file } = await fileOf(first);
        expect((await bringIn(second, text)).status).toBe(303);
        const again = (await fileOf(second)).file;
        const bytes = (one: AccountFile) => one.plans.map(({ plan }) => JSON.stringify(plan)).toSorted();
        expect(bytes(again)).toEqual(bytes(file));
        expect(bytes(file)).toEqual(plans.map((plan) => onceRead(planText(plan))).toSorted());
        const ids = [...file.plans, ...again.plans].map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
      }),
      { numRuns: 15 },
    );
  });

  test('keeps together what lay together, in the account of whoever brings it in', async () => {
    const [first, second] = [await aNewOwner(), await aNewOwner()];
    const path = await keepPlan(service, first, await aVisitor(service, ANSWERED));
    await first.post(path.replace(/\/1$/, ''), { act: 'copy', number: '1', copy: 'as-it-is' });
    await keepPlan(service, first, await aVisitor(service, ANSWERED));
    const answer = await bringIn(second, (await fileOf(first)).text);
    expect(answer.headers.get('Location')).toMatch(/^\/account\/brought-in\?plans=3&/);
    const page = await second.page('/account');
    const folders = page.links(/^My next steps/).map(({ href }) => href.split('/')[2]);
    expect([folders.length, new Set(folders).size]).toEqual([3, 2]);
    expect(page.text).toContain('There is none since 23 November 2026');
  });

  const aFile = (plans: readonly unknown[], more: object = {}) =>
    JSON.stringify({ form: 'next-steps-account', schema: 1, plans, ...more });
  const entry = (folder = 'f') => ({ folder, plan: JSON.parse(planText(aPlan())) as object });

  test.for([
    ['of nothing', aFile([]), 422, 'There is nothing in that file that could come in.'],
    ['of another schema', aFile([entry()], { schema: 2 }), 422, 'in form 1'],
    ['whose plans are no list', aFile([entry()], { plans: 'all' }), 422, '“plans”, on line 1 of the file, has to be'],
    [
      'with one that is no plan',
      aFile([entry(), { folder: 'f', plan: { schema: 1 } }]),
      422,
      'Plan 2, on line 1 of the file, stands in the way.',
    ],
    ['with none where one should be', aFile([{ folder: 'f' }]), 422, 'Plan 1, on line 1 of the file'],
    ['of more plans than anybody has', aFile(Array.from({ length: 301 }, () => entry())), 422, 'more than 300 plans'],
    [
      'larger than may come in',
      aFile([entry()], { other: 'x'.repeat(LARGEST_ACCOUNT_FILE) }),
      413,
      'can have up to 8 MB, and this one is larger, so nothing was brought in. Take it once more without',
    ],
  ] as const)('is refused in words one can act on where it is %s', async ([, text, status, words]) => {
    const answer = await bringIn(await aNewOwner(), text);
    expect(answer.status).toBe(status);
    expect((await pageOf(answer)).text).toContain(words);
  });

  test('of more plans than a folder holds is spread over several in an account', async () => {
    const owner = await aNewOwner();
    const text = aFile(Array.from({ length: 61 }, () => entry()));
    expect((await bringIn(owner, text)).status).toBe(303);
    const { file } = await fileOf(owner);
    expect([file.plans.length, new Set(file.plans.map(({ folder }) => folder)).size]).toEqual([61, 3]);
  });
});
