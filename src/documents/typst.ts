import { Worker } from 'node:worker_threads';
import { TypesettingError } from './typst-compiler.ts';
import type { TypesettingAnswer, TypesettingJob } from './typst-worker.ts';

export interface Typesetter {
  pdf(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>>;
}

/** So many documents wait already, or this one takes so long, that another would only keep everybody waiting. */
export class TypesetterBusy extends Error {
  override readonly name = 'TypesetterBusy';
}

/** At about a tenth of a second each, nobody waits longer than a second or two. */
const MOST_WAITING = 16;
/** The longest plan takes a few seconds on a busy machine; what takes longer was written to take long. */
const LONGEST_MS = 20_000;

interface Waiting {
  readonly job: TypesettingJob;
  readonly resolve: (pdf: Uint8Array<ArrayBuffer>) => void;
  readonly reject: (error: Error) => void;
}

/**
 * Sets documents in a worker thread: a briefing takes about a tenth of a second, and no page should wait that long for
 * it. The worker starts with the first document and never keeps the process alive by itself. A document that is asked
 * for again while it waits is set once for all who asked: nobody fills the queue with one plan.
 */
export function openTypesetter({ longestMs = LONGEST_MS }: { readonly longestMs?: number } = {}): Typesetter {
  // In the order they are set: the first is under way.
  const waiting = new Map<number, Waiting>();
  const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  let worker: Worker | undefined;
  let limit: NodeJS.Timeout | undefined;
  let last = 0;

  function start(): Worker {
    // Node runs the worker's own .ts files; the loader of the main thread is not needed there.
    const started = new Worker(new URL('./typst-worker.ts', import.meta.url), { execArgv: [] });
    started.on('message', (answer: TypesettingAnswer) => {
      if (worker !== started) return;
      const one = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('pdf' in answer) one?.resolve(answer.pdf);
      else one?.reject(new TypesettingError(answer.error));
      limitFirst();
      if (waiting.size === 0) started.unref();
    });
    const fail = (error: Error) => {
      if (worker !== started) return;
      worker = undefined;
      clearTimeout(limit);
      for (const { reject } of waiting.values()) reject(error);
      waiting.clear();
    };
    started.on('error', fail);
    started.on('exit', (code) => fail(new TypesettingError(`the typesetter stopped with ${code}`)));
    return started;
  }

  function limitFirst(): void {
    clearTimeout(limit);
    if (waiting.size > 0) limit = setTimeout(giveUpFirst, longestMs).unref();
  }

  /** Leaves the one that takes too long, and its worker with it; those behind it go on in another. */
  function giveUpFirst(): void {
    const [first] = waiting;
    if (!first) return;
    const left = worker;
    worker = undefined;
    waiting.delete(first[0]);
    first[1].reject(new TypesetterBusy('a document takes too long to be set'));
    void left?.terminate();
    for (const { job } of waiting.values()) send(job);
    limitFirst();
  }

  function send(job: TypesettingJob): void {
    worker ??= start();
    worker.ref();
    // A worker's port has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    worker.postMessage(job);
  }

  function set(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      if (waiting.size >= MOST_WAITING) throw new TypesetterBusy(`${waiting.size} documents wait to be set`);
      last += 1;
      const job = { id: last, template, data };
      waiting.set(last, { job, resolve, reject });
      send(job);
      if (waiting.size === 1) limitFirst();
    });
  }

  return {
    pdf: (template, data) => {
      const same = `${template}\n${JSON.stringify(data)}`;
      const begun = underWay.get(same);
      if (begun) return begun;
      const made = set(template, data).finally(() => underWay.delete(same));
      underWay.set(same, made);
      return made;
    },
  };
}
