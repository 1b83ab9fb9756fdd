import type { ByteReader } from './byte-reader.ts';

/*
 * The list of what is in a ZIP file, read without unpacking anything: a document of a few kilobytes can say that it
 * unpacks to gigabytes, and must be refused by what it says.
 */

/** One thing in a ZIP file, as its list has it. */
export interface ZipEntry {
  readonly name: string;
  /** Stored as it is, or packed by deflate. */
  readonly method: 'stored' | 'deflated';
  readonly packed: number;
  readonly unpacked: number;
  /** Where its own header begins. */
  readonly at: number;
}

/** A list is read, or there is a reason why the file is not taken. */
export type ZipRead =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly why: 'broken' | 'bomb' | 'locked' | 'unsafe' };

/** More than any document of ten megabytes that somebody has written. */
const MOST = {
  entries: 4000,
  listBytes: 1024 * 1024,
  unpacked: 300 * 1024 * 1024,
  /** Pages of numbers pack to a thirtieth; deflate itself can make at most a thousandth. */
  ratio: 150,
  /** What is small may pack as well as it likes. */
  unpackedWhatever: 1024 * 1024,
} as const;

const END = { bytes: 22, sign: 0x06054b50 } as const;
const ENTRY = { bytes: 46, sign: 0x02014b50 } as const;
const LOCAL = { bytes: 30, sign: 0x04034b50 } as const;
const LONGEST_COMMENT = 0xffff;

export async function readZip(file: ByteReader): Promise<ZipRead> {
  const end = await findEnd(file);
  if (!end) return BROKEN;
  if (end.count > MOST.entries || end.bytes > MOST.listBytes) return { ok: false, why: 'bomb' };
  const list = await file.read(end.at, end.bytes);
  if (list.length < end.bytes) return BROKEN;
  const entries = entriesIn(list, end.count);
  if (!entries.ok) return entries;
  if (isBomb(entries.entries)) return { ok: false, why: 'bomb' };
  return (await lieBesideEachOther(file, entries.entries, end.at)) ? entries : BROKEN;
}

const BROKEN = { ok: false, why: 'broken' } as const;

/** The record that ends the file; nothing may follow it but its own comment. */
async function findEnd(file: ByteReader): Promise<{ count: number; bytes: number; at: number } | undefined> {
  const length = Math.min(file.size, END.bytes + LONGEST_COMMENT);
  const tail = await file.read(file.size - length, length);
  for (let at = tail.length - END.bytes; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) !== END.sign) continue;
    const [disk, listDisk, here, count] = [4, 6, 8, 10].map((offset) => tail.readUInt16LE(at + offset));
    const [bytes, start, comment] = [
      tail.readUInt32LE(at + 12),
      tail.readUInt32LE(at + 16),
      tail.readUInt16LE(at + 20),
    ];
    const isWhole = disk === 0 && listDisk === 0 && here === count && at + END.bytes + comment === tail.length;
    const place = file.size - length + at;
    // Anything between list and end, or a list elsewhere (ZIP64), is no document that an Office program writes.
    return isWhole && count !== undefined && start + bytes === place ? { count, bytes, at: start } : undefined;
  }
  return undefined;
}

const names = new TextDecoder('utf-8', { fatal: true });

function entriesIn(list: Buffer, count: number): ZipRead {
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const read = entryAt(list, at);
    if ('why' in read) return { ok: false, why: read.why };
    entries.push(read.entry);
    at += read.bytes;
  }
  return at === list.length ? { ok: true, entries } : BROKEN;
}

type EntryRead = { readonly entry: ZipEntry; readonly bytes: number } | Extract<ZipRead, { ok: false }>;

function entryAt(list: Buffer, at: number): EntryRead {
  if (at + ENTRY.bytes > list.length || list.readUInt32LE(at) !== ENTRY.sign) return BROKEN;
  const short = (offset: number) => list.readUInt16LE(at + offset);
  const long = (offset: number) => list.readUInt32LE(at + offset);
  const [flags, method, nameBytes] = [short(8), short(10), short(28)];
  const name = nameIn(list.subarray(at + ENTRY.bytes, at + ENTRY.bytes + nameBytes));
  if (name === undefined || isUnsafe(name)) return { ok: false, why: 'unsafe' };
  if ((flags & 1) === 1) return { ok: false, why: 'locked' };
  if (method !== 0 && method !== 8) return BROKEN;
  return {
    entry: { name, method: method === 0 ? 'stored' : 'deflated', packed: long(20), unpacked: long(24), at: long(42) },
    bytes: ENTRY.bytes + nameBytes + short(30) + short(32),
  };
}

function nameIn(bytes: Buffer): string | undefined {
  try {
    return names.decode(bytes);
  } catch {
    return undefined;
  }
}

/** A name that would lead out of where it is unpacked. */
function isUnsafe(name: string): boolean {
  return name === '' || /^[/\\]|^[a-z]:|\\|\0/i.test(name) || name.split('/').includes('..');
}

function isBomb(entries: readonly ZipEntry[]): boolean {
  const packed = entries.reduce((sum, entry) => sum + entry.packed, 0);
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  return unpacked > MOST.unpacked || (unpacked > MOST.unpackedWhatever && unpacked > MOST.ratio * packed);
}

/** What the list names must be there, each in bytes of its own: bombs let a thousand names share the same bytes. */
async function lieBesideEachOther(file: ByteReader, entries: readonly ZipEntry[], listAt: number): Promise<boolean> {
  if (new Set(entries.map(({ name }) => name)).size < entries.length) return false;
  const inOrder = entries.toSorted((one, other) => one.at - other.at);
  for (const [index, entry] of inOrder.entries()) {
    const end = await endOf(file, entry);
    if (end === undefined || end > (inOrder[index + 1]?.at ?? listAt)) return false;
  }
  return true;
}

/** Where an entry's bytes end; `undefined` where its own header does not bear out the list. */
async function endOf(file: ByteReader, { name, packed, unpacked, method, at }: ZipEntry): Promise<number | undefined> {
  const header = await file.read(at, LOCAL.bytes);
  if (header.length < LOCAL.bytes || header.readUInt32LE(0) !== LOCAL.sign) return undefined;
  const [nameBytes, extra] = [header.readUInt16LE(26), header.readUInt16LE(28)];
  const isNamed = (await file.read(at + LOCAL.bytes, nameBytes)).equals(Buffer.from(name));
  if (!isNamed || (method === 'stored' && packed !== unpacked)) return undefined;
  return at + LOCAL.bytes + nameBytes + extra + packed;
}

/** The packed bytes of one entry. */
export async function packedBytes(file: ByteReader, { at, packed }: ZipEntry): Promise<Buffer> {
  const header = await file.read(at, LOCAL.bytes);
  return file.read(at + LOCAL.bytes + header.readUInt16LE(26) + header.readUInt16LE(28), packed);
}
