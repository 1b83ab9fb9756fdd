import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface PostgresServer extends AsyncDisposable {
  /** The address of a database that any test may connect to in order to make another. */
  readonly url: string;
  /** Kills every process of the server at once with SIGKILL and starts it again on the files it left. */
  crash(): Promise<void>;
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
  let complaint = '';
  keeper.stderr.on('data', (part: Buffer) => (complaint += part.toString()));
  keeper.once('error', ({ message }) => (complaint += message));
  const ended = new Promise<void>((resolve) => keeper.once('close', () => resolve()));
  const lines = createInterface({ input: keeper.stdout })[Symbol.asyncIterator]();
  /** Its address, said whenever the server accepts connections. */
  const address = async (): Promise<string> => {
    const line = await lines.next();
    if (line.done !== true) return line.value;
    await ended;
    throw new Error(complaint.trimEnd());
  };
  const url = await address();
  const stop = async () => {
    keeper.stdin.end();
    await ended;
  };
  return {
    url,
    crash: async () => {
      keeper.stdin.write('crash\n');
      await address();
    },
    stop,
    [Symbol.asyncDispose]: stop,
  };
}
