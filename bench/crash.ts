import { openCrashGround, type Round } from '../test/support/crash-rounds.ts';
import { print, type Row } from './measure.ts';

const ROUNDS = 200;

async function rowOn(kind: 'sqlite' | 'postgres'): Promise<Row> {
  await using ground = await openCrashGround(kind);
  const rounds: Round[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const one = await ground.round({ service: 'SIGKILL', database: round % 2 === 1 });
    if (one.faults.length > 0) process.stderr.write(`round ${round + 1}: ${one.faults.join('; ')}\n`);
    rounds.push(one);
  }
  const faults = [...rounds.flatMap((round) => round.faults), ...(await ground.faults())];
  const sum = (count: (round: Round) => number) => rounds.reduce((all, round) => all + count(round), 0);
  const changes = sum(({ acknowledged }) => acknowledged).toLocaleString('en-GB');
  const where = kind === 'sqlite' ? 'SQLite' : 'PostgreSQL, which is killed with it in every other round';
  return {
    what: `Killed ${ROUNDS} times with SIGKILL while plans are saved by four clients, on ${where}`,
    ours: `${changes} changes acknowledged; ${sum(({ unanswered }) => unanswered)} not answered, of which ${sum((round) => round.keptUnanswered)} were kept, whole`,
    against: 'what each client was told',
    result: faults.length === 0 ? 'none lost, none half written' : `${faults.length} faults`,
    wanted: 'no acknowledged change lost, no half-written plan',
    reached: faults.length === 0,
  };
}

print({
  rows: [await rowOn('sqlite'), await rowOn('postgres')],
  shortcut:
    'Kill between changes, count what the database says and not what was acknowledged, or stop the service and call it a kill.',
  ruledOut:
    'Each client writes down what it was answered, and has a request under way when the kill comes, after a random number of changes and a random wait; PostgreSQL runs with fsync and synchronous_commit on, and all its processes are killed at once. Afterwards every version has to be the one before it with exactly the change that was pressed, worked out apart from the service; at most one more change of each plan may be there, and has to be one that was sent. The same rounds find faults where a change is answered before it is saved, where its two writes are not one transaction, and where PostgreSQL acknowledges before the disk has it. A kill does not empty the system’s own cache, as a power cut would: that each commit waits for the disk is what the settings say and a test of them.',
});
