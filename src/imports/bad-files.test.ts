import { expect, test } from 'vitest';
import { forBothDatabases } from '../../test/support/both-databases.ts';
import {
  aRegister,
  anExtract,
  EXTRACT,
  EXTRACT_HEADER,
  extractRows,
  LATER,
  type ExtractRow,
} from '../../test/support/register.ts';
import { ImportRefusal } from './import-refusal.ts';

const rows = extractRows();
const text = EXTRACT.toString('latin1');
const latin = (changed: string) => Buffer.from(changed, 'latin1');
const accented = anExtract(
  rows
    .map((row, index) => (index === 3 ? { ...row, EstablishmentName: 'St Th\u00e9r\u00e8se\u2019s' } : row))
    .map(latinName),
);

/** The rows of a file without its header. */
function afterHeader(file: string): Buffer {
  return latin(file.slice(file.indexOf('\r\n') + 2));
}

/** Buffer's latin1 writes the low byte of what it cannot: give it Windows-1252's own. */
function latinName(row: ExtractRow): ExtractRow {
  return { ...row, EstablishmentName: (row['EstablishmentName'] ?? '').replaceAll('\u2019', '\u0092') };
}

const BAD: readonly (readonly [what: string, file: Buffer, message: RegExp])[] = [
  ['an empty file', Buffer.alloc(0), /this file is empty/],
  ['a file of blank lines', Buffer.from('\r\n\r\n'), /this file is empty/],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${text}`, 'utf16le'), /UTF-16/],
  ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), /UTF-16/],
  [
    'text read in a wrong encoding and saved again',
    Buffer.from(Buffer.from(new TextDecoder('windows-1252').decode(accented)).toString('latin1')),
    /line 5: .* wrong encoding/,
  ],
  [
    'text in which a program could not write some letters',
    Buffer.from(text.replace('The Aldgate', 'The \ufffdldgate')),
    /line 2: .* wrong encoding/,
  ],
  [
    'half in one encoding, half in another',
    Buffer.concat([
      Buffer.from(text.replace('The Aldgate', 'The Éldgate')),
      afterHeader(accented.toString('latin1').replaceAll(/^1/gm, '2')),
    ]),
    /line 2: .* wrong encoding/,
  ],
  [
    'an Excel workbook called .csv',
    Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(200, 7)]),
    /Excel workbook/,
  ],
  [
    'an old Excel workbook called .csv',
    Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), Buffer.alloc(200, 7)]),
    /Excel workbook/,
  ],
  ['a web page called .csv', Buffer.from('<!DOCTYPE html><html><body>Sign in</body></html>'), /web page/],
  ['another CSV file', Buffer.from('a,b\r\n1,2\r\n'), /does not name the columns/],
  [
    'a missing column',
    latin(text.replace(',EstablishmentName,', ',')),
    /needs a column this file does not have: "EstablishmentName"/,
  ],
  [
    'a renamed column',
    latin(text.replace(',EstablishmentName,', ',Establishment_Name,')),
    /"EstablishmentName" \(the file has "Establishment_Name"\)/,
  ],
  [
    'a column that stands twice',
    anExtract(
      rows,
      EXTRACT_HEADER.map((name) => (name === 'TelephoneNum' ? 'Town' : name)),
    ),
    /the column "Town" stands twice/,
  ],
  [
    'a file cut off in the middle of a row',
    EXTRACT.subarray(0, EXTRACT.length - 900),
    /ends in the middle of line \d+/,
  ],
  ['a file cut off between quotation marks', latin(`${text}100900,"City of`), /ends in the middle of line 22/],
  [
    'a URN that stands twice',
    anExtract([...rows, { ...rows[2], EstablishmentName: 'Another' }]),
    /URN 100002 stands twice, on lines 4 and 22/,
  ],
  ['the same line twice', anExtract([...rows, rows[2] as ExtractRow]), /URN 100002 stands twice/],
  [
    'a quotation mark that is never closed',
    Buffer.concat([latin(text.replace('The Aldgate', '"The Aldgate')), Buffer.alloc(300_000, 'a,b\n')]),
    /quotation mark|ends in the middle/,
  ],
];

const WRONG: readonly (readonly [change: ExtractRow, reason: string])[] = [
  [{ URN: 'abc' }, 'URN is "abc": it should be a number from 100000 to 999999'],
  [{ URN: '' }, 'URN is empty: it should be a number of six digits'],
  [{ EstablishmentName: ' ' }, 'EstablishmentName is empty: it should be a name'],
  [
    { 'EstablishmentStatus (name)': 'Ajar' },
    'EstablishmentStatus (name) is "Ajar": it should be one of Open; Open, but proposed to close; Closed; Proposed to open',
  ],
  [{ OpenDate: '31-02-2020' }, 'OpenDate is "31-02-2020": it should be a day, dd-mm-yyyy'],
  [{ CloseDate: '2020-08-31' }, 'CloseDate is "2020-08-31": it should be a day, dd-mm-yyyy'],
  [{ Postcode: 'NOWHERE' }, 'Postcode is "NOWHERE": it should be a postcode'],
  [{ Easting: '9999999' }, 'Easting is "9999999": it should be a number from 0 to 700000'],
  [{ UKPRN: '42' }, 'UKPRN is "42": it should be a number from 10000000 to 19999999'],
  [
    { PercentageFSM: '101', StatutoryLowAge: 'x' },
    'StatutoryLowAge is "x": it should be a number from 0 to 99; PercentageFSM is "101": it should be a number from 0 to 100',
  ],
];

forBothDatabases('a bad file', (open) => {
  test.each(BAD)('%s is refused with one clear line, and nothing changes', async (_, file, message) => {
    await using register = await aRegister(open);
    await register.import(anExtract(rows.slice(0, 10)));
    const before = await register.rows();
    const refusal: unknown = await register.import(file, LATER).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ImportRefusal);
    expect((refusal as ImportRefusal).message).toMatch(message);
    expect((refusal as ImportRefusal).message).not.toContain('\n');
    expect(await register.rows()).toEqual(before);
  });

  test.each(WRONG)(
    'a row with %o is left out with its line and the reason, and the others come in',
    async (change, reason) => {
      await using register = await aRegister(open);
      const summary = await register.import(
        anExtract(rows.map((row, index) => (index === 4 ? { ...row, ...change } : row))),
      );
      expect(summary.rejected).toEqual([{ line: 6, reason }]);
      expect(summary).toMatchObject({ read: rows.length, added: rows.length - 1 });
    },
  );

  test('rows with too many or too few values in the middle of a file are left out alone', async () => {
    await using register = await aRegister(open);
    const lines = text.split('\r\n');
    lines[3] = `${lines[3]},one,more`;
    lines[6] = (lines[6] ?? '').split(',').slice(0, 20).join(',');
    const summary = await register.import(latin(lines.join('\r\n')));
    expect(summary.rejected).toEqual([
      { line: 4, reason: 'has 141 values where the header has 139' },
      { line: 7, reason: 'has 20 values where the header has 139' },
    ]);
    expect(summary).toMatchObject({ added: rows.length - 2 });
  });
});
