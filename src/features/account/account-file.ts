import type { Queryable } from '../../db/open-database.ts';
import { eachTakenPlan, takenRows, type Keys } from '../../db/personal-data.ts';
import { PERSONAL_TABLES, type PersonalTable } from '../../db/personal-tables.ts';
import { ACCOUNT_FILE_FORM, ACCOUNT_FILE_SCHEMA } from '../../domain/account/account-file.ts';

export interface FileOptions {
  readonly takenAt: string;
  /** Without the contents of older versions the file is much smaller; what each change was is in it all the same. */
  readonly hasOlderVersions: boolean;
}

const TABLES: readonly PersonalTable[] = PERSONAL_TABLES;

/**
 * Everything of one account as one JSON document, in pieces. `plans` holds each plan in the form in which one plan is
 * taken away and brought in; every other list is a table's rows, under the name the table has in the file.
 */
export async function* accountFile(db: Queryable, keys: Keys, options: FileOptions): AsyncGenerator<string> {
  const { takenAt, hasOlderVersions } = options;
  yield `{\n${field('form', ACCOUNT_FILE_FORM)},\n${field('schema', ACCOUNT_FILE_SCHEMA)},\n${field('takenAt', takenAt)}`;
  yield* list('plans', eachTakenPlan(db, keys, 'standing'));
  yield* list('deletedPlans', eachTakenPlan(db, keys, 'deleted'));
  for (const table of TABLES) {
    if (table.table === 'plan') continue;
    const rows = takenRows(db, table, keys);
    yield* list(table.as, table.table === 'plan_version' && !hasOlderVersions ? withoutContents(rows) : rows);
  }
  yield* list('leftOut', leftOut());
  yield '\n}\n';
}

/** What is kept and not in the file, so that nobody has to take our word for it that this is all. */
async function* leftOut(): AsyncGenerator<object> {
  for (const table of TABLES)
    for (const [column, because] of Object.entries(table.leftOut)) yield { of: table.as, what: column, because };
}

async function* withoutContents(rows: AsyncIterable<object>): AsyncGenerator<object> {
  for await (const row of rows) yield { ...row, document: undefined };
}

function field(name: string, value: unknown): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)}`;
}

async function* list(name: string, rows: AsyncIterable<object>): AsyncGenerator<string> {
  yield `,\n${JSON.stringify(name)}: [`;
  let comma = '\n';
  for await (const row of rows) {
    yield comma + JSON.stringify(row);
    comma = ',\n';
  }
  yield ']';
}
