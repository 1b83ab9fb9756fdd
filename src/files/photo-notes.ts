import { crc32 } from 'node:zlib';
import type { FileType } from '../domain/looking-back/evidence.ts';
import type { ByteReader } from './byte-reader.ts';
import { heicWithoutNotes } from './heic-notes.ts';
import { orientationIn, tiffOf } from './tiff.ts';

/*
 * A photograph says where and when it was taken, by what machine and often by whom; some hold a second picture from
 * before it was cut, or a short film. All of that is left out here and the picture stays as it is, byte for byte: only
 * the parts that a program needs to show it are taken over, and which way up it is.
 */

/** A stretch of the file that stays, or what stands there instead. */
export type Piece = { readonly from: number; readonly to: number } | Buffer;

export type PhotoType = Extract<FileType, 'png' | 'jpeg' | 'webp' | 'heic'>;

export function isPhotoType(type: FileType): type is PhotoType {
  return type === 'png' || type === 'jpeg' || type === 'webp' || type === 'heic';
}

/** What a picture is without its notes, in order; `undefined` where they cannot be told from the picture. */
export function withoutNotes(type: PhotoType, file: ByteReader): Promise<readonly Piece[] | undefined> {
  switch (type) {
    case 'jpeg':
      return jpegWithoutNotes(file);
    case 'png':
      return pngWithoutNotes(file);
    case 'webp':
      return webpWithoutNotes(file);
    case 'heic':
      return heicWithoutNotes(file);
    default:
      return type satisfies never;
  }
}

const MOST_PARTS = 20_000;

const JPEG = { comment: 0xfe, app0: 0xe0, app1: 0xe1, app2: 0xe2, app14: 0xee, app15: 0xef, end: 0xd9 } as const;
/** Begins every mark, and may stand before one any number of times. */
const FILL = 0xff;
/** What tells a segment: its mark, its length, and what the longest name of one takes. */
const HEAD = 18;
const EXIF = 'Exif\0\0';
const COLOURS = 'ICC_PROFILE\0';

interface Segment {
  readonly mark: number;
  readonly at: number;
  readonly ends: number;
  /** How it begins, its mark and its length among it. */
  readonly head: Buffer;
}

/** Segments up to the end mark; phones put second pictures and films behind it. */
async function jpegWithoutNotes(file: ByteReader): Promise<readonly Piece[] | undefined> {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  let at = 2;
  for (let parts = 0; parts < MOST_PARTS; parts += 1) {
    const segment = await jpegSegment(file, at);
    if (!segment) return undefined;
    const isShown = isForShowing(segment);
    // The picture itself follows a segment that begins a scan; after any other the next begins at once.
    const ends = isShown && segment.mark !== JPEG.end ? await nextMark(file, segment.ends) : segment.ends;
    if (ends === undefined) return undefined;
    if (isShown) pieces.push({ from: segment.at, to: ends });
    else pieces.push(...(await jpegNotesLeft(file, segment)));
    if (segment.mark === JPEG.end) return pieces;
    at = ends;
  }
  return undefined;
}

async function jpegSegment(file: ByteReader, from: number): Promise<Segment | undefined> {
  let at = from;
  let head = await file.read(at, HEAD);
  while (head[0] === FILL && head[1] === FILL) {
    at += 1;
    head = await file.read(at, HEAD);
  }
  const mark = head[1] ?? 0;
  if (head[0] !== FILL) return undefined;
  if (mark === JPEG.end) return { mark, at, ends: at + 2, head };
  return head.length < 4 ? undefined : { mark, at, ends: at + 2 + head.readUInt16BE(2), head };
}

/** Whether a segment is needed to show the picture: of what programs add, its density, its colours and how they are laid down. */
function isForShowing({ mark, head }: Segment): boolean {
  const begins = head.toString('latin1', 4);
  if (mark === JPEG.app0) return begins.startsWith('JFIF\0');
  if (mark === JPEG.app2) return begins.startsWith(COLOURS);
  return mark === JPEG.app14 || (mark !== JPEG.comment && (mark < JPEG.app0 || mark > JPEG.app15));
}

/** Which way up it is, if that is among the notes. */
async function jpegNotesLeft(file: ByteReader, { mark, at, ends, head }: Segment): Promise<readonly Buffer[]> {
  if (mark !== JPEG.app1 || !head.toString('latin1', 4).startsWith(EXIF)) return [];
  const orientation = orientationIn(await file.read(at + 10, ends - at - 10));
  return orientation === undefined ? [] : [jpegNotes(orientation)];
}

function jpegNotes(orientation: number): Buffer {
  const tiff = tiffOf(orientation);
  const head = Buffer.from([0xff, JPEG.app1, 0, 2 + EXIF.length + tiff.length]);
  return Buffer.concat([head, Buffer.from(EXIF, 'latin1'), tiff]);
}

const PIECE = 64 * 1024;

/** Where the next segment begins: within a picture 0xff stands before zero and before restart marks as well. */
async function nextMark(file: ByteReader, from: number): Promise<number | undefined> {
  for (let at = from; at < file.size; at += PIECE - 1) {
    const piece = await file.read(at, PIECE);
    for (
      let found = piece.indexOf(0xff);
      found >= 0 && found < piece.length - 1;
      found = piece.indexOf(0xff, found + 1)
    ) {
      const mark = piece[found + 1] ?? 0;
      if (mark !== 0 && mark !== 0xff && (mark < 0xd0 || mark > 0xd7)) return at + found;
    }
  }
  return undefined;
}

/** What shows the picture, its colours and its movement; a chunk of any other name is somebody's note. */
const PNG_SHOWS = /^(?:[A-Z]...|gAMA|cHRM|sRGB|iCCP|cICP|mDCV|cLLI|pHYs|tRNS|sBIT|bKGD|hIST|sPLT|acTL|fcTL|fdAT)$/;

async function pngWithoutNotes(file: ByteReader): Promise<readonly Piece[] | undefined> {
  const pieces: Piece[] = [{ from: 0, to: 8 }];
  let at = 8;
  for (let parts = 0; parts < MOST_PARTS && at < file.size; parts += 1) {
    const head = await file.read(at, 8);
    if (head.length < 8) return undefined;
    const [length, kind] = [head.readUInt32BE(0), head.toString('latin1', 4)];
    const ends = at + 12 + length;
    const orientation = kind === 'eXIf' ? orientationIn(await file.read(at + 8, length)) : undefined;
    if (orientation !== undefined) pieces.push(pngChunk('eXIf', tiffOf(orientation)));
    else if (PNG_SHOWS.test(kind)) pieces.push({ from: at, to: ends });
    at = ends;
  }
  return at === file.size ? pieces : undefined;
}

function pngChunk(kind: string, data: Buffer): Buffer {
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(kind, 'latin1'), data, Buffer.alloc(4)]);
  chunk.writeUInt32BE(data.length, 0);
  chunk.writeUInt32BE(crc32(chunk.subarray(4, -4)), chunk.length - 4);
  return chunk;
}

const WEBP_SHOWS = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** Bits of the extended head that say there are notes. */
const WEBP_HAS = { exif: 0x08, xmp: 0x04 } as const;

async function webpWithoutNotes(file: ByteReader): Promise<readonly Piece[] | undefined> {
  const pieces: Piece[] = [];
  let [at, extended, orientation]: [number, Buffer | undefined, number | undefined] = [12, undefined, undefined];
  for (let parts = 0; parts < MOST_PARTS && at + 8 <= file.size; parts += 1) {
    const head = await file.read(at, 8);
    const [kind, length] = [head.toString('latin1', 0, 4), head.readUInt32LE(4)];
    const ends = Math.min(at + 8 + length + (length % 2), file.size);
    if (kind === 'VP8X') extended = await file.read(at, ends - at);
    else if (kind === 'EXIF') orientation = orientationIn(afterExifMark(await file.read(at + 8, length)));
    else if (WEBP_SHOWS.has(kind)) pieces.push({ from: at, to: ends });
    at = ends;
  }
  const notes = extended && orientation !== undefined ? [webpChunk('EXIF', tiffOf(orientation))] : [];
  return webpOf([...(extended ? [webpHead(extended, notes.length > 0)] : []), ...pieces, ...notes]);
}

/** The extended head, which says whether there are notes. */
function webpHead(extended: Buffer, hasNotes: boolean): Buffer {
  const head = Buffer.from(extended);
  head[8] = ((head[8] ?? 0) & ~(WEBP_HAS.exif | WEBP_HAS.xmp)) | (hasNotes ? WEBP_HAS.exif : 0);
  return head;
}

function webpOf(chunks: readonly Piece[]): readonly Piece[] {
  const size = chunks.reduce((sum, piece) => sum + lengthOf(piece), 0);
  const begins = Buffer.from('RIFF\0\0\0\0WEBP', 'latin1');
  begins.writeUInt32LE(size + 4, 4);
  return [begins, ...chunks];
}

/** Some programs write the mark that JPEG wants before the notes. */
function afterExifMark(notes: Buffer): Buffer {
  return notes.toString('latin1', 0, EXIF.length) === EXIF ? notes.subarray(EXIF.length) : notes;
}

function webpChunk(kind: string, data: Buffer): Buffer {
  const head = Buffer.from(`${kind}\0\0\0\0`, 'latin1');
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2)]);
}

export function lengthOf(piece: Piece): number {
  return Buffer.isBuffer(piece) ? piece.length : piece.to - piece.from;
}
