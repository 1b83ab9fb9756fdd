import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { findSchools } from '../src/db/schools.ts';
import type { App } from '../src/http/app-type.ts';
import { openServices } from '../src/services/services.ts';
import { median, print } from './measure.ts';

/** As many at once as a busy morning has; each waits for its answer before it asks again. */
const AT_ONCE = 8;
const ROUNDS = 3;

interface Run {
  readonly aSecond: number;
  /** Milliseconds for each request, sorted. */
  readonly took: readonly number[];
  readonly errors: number;
}

const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;

/** Asks for every address once and reads each answer to its end. */
async function runThrough(
  app: App,
  addresses: readonly string[],
  isRight: (body: string, address: string) => boolean,
): Promise<Run> {
  const took: number[] = [];
  let errors = 0;
  let next = 0;
  const before = performance.now();
  const worker = async () => {
    for (let address = addresses[next++]; address !== undefined; address = addresses[next++]) {
      const start = performance.now();
      const response = await app.request(address);
      const body = await response.text();
      took.push(performance.now() - start);
      if (response.status !== 200 || !isRight(body, address)) errors += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const seconds = (performance.now() - before) / 1000;
  return { aSecond: addresses.length / seconds, took: took.toSorted((a, b) => a - b), errors };
}

const directory = mkdtempSync(join(tmpdir(), 'next-steps-bench-'));
const services = await openServices(readConfig({ NODE_ENV: 'test' }), { database: join(directory, 'next-steps.db') });
try {
  await services.finder.whenReady();
  const app = createApp(services);
  const schools = (await findSchools(services.db)).filter(
    ({ status, sector, postcode }) => status === 'open' && sector === 'state' && postcode !== null,
  );
  const searches = schools.map(({ postcode }) => `/schools?${new URLSearchParams({ q: postcode ?? '' })}`);
  const links = new Map(schools.map(({ urn }, index) => [searches[index] ?? '', `/schools/${urn}"`]));
  const isFound = (body: string, address: string) =>
    body.startsWith('<!DOCTYPE html>') && body.endsWith('</html>') && body.includes(links.get(address) ?? 'nothing');
  await runThrough(app, searches.slice(0, 2000), isFound);
  const runs: Run[] = [];
  for (let round = 0; round < ROUNDS; round += 1) runs.push(await runThrough(app, searches, isFound));
  const rate = median(runs.map(({ aSecond }) => aSecond));
  const p99 = median(runs.map(({ took }) => at(took, 0.99)));
  const errors = runs.reduce((sum, run) => sum + run.errors, 0);

  const judged = JSON.parse(readFileSync(join(import.meta.dirname, '../test/judged-schools.json'), 'utf8')) as {
    readonly queries: readonly { readonly query: string }[];
  };
  const letters = judged.queries.flatMap(({ query }) =>
    Array.from(
      { length: query.length - 1 },
      (_, length) => `/schools/suggest?${new URLSearchParams({ q: query.slice(0, length + 2) })}`,
    ),
  );
  const typed: number[] = [];
  for (const address of letters) {
    const start = performance.now();
    await (await app.request(address)).text();
    typed.push(performance.now() - start);
  }
  const p95 = at(
    typed.toSorted((a, b) => a - b),
    0.95,
  );
  print({
    rows: [
      {
        what: `A search for each of ${searches.length.toLocaleString('en-GB')} state-funded schools’ postcodes, the whole page, one process, not packed and over no socket`,
        ours: `${Math.round(rate)} a second, p99 ${p99.toFixed(1)} ms, ${errors} errors`,
        against: 'Find a Tuition Partner’s published test, on another machine: 61 a second, 258 ms mean',
        result: `${Math.round(rate)} a second, p99 ${p99.toFixed(1)} ms`,
        wanted: 'at least 1,500 a second, no error, p99 under 25 ms',
        reached: rate >= 1500 && p99 < 25 && errors === 0,
      },
      {
        what: `Suggestions while the ${judged.queries.length} judged searches are typed letter by letter (${letters.length.toLocaleString('en-GB')} requests), all schools`,
        ours: `p50 ${at(
          typed.toSorted((a, b) => a - b),
          0.5,
        ).toFixed(2)} ms, p95 ${p95.toFixed(1)} ms`,
        against: '',
        result: `p95 ${p95.toFixed(1)} ms`,
        wanted: 'p95 under 5 ms at the server',
        reached: p95 < 5,
      },
    ],
    shortcut: 'Keep finished pages, ask for the same few postcodes, or count answers that found nothing.',
    ruledOut:
      'Every school is asked for once in each round, each page is read to its end and must hold the link to the very school whose postcode was asked for. No page and no search is kept; what is kept is which words lie near a mistyped one.',
  });
} finally {
  await services.close();
  rmSync(directory, { recursive: true, force: true });
}
