import { initParser } from 'udsv';
import { textDecoder, type Bytes } from './file-bytes.ts';
import { ImportRefusal } from './import-refusal.ts';
import { countValues, rawRecords, type RawRecord } from './raw-records.ts';
import type { Rejection } from './summary.ts';

/** One row, parsed; `line` is where it starts in the file. */
export interface Row {
  readonly line: number;
  readonly cells: readonly string[];
  /** What `keyOf` made of it. */
  readonly key: string;
}

export interface Batch {
  readonly rows: readonly Row[];
  readonly rejected: readonly Rejection[];
}

/** A file with its header read and its rows still to come. */
export interface Table {
  /** The columns' names, stray spaces taken off. */
  readonly header: readonly string[];
  /** The header as it stood: the same names in another order mean other rows. */
  readonly headerBytes: Buffer;
  /** Rows some thousand at a time. Records that `keyOf` gives no key are passed over without being parsed. */
  batches(keyOf: (record: RawRecord) => string | undefined): Generator<Batch>;
}

/** Parsed together: enough that the parser is at full speed, little enough that memory stays flat. */
const BATCH_BYTES = 1 << 20;

export function openTable(source: Bytes): Table {
  const records = rawRecords(source);
  const first = records.next();
  if (first.done) throw new ImportRefusal('this file is empty');
  const bytes = Buffer.from(first.value.bytes);
  const columns = countValues(bytes);
  const parse = rowParser(columns, textDecoder());
  const header = parse(Buffer.concat([bytes, MARKED_END]), 1)?.[0] ?? [];
  return {
    header: header.slice(0, columns).map((name) => name.replaceAll(/\s+/g, ' ').trim()),
    headerBytes: bytes,
    batches: (keyOf) => parsedBatches(records, { columns, parse, keyOf }),
  };
}

interface Reading {
  readonly columns: number;
  readonly parse: RowParser;
  readonly keyOf: (record: RawRecord) => string | undefined;
}

function* parsedBatches(records: Iterable<RawRecord>, reading: Reading): Generator<Batch> {
  const waiting = new Waiting();
  let last = 0;
  for (const record of records) {
    // Only now is it known that those waiting are not the last of the file.
    if (waiting.isFull) yield take(waiting, reading);
    last = record.line;
    const key = reading.keyOf(record);
    if (key !== undefined) waiting.add(record, key);
  }
  refuseCutShort(waiting, last, reading.columns);
  yield take(waiting, reading);
}

/** A last row with too few values is where a download broke off: what else is missing nobody can say. */
function refuseCutShort(waiting: Waiting, last: number, columns: number): void {
  const newest = waiting.records.at(-1);
  if (newest?.line === last && countValues(waiting.bytesOf(newest)) < columns) {
    throw new ImportRefusal(`the file ends in the middle of line ${last}: download it again`);
  }
}

function take(waiting: Waiting, { columns, parse }: Reading): Batch {
  const { records } = waiting;
  const cells = parse(waiting.text(), records.length);
  const wrong = cells ? [] : records.filter((record) => countValues(waiting.bytesOf(record)) !== columns);
  if (!cells && wrong.length === 0)
    throw new ImportRefusal(`a quotation mark is out of place on line ${records[0]?.line} or soon after`);
  const batch = cells ? { rows: rowsOf(records, cells), rejected: [] } : takeApart(waiting, wrong, { columns, parse });
  waiting.clear();
  return batch;
}

/** Rows that are not as wide as the header are left out, and the others parsed without them. */
function takeApart(waiting: Waiting, wrong: readonly Waits[], reading: Pick<Reading, 'columns' | 'parse'>): Batch {
  const whole = new Waiting();
  for (const record of waiting.records) {
    if (!wrong.includes(record)) whole.add({ bytes: waiting.bytesOf(record), line: record.line }, record.key);
  }
  const reason = (record: Waits) =>
    `has ${countValues(waiting.bytesOf(record))} values where the header has ${reading.columns}`;
  const { rows } = take(whole, { ...reading, keyOf: () => undefined });
  return { rows, rejected: wrong.map((record) => ({ line: record.line, reason: reason(record) })) };
}

function rowsOf(records: readonly Waits[], cells: readonly (readonly string[])[]): readonly Row[] {
  return records.map(({ line, key }, index) => ({ line, key, cells: cells[index] ?? [] }));
}

interface Waits {
  readonly line: number;
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Stands in a column of its own after each record. */
const MARK = '\u0001';
const MARKED_END = Buffer.from(`,${MARK}\n`);

/** Records copied out of the file, side by side as they are to be parsed, in memory that is used over and over. */
class Waiting {
  records: Waits[] = [];
  #memory = Buffer.allocUnsafe(BATCH_BYTES + (1 << 18));
  #end = 0;

  get isFull(): boolean {
    return this.#end >= BATCH_BYTES;
  }

  add({ bytes, line }: RawRecord, key: string): void {
    const [start, end] = [this.#end, this.#end + bytes.length];
    if (end + MARKED_END.length > this.#memory.length) this.#memory = Buffer.concat([this.#memory], end * 2);
    this.#memory.set(bytes, start);
    this.#memory.set(MARKED_END, end);
    this.#end = end + MARKED_END.length;
    this.records.push({ line, key, start, end });
  }

  bytesOf({ start, end }: Waits): Buffer {
    return this.#memory.subarray(start, end);
  }

  text(): Buffer {
    return this.#memory.subarray(0, this.#end);
  }

  clear(): void {
    this.records = [];
    this.#end = 0;
  }
}

/** Cells of each of so many records; nothing where one of them has not as many values as the header. */
type RowParser = (text: Buffer, records: number) => readonly (readonly string[])[] | undefined;

/**
 * udsv is fast because it trusts every row to be as wide as the header: one that is not shifts what follows. A mark in
 * a last column of ours shows that each row ended where it should, at a hundredth of the cost of counting beforehand.
 */
function rowParser(columns: number, decode: (bytes: Buffer) => string): RowParser {
  const parser = initParser({
    skip: 0,
    col: ',',
    row: '\n',
    // Looked for in each text: without any, udsv takes a path four times as fast.
    encl: null,
    esc: null,
    trim: false,
    cols: Array.from({ length: columns + 1 }, (_, index) => ({
      name: String(index),
      type: 's',
      repl: { empty: null, null: undefined, NaN: undefined },
    })),
  } as unknown as Parameters<typeof initParser>[0]);
  return (bytes, records) => {
    const rows = parser.stringArrs<string[]>(decode(bytes));
    const whole =
      rows.length === records && rows.every((cells) => cells.length === columns + 1 && cells[columns] === MARK);
    return whole ? rows : undefined;
  };
}
