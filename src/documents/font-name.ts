import { tableAt } from './font-table.ts';

/** The names a font goes by: its family, and its family where that has more than four faces (OpenType 1.9, `name`). */
const FAMILY_NAMES = [1, 16];
const MACINTOSH = 1;

/**
 * A copy of a TrueType file under a family name with low lines for spaces: `DejaVu_Sans`. Typst also sees the fonts a
 * machine has, and under a name of their own ours cannot be mixed up with another version of the same.
 */
export function underOwnName(font: Uint8Array): Buffer {
  const copy = Buffer.from(font);
  const view = new DataView(copy.buffer, copy.byteOffset, copy.byteLength);
  const table = tableAt(view, 'name');
  const texts = table + view.getUint16(table + 4);
  for (let index = 0; index < view.getUint16(table + 2); index += 1) {
    const record = table + 6 + index * 12;
    if (!FAMILY_NAMES.includes(view.getUint16(record + 6))) continue;
    // All but the Macintosh's write two bytes a letter.
    const width = view.getUint16(record) === MACINTOSH ? 1 : 2;
    const start = texts + view.getUint16(record + 10);
    replaceSpaces(copy.subarray(start, start + view.getUint16(record + 8)), width);
  }
  return copy;
}

function replaceSpaces(text: Buffer, width: 1 | 2): void {
  for (let at = width - 1; at < text.length; at += width) {
    if (text[at] === 0x20 && (width === 1 || text[at - 1] === 0)) text[at] = 0x5f;
  }
}
