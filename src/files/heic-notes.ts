import type { ByteReader } from './byte-reader.ts';
import type { Piece } from './photo-notes.ts';
import { tiffOf } from './tiff.ts';

/*
 * In a HEIC (ISO/IEC 23008-12) notes are items like pictures are, and everything is found by its place in the file. So
 * nothing is taken out: what the notes' bytes say is written over. Which way up the picture is stands elsewhere in it.
 */

interface Box {
  readonly kind: string;
  /** Of what is in it. */
  readonly from: number;
  readonly to: number;
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

const LARGEST_LIST = 1024 * 1024;
const MOST_BOXES = 2000;

/** `undefined` where the notes cannot be found for certain, and of moving pictures, which have others elsewhere. */
export async function heicWithoutNotes(file: ByteReader): Promise<readonly Piece[] | undefined> {
  const boxes = await boxesIn(file);
  const [meta, second] = boxes.filter(({ kind }) => kind === 'meta');
  if (second || boxes.some(({ kind }) => kind === 'moov' || kind === 'uuid')) return undefined;
  if (!meta) return [{ from: 0, to: file.size }];
  if (meta.to - meta.from > LARGEST_LIST) return undefined;
  const bytes = await file.read(meta.from, meta.to - meta.from);
  const extents = noteExtents(bytes, meta.from);
  if (!extents || extents.some(({ from, to }) => from > to || to > file.size)) return undefined;
  return writtenOver(file.size, extents);
}

async function boxesIn(file: ByteReader): Promise<readonly Box[]> {
  const boxes: Box[] = [];
  for (let at = 0; at < file.size && boxes.length < MOST_BOXES;) {
    const box = boxAt(await file.read(at, 16), at, file.size);
    if (!box) break;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}

/** A box by its head; `undefined` where there is none. */
function boxAt(head: Buffer, at: number, end: number): Box | undefined {
  if (head.length < 8) return undefined;
  const short = head.readUInt32BE(0);
  const isLong = short === 1 && head.length >= 16;
  const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? end - at : short;
  const headLength = isLong ? 16 : 8;
  if (length < headLength || at + length > end) return undefined;
  return { kind: head.toString('latin1', 4, 8), from: at + headLength, to: at + length };
}

/** The boxes within bytes of one. */
function boxesWithin(bytes: Buffer, from: number, to = bytes.length): readonly Box[] {
  const boxes: Box[] = [];
  for (let at = from; at < to && boxes.length < MOST_BOXES;) {
    const box = boxAt(bytes.subarray(at, at + 16), at, to);
    if (!box) break;
    boxes.push(box);
    at = box.to;
  }
  return boxes;
}

/** Where the items stand that are notes. Throws nothing: what ends too soon is `undefined`. */
function noteExtents(meta: Buffer, metaAt: number): readonly Extent[] | undefined {
  try {
    const within = boxesWithin(meta, 4);
    const box = (kind: string) => within.find((one) => one.kind === kind);
    const [list, places, data] = [box('iinf'), box('iloc'), box('idat')];
    if (!list) return [];
    const notes = noteItems(meta, list);
    if (notes.size === 0) return [];
    return places && itemExtents(meta.subarray(places.from, places.to), notes, data && metaAt + data.from);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** The numbers of the items that are Exif, or text such as XMP. */
function noteItems(meta: Buffer, list: Box): ReadonlySet<number> {
  const notes = new Set<number>();
  const entries = boxesWithin(meta, list.from + (meta[list.from] === 0 ? 6 : 8), list.to);
  for (const { kind, from } of entries) {
    const version = meta[from] ?? 0;
    if (kind !== 'infe' || version < 2) continue;
    const isLong = version > 2;
    const number = isLong ? meta.readUInt32BE(from + 4) : meta.readUInt16BE(from + 4);
    const typeAt = from + (isLong ? 10 : 8);
    const type = meta.toString('latin1', typeAt, typeAt + 4);
    if (type === 'Exif' || type === 'mime') notes.add(number);
  }
  return notes;
}

/** Numbers one after the other, each of so many bytes. */
class Numbers {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  take(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (size === 0) return 0;
    return size === 8 ? Number(this.#bytes.readBigUInt64BE(at)) : this.#bytes.readUIntBE(at, size);
  }
}

interface PlaceSizes {
  readonly version: number;
  readonly offset: number;
  readonly length: number;
  readonly base: number;
  readonly index: number;
}

interface Item {
  readonly number: number;
  /** 0 in the file, 1 in the data beside the list, 2 in another item. */
  readonly method: number;
  readonly isElsewhere: boolean;
  readonly extents: readonly Extent[];
}

function placeSizes(places: Buffer): PlaceSizes {
  const [version, lengths, starts] = [places.readUInt8(0), places.readUInt8(4), places.readUInt8(5)];
  const [offset, length] = halves(lengths);
  const [base, index] = halves(starts);
  return { version, offset, length, base, index: version === 0 ? 0 : index };
}

function nextItem(numbers: Numbers, { version, offset, length, base, index }: PlaceSizes): Item {
  const number = numbers.take(version < 2 ? 2 : 4);
  const method = version === 0 ? 0 : numbers.take(2) & 0xf;
  const isElsewhere = numbers.take(2) !== 0;
  const begins = numbers.take(base);
  const extents: Extent[] = [];
  for (let count = numbers.take(2); count > 0; count -= 1) {
    numbers.take(index);
    const from = begins + numbers.take(offset);
    extents.push({ from, to: from + numbers.take(length) });
  }
  return { number, method, isElsewhere, extents };
}

/** `undefined` where a note's place is told in a way that is not followed here. */
function itemExtents(
  places: Buffer,
  notes: ReadonlySet<number>,
  data: number | undefined,
): readonly Extent[] | undefined {
  const sizes = placeSizes(places);
  const numbers = new Numbers(places, 6);
  const found: Extent[] = [];
  for (let items = numbers.take(sizes.version < 2 ? 2 : 4); items > 0; items -= 1) {
    const { number, method, isElsewhere, extents } = nextItem(numbers, sizes);
    if (!notes.has(number)) continue;
    const begins = [0, data][method];
    if (begins === undefined || isElsewhere || extents.some(({ from, to }) => from === to)) return undefined;
    found.push(...extents.map(({ from, to }) => ({ from: begins + from, to: begins + to })));
  }
  return found;
}

function halves(byte: number): readonly [number, number] {
  return [byte >> 4, byte & 0xf];
}

/** The file with these stretches written over: with notes that say nothing where they fit, else with nothing at all. */
function writtenOver(size: number, extents: readonly Extent[]): readonly Piece[] | undefined {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { from, to } of extents.toSorted((one, other) => one.from - other.from)) {
    if (from < at) return undefined;
    const over = Buffer.alloc(to - from);
    const nothing = Buffer.concat([Buffer.alloc(4), tiffOf()]);
    if (nothing.length <= over.length) nothing.copy(over);
    pieces.push({ from: at, to: from }, over);
    at = to;
  }
  return [...pieces, { from: at, to: size }];
}
