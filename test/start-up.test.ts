import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { requireNode } from '../src/node-version.ts';
import { run, startService, temporaryDirectory, type Ended, type RunOptions } from './support/processes.ts';

/*
 * Real processes: whatever stops the service from starting is one clear line on standard error and a non-zero exit,
 * never a stack trace.
 */

const start = (env: Readonly<Record<string, string>>, options: RunOptions = {}) =>
  run('src/main.ts', [], { ...options, env: { PORT: '0', TODAY: '2026-11-23', ...env } });

function expectOneLine(ended: Ended, line: RegExp): void {
  expect(ended.stderr).toMatch(line);
  expect(ended.stderr.trimEnd().split('\n')).toHaveLength(1);
  expect(ended.stdout).toBe('');
  expect(ended.code).toBe(1);
}

test('it says in three lines where it is, where its data is and which hub it is for, and stops when asked to', async () => {
  using data = temporaryDirectory();
  const service = await startService({ DATA_DIR: data.path });
  const lines = service.printed().stdout.trimEnd().split('\n');
  expect(lines).toEqual([
    expect.stringMatching(/^Next Steps +http:\/\/127\.0\.0\.1:\d+$/),
    `Data directory ${data.path}`,
    expect.stringMatching(/^Hub +Generate Teaching Hub \(generate\)$/),
  ]);
  expect((await fetch(service.address)).status).toBe(200);
  const ended = await service.stop();
  expect(ended).toMatchObject({ code: 0, stderr: '' });
});

test('a second start on the same data directory finds what the first left, and the command line works beside it', async () => {
  using data = temporaryDirectory();
  const first = await startService({ DATA_DIR: data.path });
  await first.stop('SIGINT');
  const service = await startService({ DATA_DIR: data.path });
  const [facts, again] = await Promise.all([
    run('src/cli.ts', ['facts', '--json'], { env: { DATA_DIR: data.path } }),
    fetch(`${service.address}/facts`),
  ]);
  expect(facts.code).toBe(0);
  expect(JSON.parse(facts.stdout)).not.toHaveLength(0);
  expect(again.status).toBe(200);
  await service.stop();
});

test('requests under way are answered before it stops', async () => {
  using data = temporaryDirectory();
  const service = await startService({ DATA_DIR: data.path });
  const pages = Array.from({ length: 10 }, () => fetch(`${service.address}/results?v=1&role=class-teacher`));
  await fetch(`${service.address}/healthz`);
  const [answers, ended] = await Promise.all([Promise.all(pages), service.stop()]);
  expect(answers.map((answer) => answer.status)).toEqual(Array.from({ length: 10 }, () => 200));
  expect(ended.code).toBe(0);
});

test('a port in use', async () => {
  using data = temporaryDirectory();
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address ? String(address.port) : '';
  expectOneLine(await start({ DATA_DIR: data.path, PORT: port }), new RegExp(`cannot start: port ${port} is in use`));
  other.close();
});

test('a host that is no address of this machine', async () => {
  using data = temporaryDirectory();
  expectOneLine(
    await start({ DATA_DIR: data.path, HOST: '203.0.113.7' }),
    /HOST 203\.0\.113\.7 is no address of this machine/,
  );
});

test('wrong variables, all of them in one line', async () => {
  const ended = await start({ PORT: '70000', TODAY: '2026-02-30', HUB: 'No Hub', BASE_URL: 'ftp://x' });
  expectOneLine(ended, /wrong settings: .*PORT.*BASE_URL.*HUB.*TODAY/);
});

test('a day pretended in production', async () => {
  expectOneLine(await start({ NODE_ENV: 'production' }), /TODAY: the day cannot be pretended in production/);
});

test('a hub nobody has written content for', async () => {
  using data = temporaryDirectory();
  expectOneLine(
    await start({ DATA_DIR: data.path, HUB: 'nowhere' }),
    /cannot start: content is wrong .*there is no such hub/,
  );
});

test('a data directory that is a file', async () => {
  using data = temporaryDirectory();
  const path = join(data.path, 'a-file');
  writeFileSync(path, '');
  expectOneLine(await start({ DATA_DIR: path }), /the data directory is a file/);
});

test('a data directory that cannot be written', async (context) => {
  using data = temporaryDirectory();
  // Root may write anywhere but into the kernel's own tree.
  const path = process.getuid?.() === 0 ? '/sys/next-steps' : join(data.path, 'closed', 'inside');
  if (process.getuid?.() === 0 && !existsSync('/sys/kernel'))
    return context.skip('root, and no tree that even root may not write');
  mkdirSync(join(data.path, 'closed'));
  chmodSync(join(data.path, 'closed'), 0o555);
  return expectOneLine(await start({ DATA_DIR: path }), /the data directory cannot be written: set DATA_DIR/);
});

test('a full disk', async (context) => {
  using data = temporaryDirectory();
  const apart = ['unshare', '-m', ...(process.getuid?.() === 0 ? [] : ['-Ur']), 'sh', '-c'];
  const small = 'mount -t tmpfs -o size=300k none "$DATA_DIR"';
  const possible =
    spawnSync('unshare', [...apart.slice(1), small], { env: { ...process.env, DATA_DIR: data.path } }).status === 0;
  if (!possible) return context.skip('this machine lets nobody make a small disk to fill');
  const launcher = [...apart, `${small} && exec "$0" "$@"`, process.execPath, '--import', 'tsx'];
  return expectOneLine(await start({ DATA_DIR: data.path }, { launcher }), /the disk is full: free some space/);
});

test('a file that is no database', async () => {
  using data = temporaryDirectory();
  writeFileSync(join(data.path, 'next-steps.db'), 'These are words and no database. '.repeat(200));
  expectOneLine(await start({ DATA_DIR: data.path }), /the file is not a database/);
});

test('a damaged database', async () => {
  using data = temporaryDirectory();
  const path = join(data.path, 'next-steps.db');
  await run('src/cli.ts', ['facts', '--json'], { env: { DATA_DIR: data.path } });
  const bytes = readFileSync(path);
  expect(bytes.length).toBeGreaterThan(100_000);
  writeFileSync(path, bytes.fill(0x5a, 4096));
  expectOneLine(await start({ DATA_DIR: data.path }), /the database file is damaged: restore it from a backup/);
});

test('a database that a newer version was at', async () => {
  using data = temporaryDirectory();
  await run('src/cli.ts', ['facts', '--json'], { env: { DATA_DIR: data.path } });
  const database = new DatabaseSync(join(data.path, 'next-steps.db'));
  database.exec(
    `insert into migration (number, name, applied_at) values (9999, '9999_later.sql', '2030-01-01T00:00:00.000Z')`,
  );
  database.close();
  expectOneLine(await start({ DATA_DIR: data.path }), /last used by a newer version of Next Steps \(migration 9999\)/);
});

test('a Node too old is told what to do', () => {
  expect(() => requireNode('20.20.2')).toThrow(/needs Node 26 or newer and this is 20\.20\.2: run "npm ci"/);
  expect(() => requireNode('26.0.0')).not.toThrow();
});

test('a Node too old, where the system has one', async (context) => {
  const old = ['/usr/bin/node', '/usr/local/bin/node'].find((path) => existsSync(path) && majorOf(path) < 26);
  if (old === undefined) return context.skip('no old Node on this machine');
  const launcher = [old, '--import', 'tsx'];
  expectOneLine(await start({}, { launcher }), /needs Node 26 or newer/);
  const command = await run('src/cli.ts', ['check-content'], { launcher });
  expect(command.stderr).toMatch(/^Next Steps needs Node 26 or newer.*\n$/);
  return expect(command.code).not.toBe(0);
});

function majorOf(node: string): number {
  return Number(execFileSync(node, ['-p', 'parseInt(process.versions.node)']).toString());
}
