import { textStart, type Bytes } from './file-bytes.ts';
import { ImportRefusal } from './import-refusal.ts';

/**
 * One record as it stands in the file, its line break taken off, and the line it starts on. The bytes may be written
 * over once the next record is asked for.
 */
export interface RawRecord {
  readonly bytes: Buffer;
  readonly line: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;
const QUOTE = 0x22;
const COMMA = 0x2c;

/** No record of any source comes near it: one that does has lost a quotation mark. */
const RECORD_BYTES_AT_MOST = 256 * 1024;

/**
 * Cuts bytes into records without decoding them. A line break between quotation marks belongs to the record. Blank
 * lines are left out.
 */
export function* rawRecords(source: Bytes): Generator<RawRecord> {
  const window = new Window();
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  let first = true;
  for (const piece of source) {
    const bytes = window.join(rest, first ? textStart(piece) : piece);
    first = false;
    const cut = new Cut(bytes);
    for (let end = cut.next(); end !== undefined; end = cut.next()) {
      const record = withoutReturn(bytes.subarray(end.start, end.end));
      if (record.length > 0) yield { bytes: record, line };
      line += end.lines;
    }
    rest = bytes.subarray(cut.start);
    if (rest.length > RECORD_BYTES_AT_MOST)
      throw new ImportRefusal(`a quotation mark on line ${line} or soon after is never closed`);
  }
  if (first) throw new ImportRefusal('this file is empty');
  if (hasOpenQuote(rest)) throw new ImportRefusal(`the file ends in the middle of line ${line}: download it again`);
  const last = withoutReturn(rest);
  if (last.length > 0) yield { bytes: last, line };
}

/** What is left of one piece and the whole of the next, side by side in memory that is used over and over. */
class Window {
  #memory = Buffer.alloc(0);

  join(rest: Buffer, piece: Buffer): Buffer {
    const length = rest.length + piece.length;
    // What is left may stand in this very memory: `concat` copies it out before it is let go.
    if (length > this.#memory.length) this.#memory = Buffer.concat([rest, piece], length * 2);
    else {
      this.#memory.set(rest, 0);
      this.#memory.set(piece, rest.length);
    }
    return this.#memory.subarray(0, length);
  }
}

function withoutReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === RETURN ? bytes.subarray(0, -1) : bytes;
}

function hasOpenQuote(bytes: Buffer): boolean {
  let open = false;
  for (let at = bytes.indexOf(QUOTE); at >= 0; at = bytes.indexOf(QUOTE, at + 1)) open = !open;
  return open;
}

/** Finds the ends of records in one piece. Searching is left to `indexOf`, which reads many bytes at a time. */
class Cut {
  start = 0;
  readonly #bytes: Buffer;
  #quote: number;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
    this.#quote = this.#find(QUOTE, 0);
  }

  next(): { readonly start: number; readonly end: number; readonly lines: number } | undefined {
    const { start } = this;
    let open = false;
    let lines = 1;
    for (let end = this.#find(NEWLINE, start); end < this.#bytes.length; end = this.#find(NEWLINE, end + 1)) {
      for (; this.#quote < end; this.#quote = this.#find(QUOTE, this.#quote + 1)) open = !open;
      if (!open) {
        this.start = end + 1;
        return { start, end, lines };
      }
      lines += 1;
    }
    return undefined;
  }

  #find(byte: number, from: number): number {
    const at = this.#bytes.indexOf(byte, from);
    return at < 0 ? this.#bytes.length : at;
  }
}

/** How many values a record holds: commas between quotation marks are part of a value. */
export function countValues(record: Buffer): number {
  let count = 1;
  let open = false;
  for (let at = 0; at < record.length; at += 1) {
    const byte = record[at];
    if (byte === COMMA) count += open ? 0 : 1;
    else if (byte === QUOTE) open = !open;
  }
  return count;
}
