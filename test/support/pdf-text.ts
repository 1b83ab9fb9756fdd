import { inflateSync } from 'node:zlib';

/*
 * Reads back the words of PDFs as our typesetter writes them: each glyph by the map its font carries for those who copy
 * or listen. Not a reader of any other PDF.
 */

interface Stored {
  readonly dictionary: string;
  readonly stream: string | undefined;
}

/** The text of each page in the order it is drawn, without spaces: lines end where the paper does. */
export function textOfPages(pdf: Uint8Array): readonly string[] {
  const objects = objectsIn(Buffer.from(pdf));
  const pages = [...objects.values()].filter(({ dictionary }) => /\/Type\s*\/Page\b/.test(dictionary));
  return pages.map(({ dictionary }) => {
    const fonts = new Map(
      [...dictionary.matchAll(/\/(f\d+) (\d+) 0 R/g)].map(([, name = '', id]) => [name, lettersOf(id, objects)]),
    );
    const content = objects.get(/\/Contents (\d+) 0 R/.exec(dictionary)?.[1] ?? '')?.stream ?? '';
    return textIn(content, fonts).replaceAll(/[\s\u200b]/g, '');
  });
}

function objectsIn(bytes: Buffer): ReadonlyMap<string, Stored> {
  const text = bytes.toString('latin1');
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\s([^]*?)(?:endobj|stream\r?\n)/g)].map((found): [string, Stored] => {
      const [whole, id = '', dictionary = ''] = found;
      if (!/stream\r?\n$/.test(whole)) return [id, { dictionary, stream: undefined }];
      const start = found.index + whole.length;
      const stored = bytes.subarray(start, text.indexOf('endstream', start));
      const stream = /FlateDecode/.test(dictionary) ? inflateSync(stored) : stored;
      return [id, { dictionary, stream: stream.toString('latin1') }];
    }),
  );
}

type Glyphs = ReadonlyMap<number, string>;

/** What each glyph of a font stands for. */
function lettersOf(font: string | undefined, objects: ReadonlyMap<string, Stored>): Glyphs {
  const map = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font ?? '')?.dictionary ?? '')?.[1];
  const entries = objects.get(map ?? '')?.stream ?? '';
  return new Map(
    [...entries.matchAll(/<([\da-f]{4})> <([\da-f]+)>(?:\n|$)/gi)].map(([, glyph = '', letters = '']) => [
      Number.parseInt(glyph, 16),
      Buffer.from(letters, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

/** Says again in letters what the glyphs after it show. */
const ACTUAL_TEXT = /\/ActualText\s*(?:\((?:\\[^]|[^\\)])*\)|<[\da-f]*>)/gi;

const STRING_OR_FONT = /\/(f\d+) [\d.]+ Tf|\(((?:\\[^]|[^\\)])*)\)|<([\da-f]+)>/gi;

function textIn(content: string, fonts: ReadonlyMap<string, Glyphs>): string {
  let font: Glyphs | undefined;
  let text = '';
  for (const [, name, literal, hex] of content.replaceAll(ACTUAL_TEXT, '').matchAll(STRING_OR_FONT)) {
    if (name !== undefined) font = fonts.get(name);
    const bytes = hex === undefined ? bytesOf(literal ?? '') : Buffer.from(hex, 'hex');
    for (let at = 0; at + 1 < bytes.length; at += 2) text += font?.get(bytes.readUInt16BE(at)) ?? '';
  }
  return text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function bytesOf(literal: string): Buffer {
  const plain = literal.replaceAll(/\\(?:([0-7]{1,3})|\r?\n|([^]))/g, (_, octal?: string, letter?: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
    return letter === undefined ? '' : (ESCAPES[letter] ?? letter);
  });
  return Buffer.from(plain, 'latin1');
}
