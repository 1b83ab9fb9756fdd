import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERSONAL_TABLES } from '../src/db/personal-tables.ts';
import { bringInText, comparable, takenText, type AccountFile } from './support/account-files.ts';
import { forBothDatabases, refuseInserts } from './support/both-databases.ts';
import { heldRows } from './support/held-rows.ts';
import { pageOf } from './support/html.ts';
import { anyKeptPlan } from './support/kept-plan-arbitrary.ts';
import { aRichAccount } from './support/rich-account.ts';
import { aSignedIn } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* What somebody takes away comes in again under another account: all of it that is said to, or nothing. */

forBothDatabases('the file of an account', (open, database) => {
  let service: TestApp;
  let text: string;
  let smaller: string;
  beforeAll(async () => {
    service = await testApp({ database });
    const { owner } = await aRichAccount(service, 'sam.patel@school.example');
    text = await takenText(owner);
    smaller = await takenText(owner, '?without=older-versions');
  });
  afterAll(() => service.close());

  test('comes in again, and is the same when it is taken away once more', async () => {
    const second = await aSignedIn(service, 'second@school.example');
    expect((await bringInText(second, text)).status).toBe(303);
    const again = await takenText(second);
    expect(comparable(again)).toEqual(comparable(text));
    const third = await aSignedIn(service, 'third@school.example');
    expect((await bringInText(third, again)).status).toBe(303);
    expect(comparable(await takenText(third))).toEqual(comparable(text));
  });

  test('has its older versions end with one that says where the plan came from', async () => {
    const owner = await aSignedIn(service, 'versions@school.example');
    await bringInText(owner, text);
    const { plans = [], history = [] } = JSON.parse(await takenText(owner)) as AccountFile;
    const versions = Map.groupBy(history, ({ planId }) => planId);
    for (const { id, plan } of plans) {
      const last = versions.get(id)?.at(-1);
      expect([last?.['said'], last?.['document']]).toEqual(['Brought in from a file.', plan]);
    }
    expect([...versions.values()].map((rows) => rows.length).toSorted()).toEqual([2, 2, 3]);
  });

  test('taken without older versions brings in everything else', async () => {
    expect(smaller.length).toBeLessThan(text.length);
    const owner = await aSignedIn(service, 'smaller@school.example');
    const answer = await bringInText(owner, smaller);
    expect(answer.headers.get('Location')).toContain('emptyVersions=');
    const came = comparable(await takenText(owner)) as { readonly history: readonly string[] };
    expect(came).toEqual({ ...comparable(text), history: [] });
  });

  test('gives every older version of any plan back', async () => {
    const plan = fc.array(anyKeptPlan, { minLength: 1, maxLength: 4 });
    let counted = 0;
    await fc.assert(
      fc.asyncProperty(plan, async (versions) => {
        const [given, taken] = await Promise.all(
          ['given', 'taken'].map((name) => aSignedIn(service, `${name}-${(counted += 1)}@school.example`)),
        );
        if (!given || !taken) throw new Error('nobody is signed in');
        const planId = 'a-plan';
        const history = versions.map((document, index) => ({
          planId,
          version: 3 * index + 1,
          said: 'A change.',
          savedAt: '2026-11-20T09:00:00.000Z',
          document: { schema: 1, ...document },
        }));
        const last = history.at(-1)?.document;
        const file = {
          form: 'next-steps-account',
          schema: 1,
          history,
          plans: [{ id: planId, folder: 'f', plan: last }],
        };
        expect((await bringInText(given, JSON.stringify(file))).status).toBe(303);
        const first = await takenText(given);
        expect((await bringInText(taken, first)).status).toBe(303);
        expect(comparable(await takenText(taken))).toEqual(comparable(first));
        expect((JSON.parse(first) as AccountFile)['history']).toHaveLength(versions.length + 1);
      }),
      { numRuns: database === 'sqlite' ? 20 : 5 },
    );
  });

  test('of which something cannot be written leaves nothing behind', async () => {
    await using held = await open('shipped');
    const broken = await testApp({ place: held.place });
    const owner = await aSignedIn(broken, 'broken@school.example');
    for (const table of ['case_draft', 'alert', 'account_event']) {
      const before = await heldRows(held.db, KEPT);
      const mended = await refuseInserts(held, table);
      expect((await bringInText(owner, text)).status, table).toBe(500);
      await mended();
      expect(await heldRows(held.db, KEPT), table).toEqual(before);
    }
    expect((await bringInText(owner, text)).status).toBe(303);
    await broken.close();
  });
});

/** What belongs to people, but for what tells that they were there. */
const KEPT = PERSONAL_TABLES.map(({ table }) => table as string).filter((table) => table !== 'session');

describe('a file that is not as we wrote it', () => {
  const old = readFileSync(new URL('./fixtures/account-file-1.json', import.meta.url), 'utf8');
  let service: TestApp;
  beforeAll(async () => {
    service = await testApp();
  });
  afterAll(() => service.close());

  test('but as an earlier release wrote it comes in', async () => {
    const owner = await aSignedIn(service, 'old@school.example');
    expect((await bringInText(owner, old)).status).toBe(303);
    expect(comparable(await takenText(owner))).toEqual(comparable(old));
  });

  const evidence = /"title":"First fortnight"/;
  test.each([
    [
      'whose link runs a program',
      /https:\/\/www\.example\.org[^"]*/,
      'javascript:alert(1)',
      /Number \d in “evidence”, on line \d+ of the file, stands in the way\. Url: an address begins with https/,
    ],
    ['with a title that is missing', evidence, '"tittle":"x"', /“evidence”, on line \d+ .* Title: it is missing\./],
    ['with a title as long as a book', evidence, `"title":"${'x'.repeat(200)}"`, /Title: it has more than 120 letters/],
    [
      'whose evidence belongs to nobody’s plan',
      /("kind":"note")/,
      '$1,"planId":"another"',
      /It belongs to no plan of the file\. Nothing was brought in\./,
    ],
    [
      'of which a plan is changed',
      /"schema":1,"title":"My next steps"/,
      '"schema":1,"title":7',
      /Plan 1, on line \d+ of the file, stands in the way\. Plan: It cannot be read as a plan\. Title: it has to be text/,
    ],
    ['that is cut short', /"leftOut"[^]*$/, '', /the file breaks off before its end/],
    ['with a bracket too many', /"evidence": \[/, '"evidence": [[}', /its brackets do not match/],
    [
      'with a comma too few',
      /"state":"written",/,
      '"state":"written"',
      /Line \d+ of the file cannot be read: it is not JSON\. Nothing was brought in\./,
    ],
    [
      'whose evidence is no list',
      /"evidence": \[/,
      '"evidence": {}, "more": [',
      /“evidence”, on line \d+ of the file, has to be a list/,
    ],
    ['of a later form', /"schema": 1/, '"schema": 2', /reads the file of an account in form 1/],
    [
      'with a time that is none',
      /"writtenAt":"2026-11-23T/,
      '"writtenAt":"2026-13-23T',
      /Written at: a time is written/,
    ],
    [
      'in which a list lies in lists',
      /"answers":\{/,
      `"answers":${'['.repeat(40)}{`,
      /it lies deeper than anything we wrote/,
    ],
  ] as const)('%s is refused, with what to look at, and none of it is taken', async (_, find, instead, words) => {
    const owner = await aSignedIn(service, 'tampered@school.example');
    const before = await heldRows(service.services.db, KEPT);
    expect(old).toMatch(find);
    const answer = await bringInText(owner, old.replace(find, instead));
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).byRole('alert')[0]?.name).toMatch(words);
    const after = await heldRows(service.services.db, KEPT);
    expect(after).toEqual(before);
  });

  test('in any place comes in whole or not at all, and never breaks the service', async () => {
    const owner = await aSignedIn(service, 'any@school.example');
    const { db } = service.services;
    const instead = fc.oneof(
      fc.constantFrom('null', '""', '-1', '[]', '{}', '"x"', 'true', '1e999', '', ','),
      fc.string(),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(old.length), fc.nat(40), instead, async (at, length, other) => {
        await db.deleteFrom('attempt').execute();
        const before = await db.selectFrom('plan').select('id').where('deleted_at', 'is', null).execute();
        const folders = await db.selectFrom('folder').select('id').execute();
        const answer = await bringInText(owner, old.slice(0, at) + other + old.slice(at + length));
        expect([303, 422]).toContain(answer.status);
        const plans = await db.selectFrom('plan').select('id').where('deleted_at', 'is', null).execute();
        const added = plans.length - before.length;
        if (answer.status === 422) {
          expect(added).toBe(0);
          expect(await db.selectFrom('folder').select('id').execute()).toHaveLength(folders.length);
        } else expect(added).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  }, 120_000);
});
