import { readFileSync } from 'node:fs';
import { print, median, type Row } from './measure.ts';
import { requestsPerSecond } from './load.ts';
import { startOurs, temporaryDirectory } from './servers.ts';
import { ADDRESS } from './teacher.ts';

const REQUESTS = 10_000;
const PATHS = ['/', '/opportunities', '/opportunities?q=senco', '/facts', '/changes', ADDRESS];

async function secondsToFirstPage(dataDir: string): Promise<number> {
  const server = await startOurs(dataDir);
  await server.stop();
  return server.firstPage / 1000;
}

function row(what: string, seconds: number, most: number): Row {
  return {
    what,
    ours: `${seconds.toFixed(2)} s`,
    against: 'from `npm start` to the first page, by the clock',
    result: `${seconds.toFixed(2)} s`,
    wanted: `at most ${most} s`,
    reached: seconds <= most,
  };
}

/** Resident memory of the service itself: the process that npm started, and not npm. */
function residentMegabytes(parent: number): number {
  const sizes = descendants(parent).map(
    (pid) => /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1],
  );
  return Math.max(...sizes.map(Number)) / 1000;
}

function descendants(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number);
  return [...children, ...children.flatMap(descendants)];
}

async function memoryAfterRequests(dataDir: string): Promise<number> {
  const server = await startOurs(dataDir);
  try {
    let left = REQUESTS;
    for (let turn = 0; left > 0; turn += 1) {
      const path = PATHS[turn % PATHS.length] ?? '/';
      const ms = 500;
      const rate = await requestsPerSecond({ url: `${server.url}${path}`, encoding: 'gzip' }, { connections: 4, ms });
      left -= Math.round((rate * ms) / 1000);
    }
    return residentMegabytes(server.pid);
  } finally {
    await server.stop();
  }
}

const kept = temporaryDirectory();
const empty = [
  await secondsToFirstPage(kept),
  await secondsToFirstPage(temporaryDirectory()),
  await secondsToFirstPage(temporaryDirectory()),
];
const existing = [await secondsToFirstPage(kept), await secondsToFirstPage(kept), await secondsToFirstPage(kept)];
const memory = await memoryAfterRequests(kept);
print({
  rows: [
    row('Start-up on an existing data directory', median(existing), 1.5),
    row('Start-up on an empty data directory', median(empty), 4),
    {
      what: `Memory after ${REQUESTS.toLocaleString('en-GB')} requests`,
      ours: `${Math.round(memory)} MB`,
      against: 'resident, six kinds of page in turn',
      result: `${Math.round(memory)} MB`,
      wanted: 'under 250 MB',
      reached: memory < 250,
    },
  ],
  shortcut:
    'Count from the server’s own first line instead of from the command, answer a health check instead of a page, or ask 10,000 times for something that renders nothing.',
  ruledOut:
    'The clock starts when `npm start` is run and stops when the home page has arrived whole with status 200. An empty directory is a new one each time. The requests are for whole pages, packed, and no answer with another status or length counts.',
});
