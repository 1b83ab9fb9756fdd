/**
 * Widths of the house type's bold letters, in hundredths of their size, rounded up to a few groups: SVG breaks no lines
 * by itself, and the server has no page to measure on.
 */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[ ijl.,:;!'|`]/, 31],
  [/[rtf()[\]{}\-/"’‘]/, 40],
  [/[I1]/, 44],
  [/[csvxyz]/, 53],
  [/[aekJL?“”]/, 57],
  [/[bdghnopquEF0-9]/, 61],
  [/[PSTZ+=<>$]/, 64],
  [/[ABCDHKRUVXY]/, 69],
  [/[GNOQw#&*]/, 76],
  [/[mMW@%]/, 90],
];
/** Regular letters are narrower than bold ones by about this. */
export const REGULAR = 0.94;
const UNKNOWN = 100;

/** The width of every letter a group names. */
const WIDTH_OF: ReadonlyMap<string, number> = new Map(
  [...Array.from({ length: 0x7f }, (_, code) => String.fromCharCode(code)), ...'“”’‘'].flatMap((letter) => {
    const group = WIDTHS.find(([letters]) => letters.test(letter));
    return group ? [[letter, group[1]] as const] : [];
  }),
);

/** How wide a line of text is at most, in the unit of its size. */
export function roughWidth(text: string, size: number): number {
  let hundredths = 0;
  for (const letter of text) hundredths += WIDTH_OF.get(letter) ?? UNKNOWN;
  return (hundredths * size) / 100;
}

export interface Measure {
  readonly width: number;
  readonly size: number;
  readonly lines: number;
}

/** Breaks text into at most so many lines that fit; what does not is cut, and ends in three dots. */
export function wrapText(text: string, { width, size, lines: most }: Measure): readonly string[] {
  const fits = (line: string) => roughWidth(line, size) <= width;
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    if (lines.length > 0 && fits(longer)) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  const kept = lines.slice(0, most);
  return kept.map((line, index) => (fits(line) && (index < most - 1 || lines.length <= most) ? line : cut(line, fits)));
}

function cut(line: string, fits: (line: string) => boolean): string {
  const letters = [...line];
  while (letters.length > 0 && !fits(`${letters.join('')}…`)) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}
