import { createHash } from 'node:crypto';
import { Worker } from 'node:worker_threads';
import type { PathwayAnswer, PathwayInstance } from '../domain/pathway/pathway.ts';
import type { PlannerJob, PlannerMessage } from './planner-worker.ts';
import type { Progress } from './solve-pathway.ts';

/** An answer with the milliseconds it took once its turn had come. */
export type Solved = PathwayAnswer & { readonly ms: number };

/** One question in the planner's hands. */
export interface PlannerAsked {
  /** The best plan found so far; `undefined` while none is. */
  best(): Progress | undefined;
  /** The proved answer. Rejects with PlannerBusy, PlannerLimit, or where the solver broke. */
  readonly done: Promise<Solved>;
}

export interface Planner {
  /**
   * Takes an instance into the queue. The same instance asked twice is solved once. `by` names whoever asks, so that one
   * of them cannot fill the queue; without it there is no such share.
   */
  ask(instance: PathwayInstance, by?: string): PlannerAsked;
  close(): Promise<void>;
}

/** So many questions wait already that another would only keep everybody waiting; or the one that asked has left. */
export class PlannerBusy extends Error {
  override readonly name = 'PlannerBusy';
}

/** The question took longer than it may: what was found by then is the best that will be shown. */
export class PlannerLimit extends Error {
  override readonly name = 'PlannerLimit';
}

/** The solver failed over this one question; the next is answered by a new one. */
export class PlannerError extends Error {
  override readonly name = 'PlannerError';
}

/** A page asks four or five; most take a few hundredths of a second. */
const MOST_WAITING = 60;
/** Of which so many of one plan: two pages of it, and a third would keep others waiting. */
const MOST_OF_ONE = 12;
/** Most are proved in seconds; one that is not proved in a minute can take hours, and others wait. */
const LONGEST_MS = 60_000;
/** Answers kept, so that coming back to a page of drafts solves nothing again. */
const ANSWERS_KEPT = 200;

interface Question {
  readonly key: string;
  readonly instance: PathwayInstance;
  readonly done: Promise<Solved>;
  readonly resolve: (answer: Solved) => void;
  readonly reject: (error: Error) => void;
  readonly by: string;
  progress: Progress | undefined;
  /** When it was last asked; a page that still waits asks every few seconds. */
  askedAt: number;
}

/** `longestMs` is how long one question may take, and how long one waits that nobody asks for again. */
export function openPlanner({ longestMs = LONGEST_MS }: { readonly longestMs?: number } = {}): Planner {
  return new QueuePlanner(longestMs);
}

/**
 * Owns one worker thread, which solves one instance at a time: more at once would make every page slower and no draft
 * sooner. The worker starts with the first question and never keeps the process alive by itself.
 */
class QueuePlanner implements Planner {
  readonly #waiting: Question[] = [];
  readonly #questions = new Map<string, Question>();
  readonly #answers = new Map<string, Solved>();
  /** What was found of questions that took too long; they are not begun again. */
  readonly #limits = new Map<string, Progress | undefined>();
  readonly #longestMs: number;
  #running: { readonly id: number; readonly question: Question } | undefined;
  /** Breaks off what is running. */
  #timer: NodeJS.Timeout | undefined;
  #worker: Worker | undefined;
  #last = 0;
  #closed = false;

  constructor(longestMs: number) {
    this.#longestMs = longestMs;
  }

  ask(instance: PathwayInstance, by = ''): PlannerAsked {
    const key = createHash('sha256')
      .update(JSON.stringify({ ...instance, id: '' }))
      .digest('base64url');
    const kept = this.#answers.get(key);
    if (kept) return { best: () => undefined, done: Promise.resolve({ ...kept, id: instance.id }) };
    if (this.#limits.has(key)) return overLimit(this.#limits.get(key));
    const question = this.#questions.get(key) ?? this.#enqueue(key, instance, by);
    question.askedAt = performance.now();
    const done = question.done.then((answer) => ({ ...answer, id: instance.id }));
    // Whoever asked may have left before it fails.
    done.catch(() => undefined);
    return { best: () => question.progress, done };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const left = [...this.#questions.values()];
    this.#waiting.length = 0;
    this.#questions.clear();
    for (const { reject } of left) reject(new PlannerBusy('the planner is being closed'));
    clearTimeout(this.#timer);
    await this.#worker?.terminate();
  }

  #enqueue(key: string, instance: PathwayInstance, by: string): Question {
    const { promise, resolve, reject } = Promise.withResolvers<Solved>();
    promise.catch(() => undefined);
    const askedAt = performance.now();
    const question = { key, instance, by, done: promise, resolve, reject, progress: undefined, askedAt };
    const refusal = this.#refusalOf(by);
    if (refusal !== undefined) {
      reject(new PlannerBusy(refusal));
      return question;
    }
    this.#questions.set(key, question);
    this.#waiting.push(question);
    this.#next();
    return question;
  }

  #refusalOf(by: string): string | undefined {
    if (this.#closed) return 'the planner is closed';
    if (this.#waiting.length >= MOST_WAITING) return `${MOST_WAITING} questions wait already`;
    const own = this.#waiting.filter((one) => by !== '' && one.by === by).length;
    return own >= MOST_OF_ONE ? `${MOST_OF_ONE} questions of the same plan wait already` : undefined;
  }

  #next(): void {
    if (this.#running) return;
    const question = this.#takeWaiting();
    if (!question) {
      this.#worker?.unref();
      return;
    }
    this.#last += 1;
    this.#running = { id: this.#last, question };
    this.#worker ??= this.#start();
    this.#worker.ref();
    const job: PlannerJob = { id: this.#last, instance: question.instance };
    // A worker's port has no origin to name.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    this.#worker.postMessage(job);
  }

  /** The first that somebody still waits for: whose page was left long ago is not begun. */
  #takeWaiting(): Question | undefined {
    for (let question = this.#waiting.shift(); question; question = this.#waiting.shift()) {
      if (performance.now() - question.askedAt <= this.#longestMs) return question;
      this.#questions.delete(question.key);
      question.reject(new PlannerBusy('nobody has asked for it for a while'));
    }
    return undefined;
  }

  #limit(): void {
    if (Number.isFinite(this.#longestMs)) this.#timer = setTimeout(() => this.#breakOff(), this.#longestMs).unref();
  }

  /** The solver cannot be asked to stop: its thread is ended, and the next question gets a new one. */
  #breakOff(): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void worker?.terminate();
    const question = this.#running?.question;
    if (question) keepNewest(this.#limits, question.key, question.progress);
    this.#end(({ reject }) => reject(new PlannerLimit(LIMIT_WORDS)));
  }

  #start(): Worker {
    // Node runs the worker's own .ts files; the loader of the main thread is not needed there.
    const worker = new Worker(new URL('./planner-worker.ts', import.meta.url), { execArgv: [] });
    worker.on('message', (message: PlannerMessage) => this.#hear(message));
    const fail = (reason: string) => {
      if (this.#worker !== worker) return;
      this.#worker = undefined;
      this.#end(({ reject }) => reject(new PlannerError(reason)));
    };
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.on('exit', (code) => fail(`the solver stopped with ${code}`));
    return worker;
  }

  #hear(message: PlannerMessage): void {
    if (message.id !== this.#running?.id) return;
    const { question } = this.#running;
    if ('begun' in message) {
      this.#limit();
    } else if ('progress' in message) {
      question.progress = message.progress;
    } else if ('error' in message) {
      this.#end(({ reject }) => reject(new PlannerError(message.error)));
    } else {
      const answer = { ...message.answer, ms: message.ms };
      keepNewest(this.#answers, question.key, answer);
      this.#end(({ resolve }) => resolve(answer));
    }
  }

  /** Ends what is running and goes on with the next. */
  #end(tell: (question: Question) => void): void {
    const running = this.#running;
    this.#running = undefined;
    clearTimeout(this.#timer);
    if (running) {
      this.#questions.delete(running.question.key);
      tell(running.question);
    }
    if (!this.#closed) this.#next();
  }
}

const LIMIT_WORDS = 'it was not proved in the time there is';

function overLimit(progress: Progress | undefined): PlannerAsked {
  const done = Promise.reject<Solved>(new PlannerLimit(LIMIT_WORDS));
  done.catch(() => undefined);
  return { best: () => progress, done };
}

function keepNewest<T>(kept: Map<string, T>, key: string, value: T): void {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > ANSWERS_KEPT && oldest !== undefined) kept.delete(oldest);
}
