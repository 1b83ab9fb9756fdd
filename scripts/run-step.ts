import { spawn } from 'node:child_process';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..');

export interface StepResult {
  readonly ok: boolean;
  readonly seconds: number;
  /** What it printed, where it was kept back. */
  readonly output: string;
}

export interface StepOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Keep back what it prints, to show only if it fails. */
  readonly quiet?: boolean;
}

/** Runs one program from the project's root to its end; a program that is not there is a failed step, not a crash. */
export function runStep(
  program: string,
  words: readonly string[],
  { env = {}, quiet = false }: StepOptions = {},
): Promise<StepResult> {
  const start = performance.now();
  const own = { ...process.env, ...env, PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH'] ?? ''}` };
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      cwd: ROOT,
      env: own,
      stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    });
    let output = '';
    child.stdout?.on('data', (part: Buffer) => (output += part.toString()));
    child.stderr?.on('data', (part: Buffer) => (output += part.toString()));
    const end = (ok: boolean) => resolve({ ok, seconds: (performance.now() - start) / 1000, output });
    child.once('error', (error) => {
      output += `${program}: ${error.message}\n`;
      end(false);
    });
    child.once('close', (code) => end(code === 0));
  });
}
