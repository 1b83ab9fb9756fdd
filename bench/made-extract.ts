import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The shape of the register's full extract: as many rows, every column, Windows-1252, real values. */
const ROWS = 50_000;
const FIRST_URN = 100_000;

/**
 * Writes a file of the register's size from its real rows, each with a URN of its own and values that differ from row
 * to row. With `changed`, that many schools have another number of pupils.
 */
export function writeExtract(path: string, changed = 0): void {
  const [header = '', ...real] = readFileSync(join(import.meta.dirname, '../test/fixtures/gias-extract.csv'), 'latin1')
    .trimEnd()
    .split('\r\n');
  const lines = Array.from({ length: ROWS }, (_, index) =>
    madeLine(
      real[index % real.length] ?? '',
      index,
      index % Math.floor(ROWS / Math.max(1, changed)) === 0 && changed > 0,
    ),
  );
  writeFileSync(path, [header, ...lines, ''].join('\r\n'), 'latin1');
}

function madeLine(line: string, index: number, changed: boolean): string {
  return line
    .replace(/^\d+/, String(FIRST_URN + index))
    .replace(/School,|Academy,|College,/, (word) => `Sch\u00f6ol ${index}\u0092s ${word}`)
    .replace(/,Open,|,Closed,/, (word) => (changed ? (word === ',Open,' ? ',Closed,' : ',Open,') : word))
    .replace(/,\d{6},\d{6},/, () => `,${400_000 + (index % 90_000)},${200_000 + ((index * 7) % 90_000)},`);
}
