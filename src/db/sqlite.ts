import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  Kysely,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
  type Transaction,
  type TransactionBuilder,
  type TransactionSettings,
} from 'kysely';
import { refuseOddParameters } from './parameters.ts';
import type { Schema } from './schema.ts';

/** What a damaged, full or locked file says, in words somebody can act on. */
const MEANING: ReadonlyMap<number, string> = new Map([
  [5, 'the database is locked by another program'],
  [8, 'the database file cannot be written: check who owns it'],
  [10, 'the disk reports an error while the database is read or written'],
  [11, 'the database file is damaged: restore it from a backup'],
  [13, 'the disk is full: free some space'],
  [14, 'the database file cannot be opened: check that its directory can be written'],
  [26, 'the file is not a database: move it away or restore a backup'],
]);

/** The plain reason behind a SQLite error, or `undefined` where it is no fault of file or disk. */
export function fileFault(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('errcode' in error)) return undefined;
  return MEANING.get(Number(error.errcode) & 0xff);
}

/**
 * Opens the file (made with its directory where absent; `:memory:` for tests) so that what is acknowledged survives
 * a power cut: WAL with full synchronisation.
 */
export function openSqlite(path: string): DatabaseSync {
  if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
  const database = new DatabaseSync(path, { timeout: 5000, enableForeignKeyConstraints: true });
  database.exec('pragma journal_mode = wal; pragma synchronous = full;');
  return database;
}

function checked(parameters: readonly unknown[]): SQLInputValue[] {
  refuseOddParameters(parameters);
  return [...parameters] as SQLInputValue[];
}

class Statement implements SqliteStatement {
  readonly reader: boolean;
  readonly #statement: StatementSync;
  readonly #prepareAgain: () => StatementSync;

  constructor(prepare: () => StatementSync) {
    this.#statement = prepare();
    this.#prepareAgain = prepare;
    this.reader = this.#statement.columns().length > 0;
  }

  all(parameters: readonly unknown[]): unknown[] {
    return this.#statement.all(...checked(parameters));
  }

  run(parameters: readonly unknown[]): { changes: number | bigint; lastInsertRowid: number | bigint } {
    return this.#statement.run(...checked(parameters));
  }

  /** A statement of its own: the same text run again in between would start the kept one over. */
  iterate(parameters: readonly unknown[]): IterableIterator<unknown> {
    return this.#prepareAgain().iterate(...checked(parameters));
  }
}

/** Statements kept ready; most pages ask the same few dozen questions, and an import one question thousands of times. */
const STATEMENTS_KEPT = 100;

/** Prepares each text once, and forgets the one asked for longest ago. */
function statementsOf(database: DatabaseSync): (sql: string) => Statement {
  const kept = new Map<string, Statement>();
  return (sql) => {
    const statement = kept.get(sql) ?? new Statement(() => database.prepare(sql));
    kept.delete(sql);
    kept.set(sql, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    return statement;
  };
}

/** Two connections that read and then write would be "locked" at once: take the write lock when the work begins. */
class ImmediateDriver extends SqliteDriver {
  readonly #file: DatabaseSync;
  readonly #free: (() => void)[] = [];
  #last: Promise<void> = Promise.resolve();

  constructor(config: SqliteDialectConfig, file: DatabaseSync) {
    super(config);
    this.#file = file;
  }

  /** One after another, in the order they asked. */
  override async acquireConnection(): Promise<DatabaseConnection> {
    if (within.getStore()?.isOpen === true)
      throw new Error('asked beside the transaction it is in, which it would wait for without end: ask that');
    const before = this.#last;
    this.#last = new Promise((resolve) => this.#free.push(resolve));
    await before;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#free.shift()?.();
  }

  override async beginTransaction(
    connection: DatabaseConnection,
    { accessMode }: TransactionSettings = {},
  ): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw(accessMode === 'read only' ? 'begin' : 'begin immediate'));
  }

  /** A full disk ends the transaction by itself; rolling back once more would hide why it ended. */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#file.isTransaction) await super.rollbackTransaction(connection);
  }
}

/** The transaction that the code now running is in. */
const within = new AsyncLocalStorage<{ isOpen: boolean }>();

/**
 * A file has one connection. A transaction that asks its database instead of itself would wait for its own end, and
 * everybody else with it: that is refused at once.
 */
export class OneConnection extends Kysely<Schema> {
  override transaction(): TransactionBuilder<Schema> {
    const builder = super.transaction();
    const execute = builder.execute.bind(builder);
    builder.execute = <T>(work: (transaction: Transaction<Schema>) => Promise<T>) =>
      execute((transaction) => {
        const here = { isOpen: true };
        return within.run(here, () => work(transaction)).finally(() => (here.isOpen = false));
      });
    return builder;
  }
}

/** The driver keeps the queue for the one connection, for it knows who must not stand in it. */
class QueueingAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true;
  }
}

export class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;
  readonly #file: DatabaseSync;

  constructor(file: DatabaseSync) {
    const config = {
      database: {
        close: () => file.close(),
        prepare: statementsOf(file),
      } satisfies SqliteDatabase,
    };
    super(config);
    this.#config = config;
    this.#file = file;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config, this.#file);
  }

  override createAdapter(): SqliteAdapter {
    return new QueueingAdapter();
  }
}
