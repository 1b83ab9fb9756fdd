import {
  CompiledQuery,
  Kysely,
  PostgresDialect,
  PostgresDriver,
  type DatabaseConnection,
  type PostgresDialectConfig,
  type TransactionSettings,
} from 'kysely';
import { Client, Pool, type ClientConfig } from 'pg';
import { migratePostgres } from './migrate-postgres.ts';
import { refuseOddParameters } from './parameters.ts';
import type { Schema } from './schema.ts';

/** Opens and migrates the database at `url`. Connections are made as they are needed, ten at most. */
export async function openPostgres(url: string, now: string): Promise<Kysely<Schema>> {
  await migrateAlone(url, now);
  const pool = new Pool({ ...settingsOf(url), max: 10, idleTimeoutMillis: 30_000 });
  // A connection that breaks while nobody waits for an answer has nobody to tell; the next question opens another.
  pool.on('error', ({ message }) => console.error(`a connection to the database was lost: ${message}`));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<Schema>({ dialect: new OneWriterDialect({ pool, onCreateConnection: guard }) });
}

async function migrateAlone(url: string, now: string): Promise<void> {
  const client = new Client(settingsOf(url));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await migratePostgres(client, now);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** What is named in the address itself, such as `?statement_timeout=`, goes before these. */
function settingsOf(url: string): ClientConfig {
  return {
    connectionString: url,
    application_name: 'next-steps',
    keepAlive: true,
    connectionTimeoutMillis: 5000,
    statement_timeout: 60_000,
    lock_timeout: 30_000,
    // A process that hangs in the middle of its work must not keep all others from writing.
    idle_in_transaction_session_timeout: 30_000,
    types: { getTypeParser: parserOf as NonNullable<ClientConfig['types']>['getTypeParser'] },
  };
}

const BOOLEAN = 16;
/** int8, int2, int4, oid, float4, float8, numeric: a sum of int8 is numeric. */
const NUMBERS: ReadonlySet<number> = new Set([20, 21, 23, 26, 700, 701, 1700]);

/** The same JavaScript values as SQLite gives: numbers as numbers, a comparison as 1 or 0, all else as its text. */
function parserOf(type: number): (text: string) => unknown {
  if (type === BOOLEAN) return (text) => (text === 't' ? 1 : 0);
  return NUMBERS.has(type) ? numberOf : (text) => text;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError('a number too large to be exact');
  return value;
}

/** Called once for each connection that is made. */
async function guard(connection: DatabaseConnection): Promise<void> {
  const execute = connection.executeQuery.bind(connection);
  connection.executeQuery = async (query, options) => {
    refuseOddParameters(query.parameters);
    try {
      return await execute(query, options);
    } catch (error) {
      // There PostgreSQL repeats the row, which can be personal; errors are logged.
      if (error instanceof Error && 'detail' in error) delete error.detail;
      throw error;
    }
  };
}

class OneWriterDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): PostgresDriver {
    return new OneWriterDriver(this.#config);
  }
}

/** Free of other use: nothing writes to it once the service runs. */
const WRITERS_QUEUE = 'lock table migration in exclusive mode';

/**
 * One transaction writes at a time, as on SQLite: what it reads is still so when it writes. Readers never wait, nor do
 * single statements: a row that transactions read and then write is written by transactions alone, or by a statement
 * whose `where` says what must still hold.
 */
class OneWriterDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    if (settings.accessMode === 'read only') {
      await super.beginTransaction(connection, { isolationLevel: 'repeatable read', accessMode: 'read only' });
      return;
    }
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin isolation level read committed; ${WRITERS_QUEUE}`));
    } catch (error) {
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
      throw error;
    }
  }
}
