import type { z } from 'zod';
import {
  ACCOUNT_FILE_LISTS,
  isAccountFileList,
  type AccountFileList,
  type FileRow,
} from '../../schemas/account-file-schema.ts';
import { ACCOUNT_FILE_FORM, ACCOUNT_FILE_SCHEMA } from '../../domain/account/account-file.ts';
import type { ByteReader } from '../../files/byte-reader.ts';
import { jsonEntries, JsonFault, type JsonBounds, type JsonEntry } from '../../files/json-entries.ts';
import { faultWords, firstFault } from '../../schemas/plan-schema.ts';

/** A plan of a hundred steps with all they rest on takes half a megabyte and reaches none of these. */
export const PLAN_BOUNDS: JsonBounds = { bytes: 1024 * 1024, values: 60_000, depth: 20 };

/** An account of years has hundreds; more of them are a file that was made to be large. */
const ROWS_AT_MOST = 20_000;

/** What keeps a file from coming in, as sentences for whoever chose it. */
export class FileRefusal extends Error {
  override readonly name = 'FileRefusal';
}

/** One row of a list, and where it stands in the file. */
export interface PlacedRow<L extends AccountFileList> {
  readonly list: L;
  readonly number: number;
  readonly line: number;
  readonly row: FileRow<L>;
}

export interface AccountRows {
  readonly rows: { readonly [L in AccountFileList]: readonly PlacedRow<L>[] };
  /** How many there are in each list of the file, those that are not read among them. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Whether a file says that it is an account's. What is no JSON says nothing. */
export async function isAccountFile(file: ByteReader): Promise<boolean> {
  try {
    for await (const { name, value } of jsonEntries(file, new Set(['form']), PLAN_BOUNDS))
      if (name === 'form') return value === ACCOUNT_FILE_FORM;
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
  }
  return false;
}

/** Reads all of a file, row after row. Throws FileRefusal at the first that cannot be read. */
export async function readRows(file: ByteReader): Promise<AccountRows> {
  const gathering = new Gathering();
  const entries = jsonEntries(file, WANTED, PLAN_BOUNDS);
  try {
    for (let next = await entries.next(); ; next = await entries.next()) {
      if (next.done === true) return gathering.finished(next.value);
      gathering.add(next.value);
    }
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new FileRefusal(`Line ${error.line} of the file cannot be read: ${error.message}. Nothing was brought in.`);
  }
}

const WANTED: ReadonlySet<string> = new Set(['form', 'schema', ...Object.keys(ACCOUNT_FILE_LISTS)]);

class Gathering {
  readonly #rows = Object.fromEntries(Object.keys(ACCOUNT_FILE_LISTS).map((list) => [list, []])) as unknown as {
    readonly [L in AccountFileList]: PlacedRow<L>[];
  };
  #schema: unknown;
  #count = 0;

  add({ name, number, line, value }: JsonEntry): void {
    if (name === 'schema') this.#schema = value;
    if (!isAccountFileList(name)) return;
    if (number === 0) throw new FileRefusal(`“${name}”, on line ${line} of the file, has to be a list.`);
    this.#count += 1;
    if (this.#count > ROWS_AT_MOST)
      throw new FileRefusal(`There is more in that file than in any account: more than ${ROWS_AT_MOST} entries.`);
    const read: z.ZodSafeParseResult<unknown> = ACCOUNT_FILE_LISTS[name].safeParse(value, { error: faultWords });
    const place = { list: name, number, line };
    if (!read.success) throw refusalAt(place, `${firstFault(read.error)}.`);
    (this.#rows[name] as object[]).push({ ...place, row: read.data });
  }

  finished(counts: ReadonlyMap<string, number>): AccountRows {
    if (this.#schema !== ACCOUNT_FILE_SCHEMA)
      throw new FileRefusal(
        `That file is of another form: this service reads the file of an account in form ${ACCOUNT_FILE_SCHEMA}.`,
      );
    return { rows: this.#rows, counts };
  }
}

/** Says where in the file something stands in the way, and what. */
export function refusalAt(
  { list, number, line }: Pick<PlacedRow<AccountFileList>, 'list' | 'number' | 'line'>,
  what: string,
): FileRefusal {
  const which = list === 'plans' ? `Plan ${number}` : `Number ${number} in “${list}”`;
  return new FileRefusal(`${which}, on line ${line} of the file, stands in the way. ${what} Nothing was brought in.`);
}
