import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+/;

/** A service as a person starts it, on a free port. */
export interface Started {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the service on a data directory, with its day held, and waits until it can be opened. */
export async function startServiceIn(directory: string, today: string): Promise<Started> {
  const service = spawn('node', ['--import', 'tsx', 'src/main.ts'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: '0',
      HOST: '127.0.0.1',
      DATA_DIR: directory,
      TODAY: today,
      BASE_URL: '',
      HUB: '',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => service.once('close', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    let printed = '';
    service.stdout.on('data', (part: Buffer) => {
      printed += part.toString();
      const address = ADDRESS.exec(printed);
      if (address) resolve(address[0]);
    });
    service.once('close', () => reject(new Error('the service stopped before it gave its address')));
  });
  return {
    url,
    stop: async () => {
      service.kill('SIGTERM');
      await ended;
    },
  };
}

/** Starts the one service most journeys share, on an empty data directory, and stops it at the end. */
export default async function startService(): Promise<() => Promise<void>> {
  const directory = mkdtempSync(join(tmpdir(), 'next-steps-journeys-'));
  const service = await startServiceIn(directory, '2026-11-23');
  process.env['SERVICE_URL'] = service.url;
  return async () => {
    await service.stop();
    rmSync(directory, { recursive: true, force: true });
  };
}
