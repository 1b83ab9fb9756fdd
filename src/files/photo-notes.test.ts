import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aHeic, aJpeg, aPng, aWebp } from '../../test/support/pictures.ts';
import { readerOfBytes } from './byte-reader.ts';
import { tellType } from './file-type.ts';
import { withoutNotes, type PhotoType, type Piece } from './photo-notes.ts';
import { orientationIn, tiffOf } from './tiff.ts';

/* Photographs as cameras and programs write them, in test/fixtures/photos: each says where, when and by whom. */

const PHOTOS = [
  ['jpeg', 'baseline.jpg'],
  ['jpeg', 'progressive.jpg'],
  ['png', 'photo.png'],
  ['webp', 'photo.webp'],
  ['heic', 'photo.heic'],
] as const;

const photo = (name: string) => readFileSync(new URL(`../../test/fixtures/photos/${name}`, import.meta.url));

const bytesOf = (whole: Buffer, pieces: readonly Piece[]) =>
  Buffer.concat(pieces.map((piece) => (Buffer.isBuffer(piece) ? piece : whole.subarray(piece.from, piece.to))));

async function clean(type: PhotoType, whole: Buffer): Promise<Buffer> {
  const pieces = await withoutNotes(type, readerOfBytes(whole));
  expect(pieces).toBeDefined();
  return bytesOf(whole, pieces ?? []);
}

const NOTES = /Example Phone|2026:11:20|GPS|Somewhere School|Sam Patel|xmpmeta/;
/** Degrees and minutes of the place, as a camera writes them. */
const PLACE = Buffer.from('00000035000000010000001600000001', 'hex');

test.each(PHOTOS)('a %s (%s) keeps its picture and loses where, when and by whom it was taken', async (type, name) => {
  const whole = photo(name);
  expect(whole.toString('latin1')).toMatch(NOTES);
  expect(whole.includes(PLACE)).toBe(true);
  const cleaned = await clean(type, whole);
  expect(cleaned.toString('latin1')).not.toMatch(NOTES);
  expect(cleaned.includes(PLACE)).toBe(false);
  expect(await tellType(readerOfBytes(cleaned))).toEqual({ type });
  expect(await clean(type, cleaned)).toEqual(cleaned);
});

test.each(['baseline.jpg', 'progressive.jpg'])(
  'of %s every byte of the picture stays, and nothing behind its end',
  async (name) => {
    const [whole, cleaned] = [photo(name), await clean('jpeg', photo(name))];
    const tables = whole.indexOf(Buffer.from([0xff, 0xdb]));
    const end = whole.indexOf(Buffer.from([0xff, 0xd9])) + 2;
    expect(cleaned.subarray(cleaned.indexOf(Buffer.from([0xff, 0xdb])))).toEqual(whole.subarray(tables, end));
    expect(whole.length - end).toBeGreaterThan(300);
  },
);

test('a picture stays the right way up', async () => {
  const jpeg = await clean('jpeg', photo('baseline.jpg'));
  const at = jpeg.indexOf('Exif\0\0') + 6;
  expect(orientationIn(jpeg.subarray(at))).toBe(6);
  expect(jpeg.subarray(at, at + tiffOf(6).length)).toEqual(tiffOf(6));
  const png = await clean('png', photo('photo.png'));
  expect(orientationIn(png.subarray(png.indexOf('eXIf') + 4))).toBe(orientationIn(exifOfPng(photo('photo.png'))));
});

function exifOfPng(png: Buffer): Buffer {
  return png.subarray(png.indexOf('eXIf') + 4);
}

test('in a HEIC everything stays in its place, and only notes are written over', async () => {
  const [whole, cleaned] = [photo('photo.heic'), await clean('heic', photo('photo.heic'))];
  expect(cleaned.length).toBe(whole.length);
  const notesAt = whole.indexOf('MM\0*') - 4;
  expect(cleaned.subarray(0, notesAt)).toEqual(whole.subarray(0, notesAt));
});

test.each([
  ['jpeg', aJpeg()],
  ['png', aPng()],
  ['webp', aWebp()],
  ['heic', aHeic()],
] as const)('a %s without notes stays as it is', async (type, whole) => {
  expect(await clean(type, whole)).toEqual(whole);
});

test('a HEIC that moves, or whose notes cannot be found, is not taken for clean', async () => {
  const whole = photo('photo.heic');
  const film = Buffer.concat([whole, Buffer.from('\0\0\0\x08moov', 'latin1')]);
  expect(await withoutNotes('heic', readerOfBytes(film))).toBeUndefined();
  const lost = Buffer.from(whole);
  lost.write('ilox', lost.indexOf('iloc'), 'latin1');
  expect(await withoutNotes('heic', readerOfBytes(lost))).toBeUndefined();
  const far = Buffer.from(whole);
  far.writeUInt32BE(0x7fffffff, far.indexOf('iloc') + 4 + 8 + 20 + 20 + 6);
  expect(await withoutNotes('heic', readerOfBytes(far))).toBeUndefined();
});

test.each(PHOTOS)('whatever is broken in a %s (%s), reading it ends, and throws nothing', async (type, name) => {
  const whole = photo(name);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(whole.length - 1),
      fc.integer({ min: 0, max: 255 }),
      fc.nat(whole.length),
      async (at, byte, cut) => {
        const broken = Buffer.from(whole.subarray(0, Math.max(cut, 16)));
        if (at < broken.length) broken[at] = byte;
        const pieces = await withoutNotes(type, readerOfBytes(broken));
        if (pieces)
          for (const piece of pieces) if (!Buffer.isBuffer(piece)) expect(piece.to).toBeGreaterThanOrEqual(piece.from);
      },
    ),
    { numRuns: 400 },
  );
});

test('which way up is read in either order of bytes, and from nothing that is cut short', () => {
  for (const orientation of [2, 3, 6, 8]) expect(orientationIn(tiffOf(orientation))).toBe(orientation);
  const little = Buffer.from('49492a0008000000010012010300010000000300000000000000', 'hex');
  expect(orientationIn(little)).toBe(3);
  for (let length = 0; length < 20; length += 1) expect(orientationIn(little.subarray(0, length))).toBeUndefined();
  expect(orientationIn(tiffOf())).toBeUndefined();
});
