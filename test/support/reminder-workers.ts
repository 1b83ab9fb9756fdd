import { readMail } from '../../src/mail/read-mail.ts';
import type { HeldDatabase } from './both-databases.ts';
import { NOW } from './mail-builders.ts';
import { aMailProcess, type MailProcess } from './mail-process.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** What was mailed, to whom and when. */
export interface Mailed {
  readonly to: string;
  readonly at: string;
  readonly subject: string;
}

/** Some processes on one database, all with one clock, and what they mailed. */
export interface Workers {
  readonly mailed: Mailed[];
  /** What stood in them. */
  readonly texts: string[];
  now(): string;
  later(ms: number): void;
  /** Each does all that is due, all at the same time. */
  runAll(): Promise<void>;
}

function workersOn(processes: readonly MailProcess[]): Workers {
  let passed = 0;
  const mailed: Mailed[] = [];
  const texts: string[] = [];
  const now = () => new Date(Date.parse(NOW) + passed).toISOString();
  for (const { transport } of processes) {
    transport.answer = ({ to, bytes }) => {
      texts.push(readMail(bytes.toString()).text);
      mailed.push({ to, at: now(), subject: /^Subject: (.*)$/m.exec(bytes.toString())?.[1]?.trim() ?? '' });
      return { kind: 'accepted' };
    };
  }
  return {
    mailed,
    texts,
    now,
    later: (ms) => {
      passed += ms;
      for (const process of processes) process.later(ms);
    },
    runAll: async () => {
      await Promise.all(processes.map(work));
    },
  };
}

/** Two, as on two machines where the database allows it. */
export async function twoWorkers(held: HeldDatabase): Promise<Workers> {
  const other = held.kind === 'postgres' ? await held.another() : held.db;
  return workersOn([aMailProcess(held), aMailProcess({ db: other })]);
}

/** What one round queues the next one sends. */
export async function work({ jobs }: MailProcess): Promise<void> {
  await jobs.runDue();
  await jobs.runDue();
}

/** Each day at the same hour, all that is due is done. */
export async function daysPass(workers: Workers, days: number): Promise<void> {
  for (let day = 0; day < days; day += 1) {
    await workers.runAll();
    workers.later(DAY);
  }
}

/** The same where somebody looks once a week only. */
export async function weeksPass(workers: Workers, weeks: number): Promise<void> {
  for (let week = 0; week < weeks; week += 1) {
    await workers.runAll();
    workers.later(7 * DAY);
  }
}
