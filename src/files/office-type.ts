import { inflateRawSync } from 'node:zlib';
import type { FileType } from '../domain/looking-back/evidence.ts';
import type { ByteReader } from './byte-reader.ts';
import { packedBytes, readZip, type ZipEntry } from './zip-directory.ts';

/** What an Office document is, or why it is not taken. */
export type OfficeTold =
  { readonly type: Extract<FileType, 'docx' | 'xlsx' | 'pptx' | 'odt'> } | { readonly refused: string };

/** The one part that each kind has and no other. */
const MAIN_PARTS = [
  ['docx', 'word/document.xml'],
  ['xlsx', 'xl/workbook.xml'],
  ['pptx', 'ppt/presentation.xml'],
] as const;

const TYPES_PART = '[Content_Types].xml';
const ODT = 'application/vnd.oasis.opendocument.text';
/** Programs in a document, whatever its ending says: macros of Office and of LibreOffice, macro sheets, ActiveX. */
const PROGRAM = /(?:^|\/)(?:vbaProject\.bin|vbaData\.xml|macrosheets\/|activeX\/)|^(?:Basic|Scripts)\//i;
const DECLARES_PROGRAM = /macroEnabled|vbaProject|activeX/i;
/** The part that declares the others has some kilobytes in the longest document. */
const MOST_DECLARED = 512 * 1024;

const WORDS = {
  broken: 'It is damaged or cut short. Open it, save it again, and add it once more.',
  bomb: 'It unpacks to far more than a document holds.',
  locked: 'It has a password. Save it without one.',
  unsafe: 'It is no document that an Office program has written.',
  program: 'It holds a macro, which is a program. Save it without macros, or as a PDF.',
  archive: 'It is a ZIP archive. Add the documents in it one by one.',
} as const;

/** Tells what a ZIP file is by what is in it. Unpacks nothing but the short list of an Office document's own parts. */
export async function tellOffice(file: ByteReader): Promise<OfficeTold> {
  const read = await readZip(file);
  if (!read.ok) return { refused: WORDS[read.why] };
  const { entries } = read;
  if (entries.some(({ name }) => PROGRAM.test(name))) return { refused: WORDS.program };
  const part = (name: string) => entries.find((entry) => entry.name === name);
  const types = part(TYPES_PART);
  const [main, ...others] = MAIN_PARTS.filter(([, name]) => part(name));
  if (types && main && others.length === 0) return openXml(file, types, main[0]);
  const [first] = entries;
  return first?.name === 'mimetype' && part('content.xml') ? openDocument(file, first) : { refused: WORDS.archive };
}

async function openXml(
  file: ByteReader,
  types: ZipEntry,
  type: Extract<FileType, 'docx' | 'xlsx' | 'pptx'>,
): Promise<OfficeTold> {
  const declared = await textOf(file, types);
  if (declared === undefined || !declared.includes('<Types')) return { refused: WORDS.broken };
  return DECLARES_PROGRAM.test(declared) ? { refused: WORDS.program } : { type };
}

async function openDocument(file: ByteReader, mimetype: ZipEntry): Promise<OfficeTold> {
  const said = mimetype.method === 'stored' ? await textOf(file, mimetype) : undefined;
  return said === ODT ? { type: 'odt' } : { refused: WORDS.unsafe };
}

/** A short part as text; `undefined` where it is longer than it says, or than such a part is. */
async function textOf(file: ByteReader, entry: ZipEntry): Promise<string | undefined> {
  if (entry.unpacked > MOST_DECLARED || entry.packed > MOST_DECLARED) return undefined;
  const packed = await packedBytes(file, entry);
  if (entry.method === 'stored') return packed.toString('utf8');
  try {
    return inflateRawSync(packed, { maxOutputLength: entry.unpacked || 1 }).toString('utf8');
  } catch {
    return undefined;
  }
}
