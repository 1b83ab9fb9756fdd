import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { parseIsoDate, type IsoDate } from '../../src/domain/date.ts';
import type { App } from '../../src/http/app-type.ts';
import type { Log } from '../../src/http/request-log.ts';
import { openServices, type Services } from '../../src/services/services.ts';
import { aDatabase, type DatabaseKind } from './both-databases.ts';

export interface TestApp {
  readonly app: App;
  readonly services: Services;
  /** Asks for a page as a browser would; redirects are not followed. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form as a browser would; redirects are not followed. */
  post(path: string, fields: Fields, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

/** What a form sends: a name can come more than once. */
export type Fields = Readonly<Record<string, string | readonly string[]>> | FormData;

export interface TestAppOptions {
  readonly today?: string;
  readonly log?: Log;
  readonly production?: boolean;
  readonly database?: DatabaseKind;
  /** A database of the caller's own, which stays when the app is closed. */
  readonly place?: string;
  /** Settings beside those the other options make. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What links in mails are signed with, in tests. */
export const TEST_SECRET = 'a secret for tests, of enough characters';

/** The real application on the real content, its day held, its database a copy that nobody else writes to. */
export async function testApp({
  today = '2026-11-23',
  log,
  production = false,
  database = 'sqlite',
  place,
  env = {},
}: TestAppOptions = {}): Promise<TestApp> {
  const day = parseIsoDate(today) as IsoDate;
  const made =
    place === undefined
      ? await aDatabase(database, 'shipped')
      : { place, [Symbol.asyncDispose]: async () => undefined };
  const dataDir = join(tmpdir(), `next-steps-app-${randomUUID()}`);
  const settings = { NODE_ENV: production ? 'production' : 'test', DATA_DIR: dataDir, SECRET: TEST_SECRET, ...env };
  const services = await openServices(readConfig(settings), {
    clock: { today: () => day, now: () => `${day}T09:00:00.000Z` },
    database: made.place,
  });
  const app = createApp(services, log);
  return {
    app,
    services,
    get: async (path, headers = {}) => app.request(path, { headers }),
    post: async (path, fields, headers = {}) =>
      app.request(path, {
        method: 'POST',
        ...(await sentWith(fields, { 'Sec-Fetch-Site': 'same-origin', ...headers })),
      }),
    close: async () => {
      await services.close();
      rmSync(dataDir, { recursive: true, force: true });
      await made[Symbol.asyncDispose]();
    },
  };
}

/** A form with a file says how long it is, as every browser does. */
async function sentWith(
  fields: Fields,
  headers: Readonly<Record<string, string>>,
): Promise<{ readonly body: ArrayBuffer | URLSearchParams; readonly headers: Readonly<Record<string, string>> }> {
  if (!(fields instanceof FormData)) return { body: bodyOf(fields), headers };
  const sent = new Request('http://service.example', { method: 'POST', body: fields });
  const body = await sent.arrayBuffer();
  const own = { 'Content-Type': sent.headers.get('Content-Type') ?? '', 'Content-Length': String(body.byteLength) };
  return { body, headers: { ...own, ...headers } };
}

function bodyOf(fields: Exclude<Fields, FormData>): URLSearchParams {
  return new URLSearchParams(
    Object.entries(fields).flatMap(([name, values]) =>
      (typeof values === 'string' ? [values] : values).map((value) => [name, value]),
    ),
  );
}
