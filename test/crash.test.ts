import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../src/db/open-database.ts';
import { openCrashGround, type CrashGround, type Death, type Round } from './support/crash-rounds.ts';
import { NOW } from './support/elsewhere.ts';
import { onDatabase } from './support/postgres-databases.ts';
import { temporaryDirectory } from './support/processes.ts';

/*
 * Killed at any moment while changes are being saved, the service loses no change it has acknowledged and leaves no
 * plan half written. `npm run bench crash` does ten times as many rounds.
 */

const ROUNDS = 20;
const LONG = 300_000;

describe.each(['sqlite', 'postgres'] as const)('while plans are saved on %s', (kind) => {
  let ground: CrashGround;
  beforeAll(async () => {
    ground = await openCrashGround(kind);
  }, LONG);
  afterAll(async () => {
    await ground[Symbol.asyncDispose]();
  });

  async function rounds(count: number, deathIn: (round: number) => Death): Promise<readonly Round[]> {
    const held: Round[] = [];
    for (let round = 0; round < count; round += 1) held.push(await ground.round(deathIn(round)));
    return held;
  }

  test(
    'a service that is killed has every acknowledged change when it is back, and no half of another',
    async () => {
      // PostgreSQL is killed with it in every other round.
      const held = await rounds(ROUNDS, (round) => ({ service: 'SIGKILL', database: round % 2 === 1 }));
      expect(faultsIn(held)).toEqual([]);
      expectLoad(held);
    },
    LONG,
  );

  test(
    'a service that is told to stop answers all it has saved, and ends well',
    async () => {
      const held = await rounds(3, () => ({ service: 'SIGTERM' }));
      expect(faultsIn(held)).toEqual([]);
      expectLoad(held);
      expect(sum(held, ({ keptUnanswered }) => keptUnanswered)).toBe(0);
      expect(held.map(({ ended }) => [ended?.code, ended?.stderr])).toEqual(held.map(() => [0, '']));
    },
    LONG,
  );

  test.runIf(kind === 'postgres')(
    'a service whose database alone was killed goes on once that is back',
    async () => {
      const held = await rounds(3, () => ({ database: true }));
      expect(faultsIn(held)).toEqual([]);
      expectLoad(held);
    },
    LONG,
  );

  test('after all of it every plan of every round is whole', async () => {
    expect(await ground.faults()).toEqual([]);
  });

  test.runIf(kind === 'postgres')(
    'these rounds would see a change that is acknowledged before the disk has it',
    async () => {
      await onDatabase(ground.place, 'alter role current_user set synchronous_commit = off');
      const faults: string[] = [];
      for (let round = 0; round < 10 && faults.length === 0; round += 1)
        faults.push(...(await ground.round({ service: 'SIGKILL', database: true })).faults);
      expect(faults.join('\n')).toMatch(/acknowledged/);
    },
    LONG,
  );
});

function faultsIn(rounds: readonly Round[]): readonly string[] {
  return rounds.flatMap(({ faults }, round) => faults.map((fault) => `round ${round + 1}: ${fault}`));
}

/** Nobody was idle when the end came. */
function expectLoad(rounds: readonly Round[]): void {
  expect(sum(rounds, ({ acknowledged }) => acknowledged)).toBeGreaterThanOrEqual(rounds.length);
  expect(sum(rounds, ({ unanswered }) => unanswered)).toBeGreaterThan(0);
}

function sum(rounds: readonly Round[], count: (round: Round) => number): number {
  return rounds.reduce((all, round) => all + count(round), 0);
}

/** What a killed process cannot show: the system still writes what it had been given. A power cut would not. */
test('on SQLite a change is acknowledged only once the disk has it', async () => {
  using data = temporaryDirectory();
  const db = await openDatabase(`${data.path}/next-steps.db`, NOW);
  const { rows } = await sql`select synchronous, journal_mode from pragma_synchronous, pragma_journal_mode`.execute(db);
  await db.destroy();
  expect(rows).toEqual([{ synchronous: 2, journal_mode: 'wal' }]);
});
