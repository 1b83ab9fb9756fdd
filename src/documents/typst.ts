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
  const queue = new Queue(longestMs);
  const underWay = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    pdf: (template, data) => {
      const same = `${template}\n${JSON.stringify(data)}`;
      const begun = underWay.get(same);
      if (begun) return begun;
      const made = queue.set(template, data).finally(() => underWay.delete(same));
      underWay.set(same, made);
      return made;
    },
  };
}

/** Documents on their way through one worker, in the order they were asked for: the first is under way. */
class Queue {
  readonly #longestMs: number;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | undefined;
  #limit: NodeJS.Timeout | undefined;
  #last = 0;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  set(template: string, data: unknown): Promise<Uint8Array<ArrayBuffer>> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.size >= MOST_WAITING)
        throw new TypesetterBusy(`${this.#waiting.size} documents wait to be set`);
      const id = (this.#last += 1);
      const job = { id, template, data };
      this.#waiting.set(id, { job, resolve, reject });
      this.#send(job);
      if (this.#waiting.size === 1) this.#limitFirst();
    });
  }

  #send(job: TypesettingJob): void {
    this.#worker ??= this.#start();
    this.#worker.ref();
    // A worker's port has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(job);
  }

  #start(): Worker {
    // Node runs the worker's own .ts files; the loader of the main thread is not needed there.
    const started = new Worker(new URL('./typst-worker.ts', import.meta.url), { execArgv: [] });
    // One that was left behind can still answer, or end: nobody waits for that.
    const current =
      <T>(then: (given: T) => void) =>
      (given: T) =>
        this.#worker === started && then(given);
    started.on(
      'message',
      current((answer: TypesettingAnswer) => this.#answered(answer)),
    );
    started.on(
      'error',
      current((error: Error) => this.#fail(error)),
    );
    started.on(
      'exit',
      current((code: number) => this.#fail(new TypesettingError(`the typesetter stopped with ${code}`))),
    );
    return started;
  }

  #answered(answer: TypesettingAnswer): void {
    const one = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if ('pdf' in answer) one?.resolve(answer.pdf);
    else one?.reject(new TypesettingError(answer.error));
    this.#limitFirst();
    if (this.#waiting.size === 0) this.#worker?.unref();
  }

  #fail(error: Error): void {
    this.#worker = undefined;
    clearTimeout(this.#limit);
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  #limitFirst(): void {
    clearTimeout(this.#limit);
    if (this.#waiting.size > 0) this.#limit = setTimeout(() => this.#giveUpFirst(), this.#longestMs).unref();
  }

  /** Leaves the one that takes too long, and its worker with it; those behind it go on in another. */
  #giveUpFirst(): void {
    const [first] = this.#waiting;
    if (!first) return;
    const left = this.#worker;
    this.#worker = undefined;
    this.#waiting.delete(first[0]);
    first[1].reject(new TypesetterBusy('a document takes too long to be set'));
    void left?.terminate();
    for (const { job } of this.#waiting.values()) this.#send(job);
    this.#limitFirst();
  }
}
