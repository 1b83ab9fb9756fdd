import type { ByteReader } from './byte-reader.ts';

/*
 * A JSON document that is one object, mostly of lists, read as it comes: a list's elements are given one after the other,
 * so that what is held is one of them and not the document. Only the places of brackets, commas and quotes are told
 * here; each element is read by the platform's own reader, once it is known to be small.
 */

/** A value that stands in the document's object, or one element of a list that does. */
export interface JsonEntry {
  /** The name the value or the list has. */
  readonly name: string;
  /** Its place in the list, from 1; 0 for a value that is no list. */
  readonly number: number;
  /** The line of the document it begins on, from 1. */
  readonly line: number;
  readonly value: unknown;
}

/** What keeps an entry from being read: at which line of the document, and why, as the end of a sentence. */
export class JsonFault extends Error {
  override readonly name = 'JsonFault';
  readonly line: number;

  constructor(line: number, because: string) {
    super(because);
    this.line = line;
  }
}

/** How large one entry may be: beyond it, it costs more to read than anything that we wrote. */
export interface JsonBounds {
  readonly bytes: number;
  /** Values in all, those within others among them. */
  readonly values: number;
  /** How deep they lie in one another. */
  readonly depth: number;
}

const PIECE = 64 * 1024;

const [QUOTE, COMMA, COLON, BACKSLASH, NEW_LINE] = [0x22, 0x2c, 0x3a, 0x5c, 0x0a];
const [LIST, LIST_ENDS, OBJECT, OBJECT_ENDS] = [0x5b, 0x5d, 0x7b, 0x7d];

/**
 * The entries of those names, in the document's order; of every other it only counts how many there are. Gives the
 * counts of all lists. Throws JsonFault at the first that cannot be read.
 */
export async function* jsonEntries(
  file: ByteReader,
  wanted: ReadonlySet<string>,
  bounds: JsonBounds,
): AsyncGenerator<JsonEntry, ReadonlyMap<string, number>> {
  const scan = new Scan(wanted, bounds);
  for (let at = 0; at < file.size; at += PIECE) yield* scan.pieces(await file.read(at, PIECE));
  return scan.end();
}

/** Whether reading this text as JSON would make more of it than the bounds allow. */
export function outgrows(text: Buffer, { bytes, values, depth }: JsonBounds): boolean {
  if (text.length > bytes) return true;
  let [deep, commas] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? 0;
    if (byte === QUOTE) at = endOfText(text, at);
    else if (byte === COMMA) commas += 1;
    else deep += DEEPER[byte] ?? 0;
    if (deep > depth || commas > values) return true;
  }
  return false;
}

/** Where the text that begins at a quote has its other quote. */
function endOfText(text: Buffer, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== QUOTE) at += text[at] === BACKSLASH ? 2 : 1;
  return at;
}

/** How much deeper what comes after a byte lies, outside of texts. */
const DEEPER = new Int8Array(256);
DEEPER[LIST] = 1;
DEEPER[OBJECT] = 1;
DEEPER[LIST_ENDS] = -1;
DEEPER[OBJECT_ENDS] = -1;

const isSpace = (byte: number) => byte === 0x20 || byte === NEW_LINE || byte === 0x0d || byte === 0x09;

/** Where the scan stands in the document's object. */
type Place = 'before' | 'name' | 'colon' | 'value' | 'list' | 'comma' | 'after';

class Scan {
  readonly #wanted: ReadonlySet<string>;
  readonly #bounds: JsonBounds;
  readonly #counts = new Map<string, number>();
  #place: Place = 'before';
  #name = '';
  #line = 1;
  /** What is open within the value that is being passed over, as the bytes that close it. */
  #open: number[] = [];
  #isText = false;
  #isEscaped = false;
  /** The value under way: none between two. */
  #held: Buffer[] | undefined;
  #heldBytes = 0;
  #began = 1;
  #from = 0;
  #isFirst = true;

  constructor(wanted: ReadonlySet<string>, bounds: JsonBounds) {
    this.#wanted = wanted;
    this.#bounds = bounds;
  }

  *pieces(piece: Buffer): Generator<JsonEntry> {
    this.#from = 0;
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] ?? 0;
      if (byte === NEW_LINE) this.#line += 1;
      if (this.#held === undefined) this.#between(byte, at);
      else if (this.#passes(byte)) {
        this.#hold(piece.subarray(this.#from, at));
        const entry = this.#finished();
        if (entry) yield entry;
        this.#between(byte, at);
      }
    }
    if (this.#held !== undefined) this.#hold(piece.subarray(this.#from));
    this.#from = 0;
  }

  end(): ReadonlyMap<string, number> {
    if (this.#place !== 'after') throw this.#fault('the file breaks off before its end');
    return this.#counts;
  }

  /** Takes a byte of the value under way; true where it is the first that belongs to it no more. */
  #passes(byte: number): boolean {
    if (this.#isText) return this.#passText(byte);
    const deeper = DEEPER[byte] ?? 0;
    if (byte === QUOTE) this.#isText = true;
    else if (deeper > 0) this.#enter(byte);
    else if (this.#open.length === 0) return byte === COMMA || byte === COLON || deeper < 0;
    else if (deeper < 0 && this.#open.pop() !== byte) throw this.#fault('its brackets do not match');
    return false;
  }

  #passText(byte: number): false {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) this.#isText = false;
    return false;
  }

  #enter(byte: number): void {
    this.#open.push(byte === LIST ? LIST_ENDS : OBJECT_ENDS);
    if (this.#open.length > this.#bounds.depth) throw this.#fault('it lies deeper than anything we wrote');
  }

  /** A byte that stands in no value: it leads on to the next, or ends what it is in. */
  #between(byte: number, at: number): void {
    if (isSpace(byte)) return;
    switch (this.#place) {
      case 'before':
        return isMark(byte) ? undefined : this.#lead(byte === OBJECT, 'name');
      case 'name':
        return this.#atName(byte, at);
      case 'colon':
        return this.#lead(byte === COLON, 'value');
      case 'value':
        return byte === LIST ? this.#enterList() : this.#begin(byte, at);
      case 'list':
        return this.#atElement(byte, at);
      case 'comma':
        return this.#atComma(byte);
      case 'after':
        return this.#lead(false, 'after');
      default:
        return this.#place satisfies never;
    }
  }

  #atName(byte: number, at: number): void {
    if (byte === OBJECT_ENDS && this.#isFirst) return this.#lead(true, 'after');
    return byte === QUOTE ? this.#begin(byte, at) : this.#lead(false, 'name');
  }

  #enterList(): void {
    this.#counts.set(this.#name, 0);
    this.#isFirst = true;
    this.#place = 'list';
  }

  #atElement(byte: number, at: number): void {
    if (byte === LIST_ENDS) this.#place = 'comma';
    else if (byte !== COMMA || this.#isFirst) this.#begin(byte, at);
  }

  #atComma(byte: number): void {
    if (byte === OBJECT_ENDS) return this.#lead(true, 'after');
    this.#isFirst = false;
    return this.#lead(byte === COMMA, 'name');
  }

  #lead(isRight: boolean, to: Place): void {
    if (!isRight) throw this.#fault('it is not JSON from there on');
    this.#place = to;
  }

  #begin(byte: number, at: number): void {
    this.#held = [];
    this.#heldBytes = 0;
    this.#began = this.#line;
    this.#from = at;
    if (this.#passes(byte)) throw this.#fault('it is not JSON from there on');
  }

  /** Keeps what is wanted of the value under way. */
  #hold(bytes: Buffer): void {
    if (this.#place !== 'name' && !this.#wanted.has(this.#name)) return;
    this.#heldBytes += bytes.length;
    if (this.#heldBytes > this.#bounds.bytes) throw this.#fault('it is larger than anything we wrote');
    this.#held?.push(Buffer.from(bytes));
  }

  #finished(): JsonEntry | undefined {
    const text = Buffer.concat(this.#held ?? []);
    this.#held = undefined;
    this.#from = 0;
    if (this.#place === 'name') {
      this.#name = String(this.#read(text));
      this.#place = 'colon';
      return undefined;
    }
    const isInList = this.#place === 'list';
    const number = isInList ? (this.#counts.get(this.#name) ?? 0) + 1 : 0;
    if (isInList) this.#counts.set(this.#name, number);
    else this.#place = 'comma';
    this.#isFirst = false;
    if (!this.#wanted.has(this.#name)) return undefined;
    return { name: this.#name, number, line: this.#began, value: this.#read(text) };
  }

  #read(text: Buffer): unknown {
    if (outgrows(text, this.#bounds)) throw this.#fault('it lists more than anything we wrote');
    try {
      return JSON.parse(text.toString('utf8'));
    } catch {
      throw this.#fault('it is not JSON');
    }
  }

  #fault(because: string): JsonFault {
    return new JsonFault(this.#held === undefined ? this.#line : this.#began, because);
  }
}

/** The mark some programs put before a text in UTF-8. */
function isMark(byte: number): boolean {
  return byte === 0xef || byte === 0xbb || byte === 0xbf;
}
