import { Agent } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { latencyOf, latencyWords, timeToLastByte, type Latency } from './latency.ts';
import { print, type Row } from './measure.ts';
import { startOurs, temporaryDirectory, type Server } from './servers.ts';

/** Attempts in each minute of the flood. */
const A_MINUTE = 1000;
const ROUNDS = 4;
/** Seconds of each half of a round. */
const SECONDS = 15;
const PAUSE_MS = 20;
const MOST_TIMES = 2;

/** Asks for a page again and again, as one person does who reads, until it is over. */
async function timePage(url: string, taken: number[], isOver: () => boolean): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  while (!isOver()) {
    taken.push(await timeToLastByte(url, 'identity', agent));
    await wait(PAUSE_MS);
  }
  agent.destroy();
}

interface Flood {
  readonly answers: Map<number, number>;
  made: number;
}

/** Asks for sign-in links at an even pace: one half for one address, one half for another each time. */
async function floodFor(seconds: number, { url }: Server, flood: Flood): Promise<void> {
  const asked: Promise<void>[] = [];
  const start = performance.now();
  for (let count = 0; performance.now() - start < seconds * 1000; count += 1) {
    asked.push(attempt(url, flood));
    await wait(Math.max(0, start + ((count + 1) * 60_000) / A_MINUTE - performance.now()));
  }
  await Promise.all(asked);
}

async function attempt(url: string, flood: Flood): Promise<void> {
  flood.made += 1;
  const address = flood.made % 2 === 0 ? 'one@school.example' : `teacher-${flood.made}@school.example`;
  const answer = await fetch(`${url}/sign-in`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ address }),
  });
  await answer.arrayBuffer();
  flood.answers.set(answer.status, (flood.answers.get(answer.status) ?? 0) + 1);
}

function row(idle: Latency, busy: Latency, { answers, made }: Flood): Row {
  const ratio = busy.p99 / idle.p99;
  const refused = answers.get(429) ?? 0;
  const said = [...answers].map(([status, count]) => `${count} × ${status}`).join(', ');
  return {
    what: `Home page while ${A_MINUTE.toLocaleString('en-GB')} sign-in links a minute are asked for from one network (${said})`,
    ours: latencyWords(busy),
    against: `idle: ${latencyWords(idle)}`,
    result: `p99 ${ratio.toFixed(2)} times`,
    wanted: `at most ${MOST_TIMES} times the idle p99, and the flood refused`,
    reached: ratio <= MOST_TIMES && refused > made / 2,
  };
}

const server = await startOurs(temporaryDirectory());
try {
  const home = `${server.url}/`;
  const flood: Flood = { answers: new Map(), made: 0 };
  const [idle, busy]: [number[], number[]] = [[], []];
  const warmUntil = performance.now() + 5000;
  await timePage(home, [], () => performance.now() > warmUntil);
  for (let round = 0; round < ROUNDS; round += 1) {
    const until = performance.now() + SECONDS * 1000;
    await timePage(home, idle, () => performance.now() > until);
    let isOver = false;
    const flooding = floodFor(SECONDS, server, flood).finally(() => (isOver = true));
    await Promise.all([timePage(home, busy, () => isOver), flooding]);
  }
  print({
    rows: [row(latencyOf(idle), latencyOf(busy), flood)],
    shortcut: 'Flood with what is refused before it is looked at, or time a page from a cache.',
    ruledOut:
      'Each attempt is the form a browser sends; those below the limit are mailed a link (to files), those above it answered with a whole page that says why. Half of them name a new address each. Idle and busy follow each other round by round.',
  });
} finally {
  await server.stop();
}
