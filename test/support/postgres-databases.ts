import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database of one test's own; it goes, with all it holds, when it is disposed of. */
export interface PostgresDatabase extends AsyncDisposable {
  readonly url: string;
  readonly name: string;
}

const aName = () => `test_${randomUUID().replaceAll('-', '')}`;

/** Makes a database on the server at `url`, as a copy of `template` where one is named. */
export async function aDatabaseOn(url: string, template = 'template1'): Promise<PostgresDatabase> {
  const name = aName();
  await onDatabase(url, `create database ${name} template ${template} strategy file_copy`);
  const own = new URL(url);
  own.pathname = name;
  return { url: own.href, name, [Symbol.asyncDispose]: () => dropDatabase(url, name) };
}

async function dropDatabase(url: string, name: string): Promise<void> {
  try {
    await onDatabase(url, `drop database ${name}`);
  } catch {
    // Somebody is still connected: a process the test has killed, say.
    await onDatabase(url, `drop database if exists ${name} with (force)`);
  }
}

/**
 * Makes a schema in the database at `url`, and an address by which nothing else of it is seen: to whoever opens it, an
 * empty database. Several times quicker to make and to drop than a real one, each of which waits for a checkpoint.
 */
export async function aSchemaIn(url: string): Promise<PostgresDatabase> {
  const name = aName();
  await onDatabase(url, `create schema ${name}`);
  const own = new URL(url);
  own.searchParams.set('options', `-c search_path=${name}`);
  return { url: own.href, name, [Symbol.asyncDispose]: () => onDatabase(url, `drop schema ${name} cascade`) };
}

/** Runs one statement over a connection of its own. */
export async function onDatabase(url: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
