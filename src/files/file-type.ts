import { FILE_TYPE_FACTS, FILE_TYPES, type FileType } from '../domain/looking-back/evidence.ts';
import type { ByteReader } from './byte-reader.ts';
import { isWholeHeic, isWholeJpeg, isWholePng, isWholeWebp } from './image-type.ts';
import { tellOffice } from './office-type.ts';

/** What a file is by what is in it; or why it is not taken, in sentences for whoever sent it. */
export type Told = { readonly type: FileType } | { readonly refused: string };

export const TAKEN_WORDS = 'PDF, pictures (PNG, JPEG, WebP, HEIC) and documents (DOCX, XLSX, PPTX, ODT) are taken.';
const CUT_SHORT = 'It is damaged or cut short. Save it again, and add it once more.';
const TWO_IN_ONE = 'It is two kinds of file in one. Save it again, and add it once more.';

/* Bytes are read as letters here, one for each: control characters among them are what files begin with. */
/* oxlint-disable no-control-regex */

/** What is known and not taken, by how it begins, each with a way on. */
const KNOWN: readonly (readonly [begins: RegExp, refused: string])[] = [
  [/^(?:MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|#!)/, 'It is a program and no document.'],
  [
    /^\xd0\xcf\x11\xe0/,
    'It is an older Office file, or one with a password. Save it as DOCX, XLSX or PPTX without a password, or as a PDF.',
  ],
  [/^GIF8/, 'It is a GIF. Save it as PNG.'],
  [/^(?:II\*\0|MM\0\*|BM)/, 'It is a picture of a kind that browsers do not show. Save it as PNG or JPEG.'],
  [/^\{\\rtf/, 'It is an RTF file. Save it as DOCX or PDF.'],
  [/^(?:Rar!|7z\xbc\xaf|\x1f\x8b)/, 'It is an archive. Add the documents in it one by one.'],
  [
    /^(?:\xef\xbb\xbf)?\s*<[^>]*svg|^(?:\xef\xbb\xbf)?\s*<[?!][^]*<svg\b/i,
    'It is an SVG drawing, which can hold a program. Save it as PNG or PDF.',
  ],
  [
    /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|head|body|script|!--)/i,
    'It is a web page. Print it to a PDF, or add it as a link.',
  ],
];

const HEAD = 1024;

export async function tellType(file: ByteReader): Promise<Told> {
  if (file.size === 0) return { refused: 'It is empty.' };
  const head = (await file.read(0, HEAD)).toString('latin1');
  if (head.startsWith('PK\x03\x04')) return tellOffice(file);
  const known = KNOWN.find(([begins]) => begins.test(head));
  if (known) return { refused: known[1] };
  const type = begunAs(head);
  if (!type) return { refused: `We do not know what kind of file it is. ${TAKEN_WORDS}` };
  if (await endsAsZip(file)) return { refused: TWO_IN_ONE };
  return (await isWhole(type, file)) ? { type } : { refused: CUT_SHORT };
}

type PlainType = Extract<FileType, 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic'>;

const BEGINS: readonly (readonly [PlainType, RegExp])[] = [
  ['pdf', /^%PDF-[12]\.\d/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['webp', /^RIFF[^]{4}WEBPVP8[ LX]/],
  ['heic', /^\0\0[^]{2}ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/],
];

function begunAs(head: string): PlainType | undefined {
  return BEGINS.find(([, begins]) => begins.test(head))?.[0];
}

function isWhole(type: PlainType, file: ByteReader): Promise<boolean> {
  switch (type) {
    case 'pdf':
      return isWholePdf(file);
    case 'png':
      return isWholePng(file);
    case 'jpeg':
      return isWholeJpeg(file);
    case 'webp':
      return isWholeWebp(file);
    case 'heic':
      return isWholeHeic(file);
    default:
      return type satisfies never;
  }
}

async function isWholePdf(file: ByteReader): Promise<boolean> {
  const tail = (await file.read(Math.max(0, file.size - HEAD), HEAD)).toString('latin1');
  return tail.includes('%%EOF') && tail.includes('startxref');
}

/** A ZIP file is found from its end: behind a picture it would be a picture to one program and an archive to another. */
async function endsAsZip(file: ByteReader): Promise<boolean> {
  const length = Math.min(file.size, 22 + 0xffff);
  return (await file.read(file.size - length, length)).includes('PK\x05\x06', 0, 'latin1');
}

/** A name as a machine and a reader can bear it, its ending that of what it is; or why that cannot be. */
export function nameOf(given: string, type: FileType): { readonly name: string } | { readonly refused: string } {
  const name = cleanName(given);
  const ending = /\.([^.]{1,10})$/.exec(name)?.[1]?.toLowerCase();
  const { endings, name: kind } = FILE_TYPE_FACTS[type];
  const usual = endings[0] ?? type;
  if (ending === undefined || !/^[a-z][a-z0-9]{0,5}$/.test(ending)) return { name: `${name}.${usual}` };
  if (endings.includes(ending)) return { name };
  const says = FILE_TYPES.find((one) => FILE_TYPE_FACTS[one].endings.includes(ending));
  const claimed = says ? `says it is a ${FILE_TYPE_FACTS[says].name}` : `ends in .${ending}`;
  return { refused: `Its name ${claimed}, and inside it is a ${kind}. Give it the ending .${usual} if that is right.` };
}

const LONGEST_NAME = 100;
/** Control characters, and marks that turn or hide what stands beside them: with these `fdp.exe` reads `exe.pdf`. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;
/** Names that Windows keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

/** A file's name without its folders and without anything that could mislead; never empty. */
export function cleanName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(HIDDEN, '')
    .replaceAll(/[<>:"|?*]/g, '-')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const [, stem = '', ending = ''] = /^(.*?)(\.[^.]{1,10})?$/su.exec(plain) ?? [];
  const cut = [...stem].slice(0, LONGEST_NAME).join('').trim();
  const safe = cut.replace(RESERVED, '_$&');
  return safe === '' ? `file${ending}` : `${safe}${ending}`;
}
