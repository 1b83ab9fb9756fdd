import { Worker } from 'node:worker_threads';
import { TypesettingError } from './typst-compiler.ts';
import type { TypesettingAnswer, TypesettingJob } from './typst-worker.ts';

export interface Typesetter {
  pdf(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>>;
}

/** So many documents wait already that another would only keep everybody waiting. */
export class TypesetterBusy extends Error {
  override readonly name = 'TypesetterBusy';
}

/** At about a tenth of a second each, nobody waits longer than a second or two. */
const MOST_WAITING = 16;

interface Waiting {
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Sets documents in a worker thread: a briefing takes about a tenth of a second, and no page should wait that long for
 * it. The worker starts with the first document and never keeps the process alive by itself.
 */
export function openTypesetter(): Typesetter {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let last = 0;

  function start(): Worker {
    // Node runs the worker's own .ts files; the loader of the main thread is not needed there.
    const started = new Worker(new URL('./typst-worker.ts', import.meta.url), { execArgv: [] });
    started.on('message', (answer: TypesettingAnswer) => {
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('pdf' in answer) one?.resolve(answer.pdf);
      else one?.reject(new TypesettingError(answer.error));
      if (waiting.size === 0) started.unref();
    });
    const fail = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('error', fail);
    started.on('exit', (code) => fail(new TypesettingError(`the typesetter stopped with ${code}`)));
    return started;
  }

  return {
    pdf: (template, data) =>
      new Promise((resolve, reject) => {
        if (waiting.size >= MOST_WAITING) throw new TypesetterBusy(`${waiting.size} documents wait to be set`);
        worker ??= start();
        worker.ref();
        last += 1;
        waiting.set(last, { resolve, reject });
        // A worker's port has no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage({ id: last, template, data } satisfies TypesettingJob);
      }),
  };
}
