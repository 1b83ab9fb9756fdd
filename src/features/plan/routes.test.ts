import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor } from '../../../test/support/plan-visitor.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { getFolder } from '../../db/folders.ts';
import { findVersions } from '../../db/plans.ts';
import { keyHash } from '../../http/private-link.ts';

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

describe('a plan', () => {
  test('is started from a step with one press, and shows the link to keep', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const page = await visitor.get('?new');
    expect(page.headings(1)).toEqual(['My next steps']);
    expect(page.text).toContain('Saved at 09:00.');
    expect(page.text).toContain('Keep this link');
    expect(page.links('Mentor an early career teacher')[0]?.href).toBe(`${visitor.path}/steps/s1`);
  });

  test('keeps no key: only its hash is in the database, and no link in a page that others see', async () => {
    const visitor = await aVisitor(service);
    const key = visitor.folder.replace('/plans/', '');
    expect(await getFolder(service.services.db, { keyHash: keyHash(key) })).toBeDefined();
    expect(await getFolder(service.services.db, { keyHash: key })).toBeUndefined();
  });

  test('is kept by nobody on the way, and found by no search engine', async () => {
    const visitor = await aVisitor(service);
    const { headers } = await service.get(visitor.path);
    expect(headers.get('Cache-Control')).toBe('private, no-store');
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(headers.get('Referrer-Policy')).toBe('no-referrer');
  });

  test('moves a step later and earlier by one press, says so, and undoes it', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
    const later = await visitor.save('', { act: 'later', step: 's1' });
    expect(later.text).toContain('Moved “Plan and try one change from your NPQ” to Spring 1 of 2027.');
    expect(later.byRole('button', 'Undo')).toHaveLength(1);
    const undone = await visitor.save('', { act: 'undo' });
    expect(undone.text).toContain('Undid: Moved “Plan and try one change from your NPQ” to Spring 1 of 2027.');
    expect(undone.section('s1')).toContain('Autumn 2 of 2026');
    const again = await visitor.save('', { act: 'undo' });
    expect(again.text).toContain('Did again: Moved “Plan and try one change');
    expect(again.section('s1')).toContain('Spring 1 of 2027');
  });

  test('does not move a step out of its timetable, and says how it could', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
    const answer = await visitor.send('', { act: 'earlier', step: 's1' });
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).text).toContain('Your timetable begins there.');
  });

  test('has two places beside the timetable', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const put = await visitor.save('', { act: 'some-day', step: 's1' });
    expect(put.section('some-day')).toContain('Mentor an early career teacher');
    const have = await visitor.save('', { act: 'already-have', step: 's1' });
    expect(have.section('already-have')).toContain('Mentor an early career teacher');
    const back = await visitor.save('', { act: 'plan', step: 's1' });
    expect(back.section('s1')).toContain('Autumn 2 of 2026');
  });

  test('brings a removed step back whole', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const before = await visitor.get();
    const gone = await visitor.save('', { act: 'remove', step: 's1' });
    expect(gone.text).toContain('Removed “Mentor an early career teacher”.');
    expect(gone.links('Mentor an early career teacher')).toEqual([]);
    const back = await visitor.save('', { act: 'undo' });
    expect(back.section('s1')).toBe(before.section('s1'));
  });

  test.for([
    [{ act: 'fly', step: 's1' }, 'That is nothing a plan can do'],
    [{ act: 'move', step: 's1', to: '2027-winter-1' }, 'There is no such half term'],
    [{ act: 'move', step: 's1', to: '2031-autumn-1' }, 'Your timetable ends there'],
    [{ act: 'later', step: 's99' }, 'not in this plan'],
    [{ act: 'remove', step: '../../x' }, 'not in this plan'],
  ] as const)('refuses %j in words and changes nothing', async ([fields, words]) => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const version = await visitor.version();
    const answer = await visitor.send('', fields);
    expect(answer.status).toBe(422);
    expect((await pageOf(answer)).text).toContain(words);
    expect(await visitor.version()).toBe(version);
  });
});

describe('who saves second', () => {
  test('is told, is shown both changes, and can make theirs as well', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
    const seen = await visitor.version();
    await visitor.save('', { act: 'later', step: 's1' });
    const second = await service.post(visitor.path, { version: seen, act: 'some-day', step: 's1' });
    expect(second.status).toBe(409);
    const page = await pageOf(second);
    expect(page.headings(1)).toEqual(['Your plan was changed somewhere else']);
    expect(page.text).toContain('Moved “Plan and try one change from your NPQ” to Spring 1 of 2027.');
    expect(page.text).toContain('Put off “Plan and try one change from your NPQ” to some day.');
    expect((await visitor.get()).section('s1')).toContain('Spring 1 of 2027');
    const [, , fields] = [page, seen, fieldsOf(page)];
    const made = await service.post(visitor.path, fields);
    expect(made.status).toBe(303);
    expect((await visitor.get()).section('some-day')).toContain('Plan and try one change');
  });

  test('two at the very same moment: one is saved, one is told', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
    const version = await visitor.version();
    const answers = await Promise.all(
      ['later', 'some-day'].map(async (act) => service.post(visitor.path, { version, act, step: 's1' })),
    );
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([303, 409]);
    expect(await visitor.version()).toBe('2');
  });
});

function fieldsOf(page: Awaited<ReturnType<typeof pageOf>>): Record<string, string> {
  return Object.fromEntries(
    page
      .elements('input')
      .map((input) => Object.fromEntries(input.attrs.map(({ name, value }) => [name, value])))
      .filter((attributes) => attributes['type'] === 'hidden')
      .map((attributes) => [attributes['name'] ?? '', attributes['value'] ?? '']),
  );
}

describe('the private link', () => {
  test.for(['/plans/x', '/plans/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA', '/plans/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/1'])(
    '%s opens nothing, and says so',
    async (path) => {
      const answer = await service.get(path);
      expect(answer.status).toBe(404);
      expect((await pageOf(answer)).headings(1)).toEqual(['This link opens no plan']);
    },
  );

  test('of somebody else does not open this plan under its number', async () => {
    const [mine, theirs] = [await aVisitor(service, ANSWERED, 'ect-mentor'), await aVisitor(service)];
    const answer = await service.get(`${theirs.folder}/2`);
    expect(answer.status).toBe(404);
    expect(mine.folder).not.toBe(theirs.folder);
  });

  test('stands in no line of the log', async () => {
    const lines: string[] = [];
    const logged = await testApp({ log: (entry) => lines.push(JSON.stringify(entry)) });
    try {
      const visitor = await aVisitor(logged, ANSWERED, 'ect-mentor');
      await visitor.save('', { act: 'later', step: 's1' });
      await logged.get(`${visitor.folder}x`);
      const key = visitor.folder.replace('/plans/', '');
      expect(lines.length).toBeGreaterThan(4);
      expect(lines.filter((line) => line.includes(key.slice(0, 12)))).toEqual([]);
    } finally {
      await logged.close();
    }
  });

  test('a change that another site asks for is refused', async () => {
    const visitor = await aVisitor(service, ANSWERED, 'ect-mentor');
    const version = await visitor.version();
    const fields = { version, act: 'remove', step: 's1' };
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { 'Sec-Fetch-Site': 'cross-site', Origin: 'null' },
    ])
      expect((await service.post(visitor.path, fields, headers)).status).toBe(403);
    const old = await service.app.request(visitor.path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: 'https://elsewhere.example' },
    });
    expect(old.status).toBe(403);
    expect(await visitor.version()).toBe(version);
  });
});

test('every change is a version of its own, in order, and none is lost', async () => {
  const visitor = await aVisitor(service, ANSWERED, 'plan-and-try-one-change');
  for (const act of ['later', 'later', 'earlier']) await visitor.save('', { act, step: 's1' });
  const folder = await getFolder(service.services.db, { keyHash: keyHash(visitor.folder.replace('/plans/', '')) });
  const row = await service.services.db
    .selectFrom('plan')
    .select('id')
    .where('folder_id', '=', folder?.id ?? '')
    .executeTakeFirstOrThrow();
  const versions = await findVersions(service.services.db, row.id, { before: 99, atMost: 99 });
  expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
  expect(versions.at(-1)?.said).toBe('Started the plan.');
});

test('nothing is offered or kept that could not be read back: a timetable past the last year that is held', async () => {
  const visitor = await aVisitor(service);
  await visitor.save('/settings', { title: 'Far', hours: '2', first: '2035-summer-1', 'half-terms': '30' });
  const answer = await visitor.send('/goals', { text: 'Something', by: '2040-spring-2' });
  expect(answer.status).toBe(422);
  expect((await visitor.get()).headings(1)).toEqual(['Far']);
  const goals = await visitor.get('/goals');
  expect(goals.elements('option').some(({ attrs }) => attrs.some(({ value }) => value.startsWith('2036')))).toBe(false);
});

test.for([
  '/plans//KEY/1',
  '//plans/KEY/1',
  '/plans%2fKEY/1',
  '/Plans/KEY/1',
  '/x/plans/KEY/1',
  '/KEY',
  '/calendars/KEY.ics',
])('a key in a mistyped address such as %s stands in no line of the log', async (address) => {
  const lines: string[] = [];
  const logged = await testApp({ log: (entry) => lines.push(JSON.stringify(entry)) });
  try {
    const key = (await aVisitor(logged)).folder.replace('/plans/', '');
    await logged.app.request(`http://localhost${address.replace('KEY', key)}`);
    expect(lines.filter((line) => line.includes(key))).toEqual([]);
  } finally {
    await logged.close();
  }
});
