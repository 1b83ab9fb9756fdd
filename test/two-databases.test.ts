import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '../src/db/open-database.ts';
import { getSchool } from '../src/db/schools.ts';
import { importListFile } from '../src/imports/commands.ts';
import { importSchools } from '../src/imports/import-schools.ts';
import { PATHS } from '../src/urls.ts';
import { PLAIN_PAGES, STATES } from './support/addresses.ts';
import { NOW } from './support/elsewhere.ts';
import { aDatabaseOn } from './support/postgres-databases.ts';
import { startPostgres } from './support/postgres-server.ts';
import { aPostgresDatabase } from './support/postgres.ts';
import { run, startService, temporaryDirectory } from './support/processes.ts';
import { EXTRACT, LATER } from './support/register.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* The whole service on PostgreSQL: the same pages as on SQLite, and any number of processes beside one another. */

let sqlite: TestApp;
let postgres: TestApp;
beforeAll(async () => {
  [sqlite, postgres] = await Promise.all([testApp(), testApp({ database: 'postgres' })]);
  for (const { services } of [sqlite, postgres]) await services.finder.whenReady();
}, 120_000);
afterAll(async () => {
  await sqlite.close();
  await postgres.close();
});

const ADDRESSES = [...new Set([...PLAIN_PAGES, ...STATES.keys(), PATHS.ready, `${PATHS.schoolSuggestions}?q=wigan`])];

test.each(ADDRESSES)('%s is the same, byte for byte, on both databases', async (path) => {
  const [ours, theirs] = await Promise.all([sqlite.get(path), postgres.get(path)]);
  expect(theirs.status).toBe(ours.status);
  expect(theirs.headers.get('etag')).toBe(ours.headers.get('etag'));
  expect(await theirs.text()).toBe(await ours.text());
});

test('what one process imports another notices', async () => {
  await using made = await aPostgresDatabase('shipped');
  const one = await testApp({ place: made.url });
  const other = await testApp({ place: made.url });
  await other.services.schools.whenReady();
  using directory = temporaryDirectory();
  const path = join(directory.path, 'rise.csv');
  writeFileSync(path, 'School URN\n143064\n');
  const { isOn } = other.services.schools.current().eligibility;
  expect(isOn('rise', 'urn', '143064', '2026-autumn')).toBe('not-held');

  await importListFile(one.services.db, { list: 'rise', vintage: '2026-autumn', path }, { now: LATER });
  await importSchools(one.services.db, [EXTRACT], { now: LATER });
  await other.services.schools.refresh();
  expect(other.services.schools.current().eligibility.isOn('rise', 'urn', '143064', '2026-autumn')).toBe('yes');
  expect(await getSchool(other.services.db, 100000)).toMatchObject({ pupils: 276 });
  await one.close();
  await other.close();
});

test('while PostgreSQL is down the service is not ready, and still shows what it knows', async () => {
  const server = await startPostgres();
  const made = await aDatabaseOn(server.url);
  const service = await testApp({ place: made.url });
  const statuses = async () =>
    Promise.all(
      ['/readyz', '/healthz', '/opportunities/ect-mentor'].map(async (path) => (await service.get(path)).status),
    );
  expect(await statuses()).toEqual([200, 200, 200]);
  await server.stop();
  expect(await statuses()).toEqual([503, 200, 200]);
  await service.close();
});

/** The words every running program was started with, where the system shows them. */
function commandLines(): string {
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return processes.map(commandLine).join('\n');
}

function commandLine(id: string): string {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

test('eight processes that start on an empty database all start, load it once, and show nobody the password', async () => {
  await using made = await aPostgresDatabase('nothing');
  using data = temporaryDirectory();
  const env = { DATA_DIR: data.path, DATABASE_URL: made.url };
  const services = await Promise.all(Array.from({ length: 8 }, () => startService(env)));
  const { password, host, pathname } = new URL(made.url);
  if (process.platform === 'linux') {
    expect(commandLines()).toContain('load-shipped');
    expect(commandLines()).not.toContain(password);
  }
  expect(services[0]?.printed().stdout).toContain(`Database       PostgreSQL at ${host}${pathname}\n`);
  for (const { address } of services) {
    const page = async () => (await (await fetch(`${address}/schools/143064`)).text()).includes('Evelyn Street');
    await expect.poll(page, { timeout: 120_000, interval: 500 }).toBe(true);
  }
  const db = await openDatabase(made.url, NOW);
  const versions = await db.selectFrom('item_version').select('version').distinct().execute();
  expect(versions).toEqual([{ version: 1 }]);
  expect(await db.selectFrom('import_run').select('kind').execute()).toEqual([{ kind: 'shipped' }]);
  await db.destroy();
  const ended = await Promise.all(services.map((service) => service.stop()));
  expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(services.map(() => ({ code: 0, stderr: '' })));
}, 180_000);

test('a command works on an empty PostgreSQL', async () => {
  await using made = await aPostgresDatabase('nothing');
  using data = temporaryDirectory();
  const { stdout, stderr, code } = await run('src/cli.ts', ['hub', '--urn', '143064', '--json'], {
    env: { DATA_DIR: data.path, DATABASE_URL: made.url },
  });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(JSON.parse(stdout)).toMatchObject({ area: 'NW2', hub: 'Generate Teaching Hub' });
});

test('a PostgreSQL that is down, or an address that is none, is one line without the password', async () => {
  const start = (DATABASE_URL: string) => run('src/main.ts', [], { env: { PORT: '0', DATABASE_URL } });
  const down = await start('postgres://someone:a-secret@127.0.0.1:1/next_steps');
  expect(down).toEqual({
    code: 1,
    stdout: '',
    stderr:
      'Next Steps cannot start: PostgreSQL at 127.0.0.1:1/next_steps: nothing listens: start it there, or correct DATABASE_URL\n',
  });
  for (const wrong of ['mysql://someone:a-secret@db/x', 'postgres://someone:a-secret@db', 'postgres://a-secret@:x/y']) {
    const ended = await start(wrong);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toBe(
      'Next Steps cannot start: wrong settings: DATABASE_URL: an address on PostgreSQL is written postgres://user:password@host:5432/database\n',
    );
  }
});
