import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestProject } from 'vitest/node';
import { fillTemplate } from './fill-template.ts';
import { aDatabaseOn, onDatabase } from './postgres-databases.ts';
import { startPostgres, type PostgresServer } from './postgres-server.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where a test file asks for the PostgreSQL of this run; asking starts it. */
    readonly postgresDoor: string;
  }
}

/** Behind the door: where to make a database by copying `template`; or, with none, where to make an empty schema. */
export interface PostgresTemplate {
  readonly url: string;
  readonly template?: string;
}

/** What a database can hold when a test gets it: not even tables, or the shipped content and schools. */
export type Holding = 'nothing' | 'shipped';

/**
 * One PostgreSQL for all test files of a run, started when the first of them asks: whoever runs one file of rules does
 * not wait for it. Stopped and removed at the end, however the run ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresServer> | undefined;
  let empty: Promise<PostgresTemplate> | undefined;
  let filled: Promise<PostgresTemplate> | undefined;
  const open = async (holding: Holding): Promise<PostgresTemplate> => {
    server ??= startPostgres();
    const { url } = await server;
    if (holding === 'shipped') return (filled ??= fill(url));
    return (empty ??= aDatabaseOn(url).then((made) => ({ url: made.url })));
  };
  const door = createServer((request, response) => {
    open(request.url === '/shipped' ? 'shipped' : 'nothing').then(
      (made) => response.end(JSON.stringify(made)),
      (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.message : String(error)),
    );
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  project.provide('postgresDoor', `http://127.0.0.1:${(door.address() as AddressInfo).port}`);
  return async () => {
    door.closeAllConnections();
    door.close();
    await server?.then(
      ({ stop }) => stop(),
      () => undefined,
    );
  };
}

async function fill(url: string): Promise<PostgresTemplate> {
  const made = await aDatabaseOn(url);
  await fillTemplate(made.url);
  await onDatabase(made.url, 'vacuum analyze');
  return { url, template: made.name };
}
