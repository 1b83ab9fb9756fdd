import { brotliDecompressSync } from 'node:zlib';
import { get } from 'node:http';
import { print, type Row } from './measure.ts';
import { all, attribute, parsePage, withTag } from './read-html.ts';
import { startOurs, temporaryDirectory } from './servers.ts';
import { ADDRESS } from './teacher.ts';

/** What a current browser says it can unpack. */
const ACCEPTS = 'gzip, deflate, br, zstd';
const WHOLE = 75_000;
const HTML = 13_000;

interface Sent {
  readonly path: string;
  readonly body: Buffer;
}

function fetchAsBrowser(url: string, path: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    get(`${url}${path}`, { headers: { 'Accept-Encoding': ACCEPTS } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        response.statusCode === 200
          ? resolve({ path, body: Buffer.concat(chunks) })
          : reject(new Error(`${path} answered ${response.statusCode}`)),
      );
    }).on('error', reject);
  });
}

/** Every file of ours that the page names, fonts among them: the whole of what a first visit fetches. */
function filesOf(html: string): readonly string[] {
  const page = parsePage(html);
  const named = [...all(page, withTag('link')), ...all(page, withTag('script')), ...all(page, withTag('img'))];
  const paths = named.map((element) => attribute(element, 'href') ?? attribute(element, 'src') ?? '');
  return [...new Set(paths.filter((path) => path.startsWith('/assets/')))];
}

async function firstView(url: string, what: string, path: string): Promise<readonly Row[]> {
  const page = await fetchAsBrowser(url, path);
  const files = await Promise.all(
    filesOf(brotliDecompressSync(page.body).toString('utf8')).map((file) => fetchAsBrowser(url, file)),
  );
  const whole = [page, ...files].reduce((sum, { body }) => sum + body.length, 0);
  const parts = files.map(({ path: file, body }) => `${file.split('.').at(-1)} ${kB(body.length)}`).join(', ');
  return [
    row(
      `First view of ${what}: HTML, CSS, JS and font as sent`,
      whole,
      WHOLE,
      `HTML ${kB(page.body.length)}, ${parts}`,
    ),
    row(`Of it the HTML of ${what}`, page.body.length, HTML, 'brotli, as a browser asks for it'),
  ];
}

function row(what: string, bytes: number, most: number, against: string): Row {
  return {
    what,
    ours: kB(bytes),
    against,
    result: kB(bytes),
    wanted: `at most ${most / 1000} kB`,
    reached: bytes <= most,
  };
}

function kB(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

const server = await startOurs(temporaryDirectory());
try {
  print({
    rows: [
      ...(await firstView(server.url, 'the home page', '/')),
      ...(await firstView(server.url, 'the results page', ADDRESS)),
      ...(await firstView(server.url, 'the catalogue', '/opportunities')),
    ],
    shortcut: 'Weigh files on disk instead of what is sent, a short page, or a page whose styles and font come later.',
    ruledOut:
      'Every byte is counted as the running service sends it to a browser’s request, for the home page, the longest results page of a teacher and the catalogue; the files are those the page itself names, and the font is one of them. Headers are not counted.',
  });
} finally {
  await server.stop();
}
