import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '..');
const START_WITHIN_MS = 30_000;

export interface Server {
  readonly url: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to its first page. */
  readonly firstPage: number;
  stop(): Promise<void>;
}

export const TODAY = '2026-11-23';

/** A new directory, gone when the bench is. */
export function temporaryDirectory(): string {
  const directory = mkdtempSync(join(tmpdir(), 'next-steps-bench-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

/** Ours, as `npm start` starts it; on PostgreSQL where `databaseUrl` says so. */
export async function startOurs(dataDir: string, databaseUrl = ''): Promise<Server> {
  const port = await freePort();
  const own = { PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: databaseUrl, TODAY, NODE_ENV: 'development' };
  const env = { ...process.env, ...own };
  return started(
    spawn('npm', ['start'], { cwd: ROOT, env, stdio: ['ignore', 'ignore', 'inherit'], detached: true }),
    port,
    '/',
  );
}

/** `development` is how `npm run dev` runs a prototype: templates are read again for each page. */
export type KitMode = 'production' | 'development';

/** A prototype laid out as the kit's own starter does it. It judges nothing and reads its data once: it only shows. */
export async function startKit(view: unknown, mode: KitMode): Promise<Server> {
  const port = await freePort();
  const project = temporaryDirectory();
  cpSync(join(ROOT, 'bench/kit/app'), join(project, 'app'), { recursive: true });
  mkdirSync(join(project, 'app/data'), { recursive: true });
  writeFileSync(join(project, 'app/data/view.json'), JSON.stringify(view));
  writeFileSync(join(project, 'package.json'), JSON.stringify(KIT_PROJECT));
  symlinkSync(join(ROOT, 'bench/node_modules'), join(project, 'node_modules'));
  const env = { ...process.env, PORT: String(port), NODE_ENV: mode, USE_HTTPS: 'false', USE_AUTH: 'false' };
  const main = join(ROOT, 'bench/node_modules/govuk-prototype-kit/listen-on-port.js');
  const child = spawn(process.execPath, [main], { cwd: project, env, stdio: 'ignore', detached: true });
  return started(child, port, '/results');
}

const KIT_PROJECT = {
  name: 'kit',
  private: true,
  dependencies: { 'govuk-frontend': '6.6.0', 'govuk-prototype-kit': '13.20.3' },
};

async function started(child: ChildProcess, port: number, path: string): Promise<Server> {
  const start = performance.now();
  const url = `http://127.0.0.1:${port}`;
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await answers(`${url}${path}`))) {
    const late = performance.now() - start > START_WITHIN_MS;
    if (late || child.exitCode !== null) throw new Error(`nothing answers at ${url}`);
    await wait(10);
  }
  const firstPage = performance.now() - start;
  const { pid = 0 } = child;
  return {
    url,
    pid,
    firstPage,
    stop: async () => {
      // npm and what it started are one group.
      process.kill(-pid, 'SIGTERM');
      await exited;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url);
    await response.arrayBuffer();
    if (response.status >= 500) throw new Error(`${url} answered ${response.status}`);
    return response.ok;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
