import { isDeepStrictEqual } from 'node:util';
import {
  Adding,
  anyHeaderLine,
  endLine,
  headerLine,
  parseRow,
  tableLine,
  type Header,
  type Sum,
  type TableLine,
} from './backup-format.ts';
import { cutShort, damaged, linesIn } from './backup-file.ts';
import { BackupRefusal } from './backup-refusal.ts';
import type { Value } from './insert-many.ts';

/** Whoever wants what a backup holds, in the order it stands there. */
export interface BackupReceiver {
  table(table: TableLine): Promise<void>;
  rows(rows: readonly (readonly Value[])[]): Promise<void>;
}

export interface ReadBackup {
  readonly header: Header;
  readonly sum: Sum;
}

const ROWS_AT_ONCE = 500;

/**
 * Reads a backup from end to end and gives what it comes to. Throws a BackupRefusal, one line for whoever named the
 * file, where it is none, a newer one, cut short, or not what was written: only at its end is that known, so what was
 * received before has to be taken back.
 */
export async function readBackup(path: string, receiver?: BackupReceiver): Promise<ReadBackup> {
  const reading = new Reading(path, receiver);
  for await (const line of linesIn(path)) await reading.take(line);
  return reading.finish();
}

/** Where a reading stands: what came first, which table is under way, and the rows not handed on yet. */
class Reading {
  readonly #path: string;
  readonly #receiver: BackupReceiver | undefined;
  readonly #adding = new Adding();
  #header: Header | undefined;
  #columns: number | undefined;
  #rows: (readonly Value[])[] = [];
  #lines: string[] = [];
  #end: Sum | undefined;

  constructor(path: string, receiver: BackupReceiver | undefined) {
    this.#path = path;
    this.#receiver = receiver;
  }

  async take(line: string): Promise<void> {
    if (!this.#header) {
      this.#header = this.#headerIn(line);
      return;
    }
    const value = parse(line);
    if (this.#end) throw damaged(this.#path);
    if (Array.isArray(value)) await this.#row(value, line);
    else await this.#notRow(value, line);
  }

  finish(): ReadBackup {
    if (!this.#header || !this.#end) throw cutShort(this.#path);
    if (!isDeepStrictEqual(this.#end, this.#adding.sum())) throw damaged(this.#path);
    return { header: this.#header, sum: this.#end };
  }

  #headerIn(line: string): Header {
    const value = parse(line);
    const any = anyHeaderLine.safeParse(value);
    if (!any.success) throw new BackupRefusal(`${this.#path} is not a backup of Next Steps`);
    if (any.data.version > 1) throw newer(this.#path);
    const header = headerLine.safeParse(value);
    if (!header.success) throw damaged(this.#path);
    return header.data;
  }

  async #row(value: readonly unknown[], line: string): Promise<void> {
    const row = this.#columns === undefined ? undefined : parseRow(value, this.#columns);
    if (!row) throw damaged(this.#path);
    this.#rows.push(row);
    this.#lines.push(line);
    if (this.#rows.length === ROWS_AT_ONCE) await this.#handOn();
  }

  async #notRow(value: unknown, line: string): Promise<void> {
    if (this.#columns !== undefined) await this.#handOn();
    const table = tableLine.safeParse(value);
    if (table.success) {
      this.#columns = table.data.columns.length;
      this.#adding.addTable(table.data.table, line);
      await this.#receiver?.table(table.data);
      return;
    }
    const end = endLine.safeParse(value);
    if (!end.success) throw damaged(this.#path);
    this.#end = end.data;
  }

  async #handOn(): Promise<void> {
    this.#adding.addRows(this.#rows.length, this.#lines.join(''));
    await this.#receiver?.rows(this.#rows);
    [this.#rows, this.#lines] = [[], []];
  }
}

export function newer(path: string): BackupRefusal {
  return new BackupRefusal(`${path} was made by a newer version of Next Steps: restore it with that version`);
}

/** `undefined` where a line is not JSON, which nothing that is expected is. */
function parse(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}
