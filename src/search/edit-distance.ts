const LONGEST = 40;
type Row = Uint8Array;
const newRow = (): Row => new Uint8Array(LONGEST + 2);
/** Used again for each comparison: there are thousands to a search. */
const ROWS: Rows = { before: newRow(), last: newRow(), now: newRow() };

interface Rows {
  /** The row of the letter before the last. */
  before: Row;
  last: Row;
  now: Row;
}

const at = (row: Row, column: number): number => row[column] as number;

/**
 * Slips of the finger between two words: letters left out, put in, changed, or two beside each other swapped (optimal
 * string alignment); `most + 1` as soon as there are more. With `begun`, the word typed may stop anywhere in the other.
 */
export function slipsBetween(typed: string, word: string, most: number, begun = false): number {
  const many = most + 1;
  if (isTooFar(typed.length, word.length, most, begun)) return many;
  for (let column = 0; column <= word.length; column += 1) ROWS.last[column] = column;
  for (let row = 1; row <= typed.length; row += 1) {
    if (fillRow(typed, word, row) > most) return many;
    const { before, last, now } = ROWS;
    ROWS.before = last;
    ROWS.last = now;
    ROWS.now = before;
  }
  const ends = begun ? ROWS.last.subarray(0, word.length + 1) : [at(ROWS.last, word.length)];
  return Math.min(many, ...ends);
}

function isTooFar(typed: number, word: number, most: number, begun: boolean): boolean {
  return word > LONGEST || typed > LONGEST || typed - word > most || (!begun && word - typed > most);
}

/** One more letter typed; gives the least of its row, below which no later one can come. */
function fillRow(typed: string, word: string, row: number): number {
  const letter = typed.charCodeAt(row - 1);
  const { last, now } = ROWS;
  let least = row;
  now[0] = row;
  for (let column = 1; column <= word.length; column += 1) {
    const changed = at(last, column - 1) + (letter === word.charCodeAt(column - 1) ? 0 : 1);
    const cost = Math.min(changed, at(last, column) + 1, at(now, column - 1) + 1, swapped(typed, word, row, column));
    now[column] = cost;
    if (cost < least) least = cost;
  }
  return least;
}

function swapped(typed: string, word: string, row: number, column: number): number {
  const isSwap = row > 1 && column > 1 && typed[row - 2] === word[column - 1] && typed[row - 1] === word[column - 2];
  return isSwap ? at(ROWS.before, column - 2) + 1 : LONGEST;
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
