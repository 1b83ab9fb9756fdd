import { sql, type RawBuilder } from 'kysely';
import type { Database, Queryable } from './open-database.ts';
import type { Schema } from './schema.ts';
import { inserter, type Value } from './insert-many.ts';

/** What a source can say of a school. The row's own bookkeeping is not among it. */
export type SchoolColumn = Exclude<keyof Schema['school'], 'urn' | 'row_hash' | 'first_seen' | 'updated'>;

/** A row as it is staged: its URN, the values of the source's columns in their order, and the hash of its line. */
export type StagedRow = readonly Value[];

export interface StagedLink {
  readonly predecessor: number;
  readonly successor: number;
  readonly saidBy: number;
}

/** What an import comes to, row by row; each staged row counts once. */
export interface SchoolCounts {
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly reopened: number;
  readonly unchanged: number;
}

/** Rows on their way in. They stand in tables of this connection only, which a crash takes with it. */
export interface SchoolStaging {
  add(rows: readonly StagedRow[], links: readonly StagedLink[]): Promise<void>;
  counts(): Promise<SchoolCounts>;
  /** Puts all staged rows in the place of what is held, in one transaction; `alsoIn` is written with them. */
  merge(now: string, alsoIn: (transaction: Queryable) => Promise<void>): Promise<void>;
}

/** What a source carries; what it does not is left as it is held. */
export interface Carried {
  readonly columns: readonly SchoolColumn[];
  readonly links: boolean;
}

/**
 * Opens a staging area for one source's rows, and clears it away after `work`. Nothing others can see is written, and
 * no lock is held, until `merge`.
 */
export async function withSchoolStaging<T>(
  db: Database,
  { columns, links: carriesLinks }: Carried,
  work: (staging: SchoolStaging) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await dropStaging(connection);
    await makeStaging(connection, columns);
    const addSchools = inserter(connection, 'staged_school', ['urn', ...columns, 'row_hash']);
    const addLinks = inserter(connection, 'staged_link', ['predecessor', 'successor', 'said_by']);
    try {
      return await work({
        add: async (rows, links) => {
          await addSchools(rows);
          await addLinks(links.map((link) => [link.predecessor, link.successor, link.saidBy]));
        },
        counts: () => countStaged(connection, columns),
        merge: (now, alsoIn) =>
          connection.transaction().execute(async (transaction) => {
            await mergeRows(transaction, columns, now);
            if (carriesLinks) await mergeLinks(transaction);
            await alsoIn(transaction);
          }),
      });
    } finally {
      await dropStaging(connection);
    }
  });
}

/** Each column of the type it has where the row is bound for. */
async function makeStaging(db: Queryable, columns: readonly SchoolColumn[]): Promise<void> {
  await sql`create temporary table staged_school as
    select urn, ${sql.raw(columns.join(', '))}, row_hash
    from school
    where false`.execute(db);
  await sql`create temporary table staged_link as
    select predecessor, successor, said_by
    from school_link
    where false`.execute(db);
}

async function dropStaging(db: Queryable): Promise<void> {
  await sql`drop table if exists staged_school`.execute(db);
  await sql`drop table if exists staged_link`.execute(db);
}

/** Whether any value the source carries differs from what is held. */
function differs(columns: readonly SchoolColumn[], held: string, given: string): RawBuilder<boolean> {
  return sql.raw(columns.map((column) => `${held}.${column} is distinct from ${given}.${column}`).join(' or '));
}

async function countStaged(db: Queryable, columns: readonly SchoolColumn[]): Promise<SchoolCounts> {
  const open = (table: string) => sql.raw(`${table}.status in ('open', 'closing')`);
  const { rows } = await sql<{ outcome: keyof SchoolCounts; count: number }>`
    select outcome, count(*) as count
    from (
      select case
        when h.urn is null then 'added'
        when ${open('h')} and not (${open('s')}) then 'closed'
        when ${open('s')} and not (${open('h')}) then 'reopened'
        when ${differs(columns, 'h', 's')} then 'changed'
        else 'unchanged'
      end as outcome
      from staged_school s
      left join school h on h.urn = s.urn
    ) judged
    group by outcome`.execute(db);
  const counts = { added: 0, changed: 0, closed: 0, reopened: 0, unchanged: 0 };
  for (const { outcome, count } of rows) counts[outcome] = count;
  return counts;
}

/** A row that says what is held already keeps the time of its last change; only its line's hash is made new. */
async function mergeRows(db: Queryable, columns: readonly SchoolColumn[], now: string): Promise<void> {
  const names = sql.raw(columns.join(', '));
  const taken = sql.raw(columns.map((column) => `${column} = excluded.${column}`).join(', '));
  await sql`
    insert into school (urn, ${names}, row_hash, first_seen, updated)
    select urn, ${names}, row_hash, ${now}, ${now}
    from staged_school
    where true
    order by urn
    on conflict (urn) do update set
      ${taken},
      row_hash = excluded.row_hash,
      updated = case when ${differs(columns, 'school', 'excluded')} then excluded.updated else school.updated end`.execute(
    db,
  );
}

async function mergeLinks(db: Queryable): Promise<void> {
  await sql`delete from school_link where said_by in (select urn from staged_school)`.execute(db);
  await sql`
    insert into school_link (predecessor, successor, said_by)
    select distinct predecessor, successor, said_by
    from staged_link`.execute(db);
}

/** A school held, with the hash of the line it was last read from. */
export interface HeldSchool {
  readonly urn: number;
  readonly rowHash: string;
}

const URN_LENGTH = 6;
const HASH_LENGTH = 51;

/**
 * Every school with the hash of its line. They come as one text of parts of equal length: fifty thousand rows as
 * objects would cost a second import more than all it reads.
 */
export async function findHeldSchools(db: Queryable): Promise<Iterable<HeldSchool>> {
  const { rows } = await sql<{
    held: string | null;
  }>`select string_agg(cast(urn as text) || row_hash, '') as held from school`.execute(db);
  return heldIn(rows[0]?.held ?? '');
}

function* heldIn(held: string): Generator<HeldSchool> {
  for (let at = 0; at < held.length; at += URN_LENGTH + HASH_LENGTH) {
    const hashAt = at + URN_LENGTH;
    yield { urn: Number(held.slice(at, hashAt)), rowHash: held.slice(hashAt, hashAt + HASH_LENGTH) };
  }
}
