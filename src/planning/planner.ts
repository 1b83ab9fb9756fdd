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
  /** The proved answer. Rejects with PlannerBusy, or where the solver broke. */
  readonly done: Promise<Solved>;
  /** Nobody waits for it any more: a question that has not begun, and that nobody else asked, is dropped. */
  leave(): void;
}

export interface Planner {
  /** Takes an instance into the queue. The same instance asked twice is solved once. */
  ask(instance: PathwayInstance): PlannerAsked;
  close(): Promise<void>;
}

/** So many questions wait already that another would only keep everybody waiting; or the one that asked has left. */
export class PlannerBusy extends Error {
  override readonly name = 'PlannerBusy';
}

/** The solver failed over this one question; the next is answered by a new one. */
export class PlannerError extends Error {
  override readonly name = 'PlannerError';
}

/** A page asks four or five; most take a few hundredths of a second. */
const MOST_WAITING = 60;
/** Answers kept, so that coming back to a page of drafts solves nothing again. */
const ANSWERS_KEPT = 200;

interface Question {
  readonly key: string;
  readonly instance: PathwayInstance;
  readonly done: Promise<Solved>;
  readonly resolve: (answer: Solved) => void;
  readonly reject: (error: Error) => void;
  progress: Progress | undefined;
  asking: number;
}

export function openPlanner(): Planner {
  return new QueuePlanner();
}

/**
 * Owns one worker thread, which solves one instance at a time: more at once would make every page slower and no draft
 * sooner. The worker starts with the first question and never keeps the process alive by itself.
 */
class QueuePlanner implements Planner {
  readonly #waiting: Question[] = [];
  readonly #questions = new Map<string, Question>();
  readonly #answers = new Map<string, Solved>();
  #running: { readonly id: number; readonly question: Question } | undefined;
  #worker: Worker | undefined;
  #last = 0;
  #closed = false;

  ask(instance: PathwayInstance): PlannerAsked {
    const key = createHash('sha256')
      .update(JSON.stringify({ ...instance, id: '' }))
      .digest('base64url');
    const kept = this.#answers.get(key);
    if (kept)
      return { best: () => undefined, done: Promise.resolve({ ...kept, id: instance.id }), leave: () => undefined };
    const question = this.#questions.get(key) ?? this.#enqueue(key, instance);
    question.asking += 1;
    let hasLeft = false;
    const done = question.done.then((answer) => ({ ...answer, id: instance.id }));
    // Whoever asked may have left before it fails.
    done.catch(() => undefined);
    return {
      best: () => question.progress,
      done,
      leave: () => {
        if (hasLeft) return;
        hasLeft = true;
        question.asking -= 1;
        if (question.asking === 0) this.#drop(question);
      },
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    const left = [...this.#questions.values()];
    this.#waiting.length = 0;
    this.#questions.clear();
    for (const { reject } of left) reject(new PlannerBusy('the planner is being closed'));
    await this.#worker?.terminate();
  }

  #enqueue(key: string, instance: PathwayInstance): Question {
    const { promise, resolve, reject } = Promise.withResolvers<Solved>();
    promise.catch(() => undefined);
    const question = { key, instance, done: promise, resolve, reject, progress: undefined, asking: 0 };
    if (this.#closed || this.#waiting.length >= MOST_WAITING) {
      reject(new PlannerBusy(this.#closed ? 'the planner is closed' : `${MOST_WAITING} questions wait already`));
      return question;
    }
    this.#questions.set(key, question);
    this.#waiting.push(question);
    this.#next();
    return question;
  }

  #drop(question: Question): void {
    const at = this.#waiting.indexOf(question);
    if (at < 0) return;
    this.#waiting.splice(at, 1);
    this.#questions.delete(question.key);
    question.reject(new PlannerBusy('nobody waits for it any more'));
  }

  #next(): void {
    if (this.#running) return;
    const question = this.#waiting.shift();
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
    if ('progress' in message) {
      question.progress = message.progress;
    } else if ('error' in message) {
      this.#end(({ reject }) => reject(new PlannerError(message.error)));
    } else {
      const answer = { ...message.answer, ms: message.ms };
      this.#keep(question.key, answer);
      this.#end(({ resolve }) => resolve(answer));
    }
  }

  #keep(key: string, answer: Solved): void {
    this.#answers.set(key, answer);
    const [oldest] = this.#answers.keys();
    if (this.#answers.size > ANSWERS_KEPT && oldest !== undefined) this.#answers.delete(oldest);
  }

  /** Ends what is running and goes on with the next. */
  #end(tell: (question: Question) => void): void {
    const running = this.#running;
    this.#running = undefined;
    if (running) {
      this.#questions.delete(running.question.key);
      tell(running.question);
    }
    if (!this.#closed) this.#next();
  }
}
