import * as fc from 'fast-check';
import JSZip from 'jszip';
import { deflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { aHeic, aJpeg, aPdf, aPng, aWebp } from '../../test/support/pictures.ts';
import { aDocx, anOdt, anXlsx, aPptx, aZip, type ZipPart } from '../../test/support/zip.ts';
import { readerOfBytes } from './byte-reader.ts';
import { cleanName, nameOf, tellType } from './file-type.ts';

const tell = (bytes: Buffer) => tellType(readerOfBytes(bytes));

test.each([
  ['pdf', aPdf()],
  ['png', aPng()],
  ['jpeg', aJpeg()],
  ['webp', aWebp()],
  ['heic', aHeic()],
  ['docx', aDocx()],
  ['docx', aDocx([{ name: 'word/embeddings/sheet.xlsx', content: 'x' }])],
  ['xlsx', anXlsx()],
  ['pptx', aPptx()],
  ['odt', anOdt()],
] as const)('a %s is told by what is in it', async (type, bytes) => {
  expect(await tell(bytes)).toEqual({ type });
});

test('what another program packed as a document is one as well', async () => {
  const zip = new JSZip();
  zip.file('[Content_Types].xml', '<Types/>').file('word/document.xml', 'text '.repeat(1000));
  const bytes = await zip.generateAsync({ type: 'nodebuffer', compression: 'DEFLATE' });
  expect(await tell(bytes)).toEqual({ type: 'docx' });
});

const latin = (text: string) => Buffer.from(text, 'latin1');
const MEGA = 1024 * 1024;
const macro: ZipPart = { name: 'word/vbaProject.bin', content: 'x' };

test.each([
  ['nothing', Buffer.alloc(0), /It is empty/],
  ['a program', latin(`MZ\x90\0${'\0'.repeat(200)}`), /It is a program/],
  ['a program of Linux', latin('\x7fELF\x02\x01'), /It is a program/],
  ['a script', latin('#!/bin/sh\nrm -rf ~'), /It is a program/],
  ['a web page', latin('<!DOCTYPE html><script>alert(1)</script>'), /It is a web page/],
  ['a web page after white space', latin('\xef\xbb\xbf \n<HTML>'), /It is a web page/],
  ['an SVG', latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), /It is an SVG/],
  ['an SVG after its declaration', latin('<?xml version="1.0"?>\n<!-- x -->\n<svg onload="x"/>'), /It is an SVG/],
  ['a GIF', latin('GIF89a'), /It is a GIF/],
  ['an older Word file', latin('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), /an older Office file, or one with a password/],
  ['plain text', latin('Hello'), /what kind of file it is/],
  ['a PDF behind something else', latin(`GARBAGE${aPdf().toString('latin1')}`), /what kind of file it is/],
  ['a PDF cut short', aPdf().subarray(0, 30), /cut short/],
  ['a PNG cut short', aPng(20, 20).subarray(0, -5), /cut short/],
  ['a PNG with a web page behind it', Buffer.concat([aPng(), latin('<script>alert(1)</script>')]), /cut short/],
  ['a PNG that is only a beginning', latin('\x89PNG\r\n\x1a\n'), /cut short/],
  ['a JPEG cut short', aJpeg().subarray(0, -2), /cut short/],
  ['a JPEG that is only a beginning', latin('\xff\xd8\xff'), /cut short/],
  ['a WebP cut short', aWebp().subarray(0, -1), /cut short/],
  ['a HEIC cut short', aHeic().subarray(0, -1), /cut short/],
  ['a JPEG that is an archive as well', Buffer.concat([aJpeg(), aZip([{ name: 'a', content: 'b' }])]), /two kinds/],
  ['a PDF that is an archive as well', Buffer.concat([aPdf(), aDocx()]), /two kinds/],
  ['an archive', aZip([{ name: 'a.txt', content: 'b' }]), /It is a ZIP archive/],
  ['an archive of nothing', latin(`PK\x03\x04${'\0'.repeat(100)}`), /damaged or cut short/],
  ['two documents in one', aDocx([{ name: 'xl/workbook.xml', content: 'x' }]), /It is a ZIP archive/],
  ['a document cut short', aDocx().subarray(0, -10), /damaged or cut short/],
  ['a document with more behind it', Buffer.concat([aDocx(), latin('<script>')]), /damaged or cut short/],
  ['a document with a macro', aDocx([macro]), /It holds a macro/],
  ['a workbook with a macro sheet', anXlsx([{ name: 'xl/macrosheets/sheet1.xml', content: 'x' }]), /It holds a macro/],
  [
    'a macro under another name',
    aDocx([], '<Override ContentType="application/vnd.ms-office.vbaProject"/>'),
    /It holds a macro/,
  ],
  [
    'a macro document called DOCX',
    aDocx([], 'application/vnd.ms-word.document.macroEnabled.main+xml'),
    /It holds a macro/,
  ],
  ['an OpenDocument with a macro', anOdt([{ name: 'Basic/Standard/Module1.xml', content: 'x' }]), /It holds a macro/],
  ['a document with a password', aDocx([{ name: 'word/x.xml', content: 'x', isLocked: true }]), /It has a password/],
  ['a name that leads out', aDocx([{ name: '../../etc/passwd', content: 'x' }]), /no document that an Office program/],
  ['an absolute name', aDocx([{ name: '/etc/passwd', content: 'x' }]), /no document that an Office program/],
  ['a name with a backslash', aDocx([{ name: 'word\\..\\x', content: 'x' }]), /no document that an Office program/],
  ['a name that is there twice', aDocx([{ name: 'word/document.xml', content: 'x' }]), /damaged or cut short/],
  ['a name that is another in its own header', aDocx([{ name: 'a.xml', localName: 'b.xml', content: 'x' }]), /damaged/],
  ['names that share their bytes', aDocx([{ name: 'a.xml', content: 'x'.repeat(900), saysAt: 0 }]), /damaged/],
  [
    'a bomb that says so',
    aDocx([{ name: 'word/a.xml', content: 'x', saysUnpacked: 4_000_000_000 }]),
    /unpacks to far more/,
  ],
  ['a bomb of zeros', aDocx([{ name: 'word/media/a.bin', content: Buffer.alloc(50 * MEGA) }]), /unpacks to far more/],
  ['five thousand entries', aDocx(Array.from({ length: 5000 }, (_, n) => ({ name: `${n}` }))), /unpacks to far more/],
  [
    'a list of types that is a bomb',
    aZip([
      { name: '[Content_Types].xml', content: `<Types>${' '.repeat(20 * MEGA)}`, saysUnpacked: 5000 },
      { name: 'word/document.xml' },
    ]),
    /damaged or cut short/,
  ],
])('%s is refused with a sentence', async (_, bytes, because) => {
  const told = await tell(bytes);
  expect(told).toHaveProperty('refused');
  expect('refused' in told ? told.refused : '').toMatch(because);
});

test('a bomb of ten megabytes that unpacks to ten gigabytes is refused in milliseconds and little memory', async () => {
  const packed = deflateRawSync(Buffer.alloc(100 * MEGA));
  const parts = Array.from({ length: 100 }, (_, n): ZipPart => ({
    name: `word/media/${n}.bin`,
    content: packed,
    stored: true,
    saysUnpacked: 100 * MEGA,
  }));
  const bytes = aDocx(parts);
  expect(bytes.length).toBeGreaterThan(9 * MEGA);
  let read = 0;
  const reader = {
    size: bytes.length,
    read: async (at: number, length: number) => {
      read += Math.min(length, bytes.length - at);
      return bytes.subarray(at, at + length);
    },
  };
  const before = performance.now();
  expect(await tellType(reader)).toEqual({ refused: 'It unpacks to far more than a document holds.' });
  expect(performance.now() - before).toBeLessThan(100);
  expect(read).toBeLessThan(200_000);
});

test('whatever bytes come, an answer comes and nothing breaks', async () => {
  const begun = fc.constantFrom(aPdf(), aPng(), aJpeg(), aWebp(), aHeic(), aDocx(), anOdt());
  const harmed = fc
    .tuple(
      begun,
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
      fc.nat(400),
      fc.uint8Array({ maxLength: 20 }),
    )
    .map(([bytes, changes, cut, more]) => {
      const copy = Buffer.from(bytes);
      for (const [at, value] of changes) if (at < copy.length) copy[at] = value;
      return Buffer.concat([copy.subarray(0, Math.max(1, copy.length - cut)), more]);
    });
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        harmed,
        fc.uint8Array({ maxLength: 100 }).map((bytes) => Buffer.from(bytes)),
      ),
      async (bytes) => {
        const told = await tell(bytes);
        expect('type' in told || told.refused.length > 5).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ['../../etc/passwd.pdf', 'passwd.pdf'],
  ['C:\\Users\\me\\Mon plan.pdf', 'Mon plan.pdf'],
  ['\u202efdp.exe', 'fdp.exe'],
  ['a\u0000b\r\nc.pdf', 'abc.pdf'],
  ['...hidden.pdf', 'hidden.pdf'],
  ['CON.pdf', '_CON.pdf'],
  ['a:b|c?.pdf', 'a-b-c-.pdf'],
  ['\u200b', 'file'],
  ['', 'file'],
  ['Übung — ½.docx', 'Übung — ½.docx'],
  [`${'x'.repeat(300)}.docx`, `${'x'.repeat(100)}.docx`],
])('the name %j becomes %j', (given, name) => {
  expect(cleanName(given)).toBe(name);
});

test('no name leads out of a folder, hides anything or is empty, and a clean one stays as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (given) => {
      const name = cleanName(given);
      expect(name).not.toMatch(/[/\\]|^\.|\p{Cc}|\p{Cf}/u);
      expect(name.length).toBeGreaterThan(0);
      expect([...name].length).toBeLessThanOrEqual(120);
      expect(cleanName(name)).toBe(name);
    }),
  );
});

test.each([
  ['plan', 'pdf', { name: 'plan.pdf' }],
  ['photo.JPG', 'jpeg', { name: 'photo.JPG' }],
  ['scan 2026.11.23', 'pdf', { name: 'scan 2026.11.23.pdf' }],
  [
    'a.docx',
    'pdf',
    {
      refused: 'Its name says it is a Word document, and inside it is a PDF. Give it the ending .pdf if that is right.',
    },
  ],
  [
    'a.exe',
    'pdf',
    { refused: 'Its name ends in .exe, and inside it is a PDF. Give it the ending .pdf if that is right.' },
  ],
] as const)('%s that is a %s', (given, type, told) => {
  expect(nameOf(given, type)).toEqual(told);
});
