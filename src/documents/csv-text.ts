/** Excel takes a file without it for one in an old code page. */
const BYTE_ORDER_MARK = '\ufeff';

/** What a spreadsheet takes for a formula, the full-width signs among them, and runs. */
const FORMULA = /^[\s\p{Cf}]*[=+\-@\t\r\n＝＋－＠]/u;

export type Cell = string | number | null;

/**
 * A table as RFC 4180 writes it, in UTF-8 with a mark that Excel needs. A text that a spreadsheet would run gets an
 * apostrophe before it; numbers stay numbers.
 */
export function csvText(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + [head, ...rows].map((cells) => `${cells.map(cellText).join(',')}\r\n`).join('');
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
