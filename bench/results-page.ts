import { interleaved, print, times, type Row } from './measure.ts';
import { fetchPage, requestsPerSecond, type Encoding, type Target } from './load.ts';
import { demandSameContent } from './read-html.ts';
import { resultsView } from './results-view.ts';
import { startKit, startOurs, temporaryDirectory, type KitMode, type Server } from './servers.ts';
import { ADDRESS } from './teacher.ts';

const WANTED = 40;
const BURST = { connections: 4, ms: Number(process.env['BENCH_MS'] ?? 3000) };

async function target(url: string, encoding: Encoding): Promise<Target> {
  const { cookie } = await fetchPage({ url, encoding });
  return { url, encoding, ...(cookie === undefined ? {} : { cookie }) };
}

/** The same page from both, at the same time of day, packed alike; refused where they do not say the same. */
async function compare(ours: Server, kit: Server, mode: KitMode, encoding: Encoding): Promise<Row> {
  const us = await target(`${ours.url}${ADDRESS}`, encoding);
  const them = await target(`${kit.url}/results`, encoding);
  const [page, peer] = [await fetchPage(us), await fetchPage(them)];
  demandSameContent(page.html, peer.html);
  await requestsPerSecond(us, BURST);
  await requestsPerSecond(them, BURST);
  const rate = await interleaved(3, {
    us: () => requestsPerSecond(us, BURST),
    them: () => requestsPerSecond(them, BURST),
  });
  const sizes = `${Math.round(page.bytes / 1000)} kB against ${Math.round(peer.bytes / 1000)} kB sent`;
  const reached = rate.us / rate.them >= WANTED;
  return {
    what: `Results page for one teacher, every opportunity judged, ${encoding === 'gzip' ? 'gzip' : 'not packed'} on both sides (${sizes})`,
    ours: `${Math.round(rate.us)} a second`,
    against: `govuk-prototype-kit, ${MODES[mode]}: ${rate.them.toFixed(1)} a second`,
    result: times(rate.us / rate.them),
    wanted: `at least ${WANTED} times`,
    reached,
    ...(reached ? {} : { why: mode === 'development' ? shortByOurs(rate.us, encoding) : shortBecause(rate.them) }),
  };
}

/** The same compression costs the quicker side the larger share of its time. */
function shortByOurs(ours: number, encoding: string): string {
  const packed =
    encoding === 'gzip' ? ', packing included, which weighs more on the side that is quicker without it' : '';
  return `Ours took ${(1000 / ours).toFixed(1)} ms a page${packed}.`;
}

/** The arithmetic of a peer that keeps compiled templates and has nothing to judge. */
function shortBecause(theirs: number): string {
  const left = 1000 / (theirs * WANTED);
  return `It shows ready-made data from templates it keeps. A fortieth of its time for a page was ${left.toFixed(2)} ms in this run: no more than plain tagged templates, the least that rendering can cost, need for as much HTML (the catalogue page below is half as long), before anything is read, judged, packed or sent. Only keeping whole pages would reach it, and that is ruled out.`;
}

const MODES: Readonly<Record<KitMode, string>> = {
  production: 'run for production',
  development: 'run as `npm run dev` runs it',
};

async function against(mode: KitMode, ours: Server): Promise<readonly Row[]> {
  const view = resultsView((await fetchPage({ url: `${ours.url}${ADDRESS}`, encoding: 'identity' })).html);
  const kit = await startKit(view, mode);
  try {
    return [await compare(ours, kit, mode, 'identity'), await compare(ours, kit, mode, 'gzip')];
  } finally {
    await kit.stop();
  }
}

const ours = await startOurs(temporaryDirectory());
try {
  print({
    rows: [...(await against('development', ours)), ...(await against('production', ours))],
    shortcut: 'Give the peer another page to show, slow it down, or keep our finished page and send it again.',
    ruledOut:
      'The peer’s words, links and form fields are compared with ours one by one before each run, and a difference stops it. The kit is measured both as its makers run it and in its production mode, where it keeps compiled templates; its session cookie is returned, its storing of answers and its browser reloading are off, and it judges nothing. Ours keeps no page: each request reads the address, judges every opportunity and renders.',
  });
} finally {
  await ours.stop();
}
