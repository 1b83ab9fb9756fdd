import type { ByteReader } from './byte-reader.ts';

/* Whether a picture is whole. Each is read through its own parts to its end, a few bytes of each part. */

const MOST_PARTS = 20_000;
const PNG_END = 12;

/** A PNG is a list of chunks that ends the file. */
export async function isWholePng(file: ByteReader): Promise<boolean> {
  let at = 8;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const head = await file.read(at, 8);
    if (head.length < 8) return false;
    const kind = head.toString('latin1', 4);
    if (parts === 0 && kind !== 'IHDR') return false;
    if (kind === 'IEND') return at + PNG_END === file.size;
    at += 12 + head.readUInt32BE(0);
  }
  return false;
}

const JPEG = { startOfScan: 0xda, end: 0xd9 } as const;
const PIECE = 64 * 1024;

/** A JPEG is a list of segments, then its picture until the end mark; phones write more of their own after that. */
export async function isWholeJpeg(file: ByteReader): Promise<boolean> {
  let at = 2;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const head = await file.read(at, 4);
    if (head.length < 4 || head[0] !== 0xff) return false;
    at += 2 + head.readUInt16BE(2);
    if (head[1] === JPEG.startOfScan) return hasEndMark(file, at);
  }
  return false;
}

async function hasEndMark(file: ByteReader, from: number): Promise<boolean> {
  const mark = Buffer.from([0xff, JPEG.end]);
  // Pieces overlap by one byte, so that a mark on their border is seen.
  for (let at = from; at < file.size; at += PIECE - 1) if ((await file.read(at, PIECE)).includes(mark)) return true;
  return false;
}

/** A WebP says how long it is; an odd length is filled up by one. */
export async function isWholeWebp(file: ByteReader): Promise<boolean> {
  const length = (await file.read(4, 4)).readUInt32LE(0) + 8;
  return file.size === length || file.size === length + (length % 2);
}

/** A HEIC is a list of boxes that ends the file. */
export async function isWholeHeic(file: ByteReader): Promise<boolean> {
  let at = 0;
  for (let parts = 0; parts < MOST_PARTS && at < file.size; parts += 1) {
    const head = await file.read(at, 16);
    if (head.length < 8) return false;
    const short = head.readUInt32BE(0);
    if (short === 0) return true;
    const length = short === 1 && head.length === 16 ? Number(head.readBigUInt64BE(8)) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === file.size;
}
