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
  const { bytes } = first.value;
  const decode = textDecoder();
  const columns = countValues(bytes);
  const parse = rowParser(columns, decode);
  const header = parse([bytes])?.[0] ?? [];
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

interface Keyed extends RawRecord {
  readonly key: string;
}

function* parsedBatches(records: Iterable<RawRecord>, reading: Reading): Generator<Batch> {
  let held: Keyed[] = [];
  let bytes = 0;
  let last = 0;
  for (const record of records) {
    // Only now is it known that those held are not the last of the file.
    if (bytes >= BATCH_BYTES) {
      yield parseTogether(held, reading);
      [held, bytes] = [[], 0];
    }
    last = record.line;
    const key = reading.keyOf(record);
    if (key === undefined) continue;
    held.push({ bytes: record.bytes, line: record.line, key });
    bytes += record.bytes.length;
  }
  refuseCutShort(held.at(-1), last, reading.columns);
  yield parseTogether(held, reading);
}

/** A last row with too few values is where a download broke off: what else is missing nobody can say. */
function refuseCutShort(record: Keyed | undefined, last: number, columns: number): void {
  if (record?.line === last && countValues(record.bytes) < columns) {
    throw new ImportRefusal(`the file ends in the middle of line ${last}: download it again`);
  }
}

function parseTogether(records: readonly Keyed[], { columns, parse }: Reading): Batch {
  const cells = parse(records.map((record) => record.bytes));
  if (cells)
    return { rows: records.map(({ line, key }, index) => ({ line, key, cells: cells[index] ?? [] })), rejected: [] };
  const whole = records.filter((record) => countValues(record.bytes) === columns);
  const wrong = records.filter((record) => countValues(record.bytes) !== columns);
  const [first] = whole;
  if (wrong.length === 0)
    throw new ImportRefusal(`a quotation mark is out of place on line ${first?.line} or soon after`);
  const { rows } = parseTogether(whole, { columns, parse, keyOf: () => undefined });
  return {
    rows,
    rejected: wrong.map(({ bytes, line }) => ({
      line,
      reason: `has ${countValues(bytes)} values where the header has ${columns}`,
    })),
  };
}

/** Cells of each record; nothing where one of them has not as many values as the header. */
type RowParser = (records: readonly Buffer[]) => readonly (readonly string[])[] | undefined;

/** Stands in a column of its own after each record. */
const MARK = '\u0001';
const MARKED_END = Buffer.from(`,${MARK}\n`);

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
  return (records) => {
    const text = decode(Buffer.concat(records.flatMap((record) => [record, MARKED_END])));
    const rows = parser.stringArrs<string[]>(text);
    const whole =
      rows.length === records.length && rows.every((cells) => cells.length === columns + 1 && cells[columns] === MARK);
    return whole ? rows : undefined;
  };
}
