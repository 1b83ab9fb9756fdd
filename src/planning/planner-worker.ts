import { parentPort } from 'node:worker_threads';
import loadHighs, { type Highs } from 'highs';
import type { PathwayAnswer, PathwayInstance } from '../domain/pathway/pathway.ts';
import { solvePathway, type Progress } from './solve-pathway.ts';

/** One instance to solve; `id` comes back with everything that is said of it. */
export interface PlannerJob {
  readonly id: number;
  readonly instance: PathwayInstance;
}

export type PlannerMessage =
  /** The solver is there, and the question's time begins. */
  | { readonly id: number; readonly begun: true }
  | { readonly id: number; readonly progress: Progress }
  | { readonly id: number; readonly answer: PathwayAnswer; readonly ms: number }
  | { readonly id: number; readonly error: string };

/** The package's types speak of its CommonJS build, whose default stands one level deeper than that of the module that runs. */
const load = loadHighs as unknown as typeof loadHighs.default;

let highs: Promise<Highs> | undefined;

async function solve({ id, instance }: PlannerJob): Promise<PlannerMessage> {
  highs ??= load();
  const solver = await highs;
  say({ id, begun: true });
  const start = performance.now();
  const answer = solvePathway(solver, instance, (progress) => say({ id, progress }));
  return { id, answer, ms: Math.round(performance.now() - start) };
}

function say(message: PlannerMessage): void {
  // A worker's port has no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  parentPort?.postMessage(message);
}

parentPort?.on('message', (job: PlannerJob) => {
  solve(job).then(say, (error: unknown) =>
    say({ id: job.id, error: error instanceof Error ? error.message : 'unknown' }),
  );
});
