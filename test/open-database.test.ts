import { createServer, type AddressInfo } from 'node:net';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { aDatabase, forBothDatabases, onBothDatabases } from './support/both-databases.ts';
import { aPostgresDatabase } from './support/postgres.ts';
import { NOW, type Errand } from './support/elsewhere.ts';
import { run } from './support/processes.ts';
import { getCatalogue } from '../src/db/catalogue.ts';
import { knownMigrations } from '../src/db/migrations.ts';
import { openDatabase, type Queryable } from '../src/db/open-database.ts';

const anAlias = (old_id: string, new_id = '0') => ({ kind: 'opportunity', old_id, new_id }) as const;

async function aliasesOf(db: Queryable): Promise<readonly string[]> {
  const rows = await db.selectFrom('alias').select('new_id').orderBy('old_id').execute();
  return rows.map((row) => row.new_id);
}

/** Runs each errand in a process of its own, all at once. */
async function elsewhere(errands: readonly Errand[]): Promise<void> {
  const ended = await Promise.all(
    errands.map((errand) => run('test/support/elsewhere.ts', [], { input: JSON.stringify(errand) })),
  );
  expect(ended.map(({ code, stderr }) => ({ code, stderr }))).toEqual(errands.map(() => ({ code: 0, stderr: '' })));
}

forBothDatabases('a database', (open, kind) => {
  test('loses nothing of transactions that read and then write at once, from two processes', async () => {
    await using held = await open();
    await held.db.insertInto('alias').values(anAlias('counter')).execute();
    await elsewhere(Array.from({ length: 2 }, () => ({ task: 'count', place: held.place })));
    expect(await aliasesOf(held.db)).toEqual(['100']);
  });

  test('takes shipped content from two processes at once, and holds it once', async () => {
    await using full = await open('shipped');
    await using held = await open();
    await elsewhere(Array.from({ length: 2 }, () => ({ task: 'save-content', place: held.place, from: full.place })));
    const versions = await held.db.selectFrom('item_version').select(['kind', 'id', 'version']).execute();
    expect(new Set(versions.map((row) => row.version))).toEqual(new Set([1]));
    expect(await getCatalogue(held.db)).toEqual(await getCatalogue(full.db));
  });

  test('keeps nothing of a transaction that fails', async () => {
    await using held = await open();
    const work = held.db.transaction().execute(async (transaction) => {
      await transaction.insertInto('alias').values(anAlias('half')).execute();
      throw new Error('enough');
    });
    await expect(work).rejects.toThrow('enough');
    expect(await aliasesOf(held.db)).toEqual([]);
    await held.db.insertInto('alias').values(anAlias('whole')).execute();
    expect(await aliasesOf(held.db)).toEqual(['0']);
  });

  test('shows a reading transaction one state of things, whatever others write, and keeps them waiting for nothing', async () => {
    await using held = await open();
    const other = await held.another();
    await held.db.insertInto('alias').values(anAlias('a')).execute();
    const reading = held.db.transaction().setAccessMode('read only');
    const seen = await reading.execute(async (transaction) => {
      const before = await aliasesOf(transaction);
      await other.insertInto('alias').values(anAlias('b')).execute();
      await other.transaction().execute((writing) => writing.insertInto('alias').values(anAlias('c')).execute());
      return [before, await aliasesOf(transaction)];
    });
    expect(seen).toEqual([['0'], ['0']]);
    expect(await aliasesOf(held.db)).toHaveLength(3);
  });

  test('is opened and migrated by eight processes at once, and opened again', async () => {
    await using made = await aDatabase(kind, 'nothing');
    await elsewhere(Array.from({ length: 8 }, () => ({ task: 'open', place: made.place })));
    const db = await openDatabase(made.place, NOW);
    const { rows } = await sql<{ number: number }>`select number from migration order by number`.execute(db);
    expect(rows.map((row) => row.number)).toEqual([...new Set(rows.map((row) => row.number))]);
    expect(rows.length).toBeGreaterThan(1);
    await db.destroy();
  });

  test('that a newer version was at is refused', async () => {
    await using held = await open();
    await sql`insert into migration (number, name, applied_at) values (9999, '9999_later.sql', ${NOW})`.execute(
      held.db,
    );
    await expect(held.another()).rejects.toThrow(
      /: the database was last used by a newer version of Next Steps \(migration 9999\)/,
    );
  });
});

test('twenty-four that open an empty PostgreSQL at once all succeed, and each migration is made once', async () => {
  await using made = await aPostgresDatabase('nothing');
  const opened = await Promise.all(Array.from({ length: 24 }, () => openDatabase(made.url, NOW)));
  const [first] = opened;
  if (!first) throw new Error('none was opened');
  const { rows } = await sql`select number from migration`.execute(first);
  expect(rows.length).toBeGreaterThan(1);
  for (const db of opened) await db.destroy();
});

test('a transaction that asks its SQLite database instead of itself is refused at once, and the next goes on', async () => {
  const db = await openDatabase(':memory:', NOW);
  const work = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('alias').values(anAlias('half')).execute();
    return aliasesOf(db);
  });
  await expect(work).rejects.toThrow('asked beside the transaction it is in');
  let later: Promise<readonly string[]> | undefined;
  await db.transaction().execute(async (transaction) => {
    await transaction.insertInto('alias').values(anAlias('whole')).execute();
    later = new Promise((resolve) => setImmediate(resolve)).then(() => aliasesOf(db));
  });
  expect(await later).toEqual(['0']);
  await db.destroy();
});

test('migrations are numbered on from the last: one that was filed under a number passed over would never be made', () => {
  const passedOver = [8, 10, 15];
  const numbers = knownMigrations().map(({ number }) => number);
  const all = Array.from({ length: Math.max(...numbers) }, (_, index) => index + 1);
  expect(numbers).toEqual(all.filter((number) => !passedOver.includes(number)));
});

test('both databases have the same tables and views, with the same columns', async () => {
  await using both = await onBothDatabases('nothing');
  const sqlite = await sql<object>`
    select m.name as "table", c.name as "column"
    from sqlite_schema m
    join pragma_table_info(m.name) c
    where m.type in ('table', 'view')
    order by m.name, c.name`.execute(both.sqlite.db);
  const postgres = await sql<object>`
    select table_name as "table", column_name as "column"
    from information_schema.columns
    where table_schema = current_schema()
    order by table_name collate "C", column_name collate "C"`.execute(both.postgres.db);
  expect(sqlite.rows.length).toBeGreaterThan(100);
  expect(postgres.rows).toEqual(sqlite.rows);
});

test('a connection that breaks costs what was asked over it, and nothing after', async () => {
  await using made = await aPostgresDatabase('shipped');
  const db = await openDatabase(made.url, NOW);
  const killer = await openDatabase(made.url, NOW);
  const kill = () =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${made.name} and pid <> pg_backend_pid()`.execute(
      killer,
    );
  await sql`select 1`.execute(db);
  await kill();
  await expect
    .poll(() => sql`select 1 as n`.execute(db).catch(() => ({ rows: [] })))
    .toMatchObject({ rows: [{ n: 1 }] });
  const work = db.transaction().execute(async (transaction) => {
    await transaction.insertInto('alias').values(anAlias('lost')).execute();
    await kill();
    await transaction.insertInto('alias').values(anAlias('never')).execute();
  });
  await expect(work).rejects.toThrow(/terminat|ECONNRESET|EPIPE|not queryable/);
  const held = await db.selectFrom('alias').select('old_id').where('old_id', 'in', ['lost', 'never']).execute();
  expect(held).toEqual([]);
  await db.destroy();
  await killer.destroy();
});

test('no statement, wait or idle transaction goes on for ever', async () => {
  await using made = await aPostgresDatabase('nothing');
  const db = await openDatabase(made.url, NOW);
  const { rows } = await sql<object>`select
    current_setting('statement_timeout') as statement,
    current_setting('lock_timeout') as lock,
    current_setting('idle_in_transaction_session_timeout') as idle`.execute(db);
  expect(rows).toEqual([{ statement: '1min', lock: '30s', idle: '30s' }]);
  await db.destroy();
});

async function refusalOf(url: string | URL): Promise<string> {
  const error: unknown = await openDatabase(String(url), NOW).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ name: 'StartError' });
  return (error as Error).message;
}

test('PostgreSQL that cannot be used is one plain line, which names the place and not the password', async () => {
  await using made = await aPostgresDatabase('nothing');
  const changed = (change: Partial<URL>) => Object.assign(new URL(made.url), change);
  const { hostname, port, password, pathname } = new URL(made.url);
  const place = `PostgreSQL at ${hostname}:${port}${pathname}`;
  const access = 'the user or password is refused: correct DATABASE_URL';
  expect(await refusalOf(changed({ password: 'not-this' }))).toBe(`${place}: ${access}`);
  expect(await refusalOf(changed({ password: '' }))).toBe(`${place}: ${access}`);
  expect(await refusalOf(changed({ username: 'nobody' }))).toBe(`${place}: ${access}`);
  expect(await refusalOf(changed({ pathname: '/absent' }))).toBe(
    `PostgreSQL at ${hostname}:${port}/absent: there is no such database: make it, or correct DATABASE_URL`,
  );
  expect(await refusalOf(changed({ hostname: 'nowhere.invalid' }))).toMatch(
    /nowhere\.invalid.*: there is no such host/,
  );
  expect(await refusalOf(changed({ search: '?sslmode=verify-full' }))).toMatch(/it does not speak TLS/);
  expect(password.length).toBeGreaterThan(10);
});

test('a port where nothing listens, or something else does, is one plain line', async () => {
  const other = createServer((socket) => socket.resume().end());
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  const url = `postgres://someone:a-secret@127.0.0.1:${port}/next_steps`;
  expect(await refusalOf(url)).toMatch(/it broke off the connection/);
  await new Promise((resolve) => other.close(resolve));
  expect(await refusalOf(url)).toBe(
    `PostgreSQL at 127.0.0.1:${port}/next_steps: nothing listens: start it there, or correct DATABASE_URL`,
  );
});

test('a database that a user may not make tables in is one plain line', async () => {
  await using made = await aPostgresDatabase('nothing');
  const url = new URL(made.url);
  url.searchParams.set('options', '-c search_path=pg_catalog');
  expect(await refusalOf(url)).toMatch(/the user may not make tables/);
});
