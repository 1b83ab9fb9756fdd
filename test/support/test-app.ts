import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { parseIsoDate, type IsoDate } from '../../src/domain/date.ts';
import type { App } from '../../src/http/app-type.ts';
import type { Log } from '../../src/http/request-log.ts';
import { openServices, type Services } from '../../src/services.ts';
import { aDatabase, type DatabaseKind } from './both-databases.ts';

export interface TestApp {
  readonly app: App;
  readonly services: Services;
  /** Asks for a page as a browser would; redirects are not followed. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  close(): Promise<void>;
}

export interface TestAppOptions {
  readonly today?: string;
  readonly log?: Log;
  readonly production?: boolean;
  readonly database?: DatabaseKind;
}

/** The real application on the real content, its day held, its database a copy that nobody else writes to. */
export async function testApp({
  today = '2026-11-23',
  log,
  production = false,
  database = 'sqlite',
}: TestAppOptions = {}): Promise<TestApp> {
  const day = parseIsoDate(today) as IsoDate;
  const made = await aDatabase(database, 'shipped');
  const services = await openServices(readConfig({ NODE_ENV: production ? 'production' : 'test' }), {
    clock: { today: () => day, now: () => `${day}T09:00:00.000Z` },
    database: made.place,
  });
  const app = createApp(services, log);
  return {
    app,
    services,
    get: async (path, headers = {}) => app.request(path, { headers }),
    close: async () => {
      await services.close();
      await made[Symbol.asyncDispose]();
    },
  };
}
