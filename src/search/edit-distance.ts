const LONGEST = 40;
const rows = [new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2), new Uint8Array(LONGEST + 2)] as const;

/**
 * Slips of the finger between two words: letters left out, put in, changed, or two beside each other swapped (optimal
 * string alignment); `most + 1` as soon as there are more. With `begun`, the word typed may stop anywhere in the other.
 */
export function slipsBetween(typed: string, word: string, most: number, begun = false): number {
  const [width, height] = [word.length, typed.length];
  const many = most + 1;
  if (width > LONGEST || height > LONGEST || height - width > most || (!begun && width - height > most)) return many;
  let [before, last, now] = [rows[0] as Uint8Array, rows[1] as Uint8Array, rows[2] as Uint8Array];
  for (let column = 0; column <= width; column += 1) last[column] = column;
  for (let row = 1; row <= height; row += 1) {
    const least = fillRow(typed, word, row, { before, last, now });
    if (least > most) return many;
    [before, last, now] = [last, now, before];
  }
  if (!begun) return Math.min(many, last[width] ?? many);
  let least = many;
  for (let column = 0; column <= width; column += 1) least = Math.min(least, last[column] ?? many);
  return least;
}

interface Rows {
  readonly before: Uint8Array;
  readonly last: Uint8Array;
  readonly now: Uint8Array;
}

function fillRow(typed: string, word: string, row: number, { before, last, now }: Rows): number {
  const letter = typed.charCodeAt(row - 1);
  const earlier = row > 1 ? typed.charCodeAt(row - 2) : -1;
  let least = row;
  now[0] = row;
  for (let column = 1; column <= word.length; column += 1) {
    const other = word.charCodeAt(column - 1);
    let cost = (last[column - 1] ?? 0) + (letter === other ? 0 : 1);
    cost = Math.min(cost, (last[column] ?? 0) + 1, (now[column - 1] ?? 0) + 1);
    if (column > 1 && earlier === other && letter === word.charCodeAt(column - 2))
      cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    now[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** One bit for each letter and for digits: words that differ in more bits than slips can explain need no comparing. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let place = 0; place < word.length; place += 1) {
    const code = word.charCodeAt(place) - 97;
    letters |= code >= 0 && code < 26 ? 1 << code : 1 << 26;
  }
  return letters;
}

export function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
