import { tableAt } from './font-table.ts';

/** The code points a font has a glyph for. */
export type Letters = ReadonlySet<number>;

/**
 * Takes a TrueType file; gives the code points it can show, from its character map (OpenType 1.9, `cmap` formats 4
 * and 12). Throws where the file has neither.
 */
export function lettersOf(font: Uint8Array): Letters {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength);
  const cmap = tableAt(view, 'cmap');
  const records = Array.from({ length: view.getUint16(cmap + 2) }, (_, index) => cmap + 4 + index * 8);
  const subtables = records.map((record) => cmap + view.getUint32(record + 4));
  const of = (format: number) => subtables.find((at) => view.getUint16(at) === format);
  const [whole, basic] = [of(12), of(4)];
  if (whole !== undefined) return new Set(groups(view, whole));
  if (basic !== undefined) return new Set(segments(view, basic));
  throw new Error('the font has no character map that can be read');
}

function* groups(view: DataView, at: number): Generator<number> {
  for (let index = 0; index < view.getUint32(at + 12); index += 1) {
    const group = at + 16 + index * 12;
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code += 1) yield code;
  }
}

function* segments(view: DataView, at: number): Generator<number> {
  const doubled = view.getUint16(at + 6);
  for (let offset = 0; offset < doubled; offset += 2) {
    const end = at + 14 + offset;
    const start = end + doubled + 2;
    const last = view.getUint16(end);
    for (let code = view.getUint16(start); code <= last; code += 1) {
      if (glyphIn(view, start, doubled, code) !== 0) yield code;
    }
  }
}

/** The glyph of a code point in the segment whose start code stands at `start`; 0 where it has none. */
function glyphIn(view: DataView, start: number, doubled: number, code: number): number {
  const delta = view.getUint16(start + doubled);
  const rangeAt = start + doubled * 2;
  const range = view.getUint16(rangeAt);
  if (range === 0) return (code + delta) % 65_536;
  const glyph = view.getUint16(rangeAt + range + (code - view.getUint16(start)) * 2);
  return glyph === 0 ? 0 : (glyph + delta) % 65_536;
}
