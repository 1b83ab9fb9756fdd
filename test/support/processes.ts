import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './source-files.ts';

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** What it reads on its standard input; without it, nothing. */
  readonly input?: string;
  /** The program and words before the file; by default the Node these tests run on, as `npm start` does it. */
  readonly launcher?: readonly string[];
}

const NODE = [process.execPath, '--import', 'tsx'];

function launch(
  file: string,
  words: readonly string[],
  { env = {}, input, launcher = NODE }: RunOptions,
): ChildProcess {
  const [program = 'node', ...rest] = launcher;
  const { PATH, HOME, TZ } = process.env;
  const child = spawn(program, [...rest, file, ...words], {
    cwd: ROOT,
    env: { PATH, HOME, TZ, ...env },
    stdio: [input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  child.stdin?.end(input);
  return child;
}

function collect(child: ChildProcess): { readonly printed: () => Ended; readonly ended: Promise<Ended> } {
  let [stdout, stderr] = ['', ''];
  child.stdout?.on('data', (part: Buffer) => (stdout += part.toString()));
  child.stderr?.on('data', (part: Buffer) => (stderr += part.toString()));
  const printed = () => ({ code: child.exitCode, stdout, stderr });
  return { printed, ended: new Promise((resolve) => child.once('close', () => resolve(printed()))) };
}

/** Runs one of our programs to its end; a process that goes on is ended after half a minute, with code null. */
export async function run(file: string, words: readonly string[], options: RunOptions = {}): Promise<Ended> {
  const child = launch(file, words, options);
  const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
  const { ended } = collect(child);
  try {
    return await ended;
  } finally {
    clearTimeout(late);
  }
}

/** Starts one of our programs, waits for the first thing it prints, and lets it go on until it is killed or told to end. */
export async function startErrand(
  file: string,
  options: RunOptions,
  words: readonly string[] = [],
): Promise<{ kill(signal?: NodeJS.Signals): Promise<Ended> }> {
  const child = launch(file, words, options);
  const { ended, printed } = collect(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once('data', () => resolve());
    child.once('close', () => reject(new Error(`it stopped: ${printed().stderr}`)));
  });
  return {
    kill: async (signal = 'SIGKILL') => {
      child.kill(signal);
      return ended;
    },
  };
}

export interface RunningService {
  readonly address: string;
  readonly printed: () => Ended;
  stop(signal?: NodeJS.Signals): Promise<Ended>;
}

/** Starts the service on a free port and waits until it has said where it is. */
export async function startService(env: Readonly<Record<string, string>>): Promise<RunningService> {
  const child = launch('src/main.ts', [], { env: { PORT: '0', TODAY: '2026-11-23', ...env } });
  const { printed, ended } = collect(child);
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on('data', () => printed().stdout.split('\n').length > 3 && resolve());
    child.once('close', () => reject(new Error(`it stopped: ${printed().stderr}`)));
  });
  return {
    address: /http:\S+/.exec(printed().stdout)?.[0] ?? '',
    printed,
    stop: async (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** An empty directory, gone again when the test is over. */
export function temporaryDirectory(): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'next-steps-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}
