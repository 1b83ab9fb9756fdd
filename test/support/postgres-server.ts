import { spawn } from 'node:child_process';
import { join } from 'node:path';

export interface PostgresServer extends AsyncDisposable {
  /** The address of a database that any test may connect to in order to make another. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Starts a real PostgreSQL, from npm's binaries, that lives no longer than this process. Rejects with the reason where
 * there is none for this machine. `durable`: what is committed survives a kill.
 */
export async function startPostgres({ durable = false } = {}): Promise<PostgresServer> {
  const keeper = spawn(process.execPath, [join(import.meta.dirname, 'postgres-keeper.ts'), durable ? 'durable' : ''], {
    stdio: ['pipe', 'pipe', 'pipe'],
    // A stop from the keyboard is for us: the keeper goes when we do.
    detached: true,
  });
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  let [said, complaint] = ['', ''];
  keeper.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  const url = await new Promise<string>((resolve, reject) => {
    keeper.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      if (said.endsWith('\n')) resolve(said.trimEnd());
    });
    keeper.once('error', reject);
    void ended.then(() => reject(new Error(complaint.trimEnd())));
  });
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  return { url, stop, [Symbol.asyncDispose]: stop };
}
