import { Agent, get } from 'node:http';
import { gunzipSync } from 'node:zlib';

export type Encoding = 'identity' | 'gzip';

export interface Target {
  readonly url: string;
  readonly encoding: Encoding;
  /** What a browser would send back after its first visit. */
  readonly cookie?: string;
}

interface Answer {
  readonly status: number;
  readonly body: Buffer;
  readonly cookie: string | undefined;
}

/** One page, unpacked. Refuses an answer that is not whole, not 200 or not packed as asked. */
export async function fetchPage(
  target: Target,
): Promise<{ readonly html: string; readonly bytes: number; readonly cookie: string | undefined }> {
  const { status, body, cookie } = await ask(target, new Agent());
  if (status !== 200) throw new Error(`${target.url} answered ${status}`);
  const html = target.encoding === 'gzip' ? gunzipSync(body) : body;
  return { html: html.toString('utf8'), bytes: body.length, cookie };
}

/**
 * Asks for one address over and over from `connections` connections at once, for `ms` milliseconds and no longer, and
 * gives the whole answers a second. An answer of another status or length than the first stops it.
 */
export async function requestsPerSecond(
  target: Target,
  { connections, ms }: { readonly connections: number; readonly ms: number },
): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const first = await ask(target, agent);
  const start = performance.now();
  const end = start + ms;
  let answers = 0;
  const worker = async () => {
    while (performance.now() < end) {
      const { status, body } = await ask(target, agent);
      if (status !== 200 || !sameLength(body, first.body, target.encoding))
        throw new Error(`${target.url} answered ${status} with ${body.length} bytes`);
      answers += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  const seconds = (performance.now() - start) / 1000;
  agent.destroy();
  return answers / seconds;
}

/** Pages carry nothing that varies in length, and packing them differs by a few bytes at most. */
function sameLength(one: Buffer, other: Buffer, encoding: Encoding): boolean {
  return encoding === 'gzip' ? Math.abs(one.length - other.length) < 64 : one.length === other.length;
}

function ask({ url, encoding, cookie }: Target, agent: Agent): Promise<Answer> {
  const headers = { 'Accept-Encoding': encoding, ...(cookie === undefined ? {} : { Cookie: cookie }) };
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const set = response.headers['set-cookie']?.map((one) => one.split(';')[0]).join('; ');
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks), cookie: set });
      });
    }).on('error', reject);
  });
}
