import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forBothDatabases, refuseInserts } from '../../test/support/both-databases.ts';
import {
  aRegister,
  anExtract,
  EXTRACT,
  extractRows,
  FIRST_TIME,
  LATER,
  type ExtractRow,
} from '../../test/support/register.ts';
import { findImportRuns } from '../db/imports.ts';
import { findLinksOf, findPredecessors, findSchoolLinks, getSchool } from '../db/schools.ts';
import { countsOf } from './summary.ts';

const NONE = { read: 0, added: 0, changed: 0, closed: 0, reopened: 0, unchanged: 0, rejected: 0, absent: 0 };
const rows = extractRows();
const total = rows.length;
const urnOf = (row: ExtractRow | undefined) => Number(row?.['URN']);
const [first, second] = rows;

/** The rows with one of them changed. */
function with_(urn: number, change: ExtractRow): readonly ExtractRow[] {
  return rows.map((row) => (urnOf(row) === urn ? { ...row, ...change } : row));
}

const MERGED_HEADER =
  'urn,name,la_code,la_name,type_code,type_name,phase,open,status,state_funded,postcode,town,lad_code,lad_name,easting,northing,age_low,age_high,pupils,fsm_pct,trust_uid,trust_name,ukprn,predecessor_urns,successor_urns';
const aMerged = (...lines: readonly string[]) => Buffer.from([MERGED_HEADER, ...lines, ''].join('\n'));
const OLD_SCHOOL =
  '110971,Bewsey Lodge Primary School,877,Warrington,1,Community school,Primary,N,Closed,Y,WA5 0AG,Warrington,E06000007,Warrington,359000,389000,3,11,300,30,,,10068880,,151978';
const NEW_SCHOOL =
  '151978,Bewsey Lodge Primary School,877,Warrington,34,Academy converter,Primary,Y,Open,Y,WA5 0AG,Warrington,E06000007,Warrington,359000,389000,3,11,300,30,1,A TRUST,10098880,110971,';

forBothDatabases('importing schools', (open, kind) => {
  /** The laws are the reader's: on the slower database a few cases show that they hold there too. */
  const some = (runs: number) => ({ numRuns: kind === 'postgres' ? 4 : runs });

  test('the official extract is read: names, codes, days and places', async () => {
    await using register = await aRegister(open);
    expect(countsOf(await register.import(EXTRACT))).toEqual({ ...NONE, read: total, added: total });
    expect(await getSchool(register.db, 100000)).toMatchObject({
      name: 'The Aldgate School',
      status: 'open',
      typeCode: 2,
      sector: 'state',
      laName: 'City of London',
      street: "St James's Passage",
      postcode: 'EC3A 5DE',
      districtCode: 'E09000001',
      place: { easting: 533498, northing: 181201 },
      ukprn: 10079319,
      ages: { from: 3, to: 11 },
      pupils: 276,
      fsmPercent: 10.2,
      website: 'www.sirjohncassprimary.org',
    });
  });

  test('the same file again changes nothing, and keeps the time each school was last changed', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT, FIRST_TIME);
    const before = await register.rows();
    expect(countsOf(await register.import(EXTRACT, LATER))).toEqual({ ...NONE, read: total, unchanged: total });
    expect(await register.rows()).toEqual(before);
  });

  test('a dry run says what would change and changes nothing', async () => {
    await using register = await aRegister(open);
    const summary = await register.import(EXTRACT, FIRST_TIME, true);
    expect(countsOf(summary)).toEqual({ ...NONE, read: total, added: total });
    expect(summary.notes).toEqual(['nothing was changed: this was a dry run']);
    expect(await register.rows()).toEqual([]);
    expect(await findImportRuns(register.db)).toEqual([]);
  });

  test('a school that closes, and one that opens again, are counted as that', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT);
    const urn = urnOf(first);
    const closed = anExtract(with_(urn, { 'EstablishmentStatus (name)': 'Closed', CloseDate: '31-08-2026' }));
    expect(countsOf(await register.import(closed, LATER))).toEqual({
      ...NONE,
      read: total,
      closed: 1,
      unchanged: total - 1,
    });
    expect(await getSchool(register.db, urn)).toMatchObject({ status: 'closed', closedOn: '2026-08-31' });
    expect(countsOf(await register.import(EXTRACT, LATER))).toEqual({
      ...NONE,
      read: total,
      reopened: 1,
      unchanged: total - 1,
    });
    expect(await getSchool(register.db, urn)).toMatchObject({ status: 'open', closedOn: null });
  });

  test('two changes in one day are both seen, though the register dates them alike', async () => {
    await using register = await aRegister(open);
    const urn = urnOf(first);
    await register.import(
      anExtract(with_(urn, { LastChangedDate: '23-11-2026', EstablishmentName: 'The name at nine' })),
      FIRST_TIME,
    );
    const summary = await register.import(
      anExtract(with_(urn, { LastChangedDate: '23-11-2026', EstablishmentName: 'The name at three' })),
      LATER,
    );
    expect(summary).toMatchObject({ changed: 1, unchanged: total - 1 });
    expect(await getSchool(register.db, urn)).toMatchObject({ name: 'The name at three' });
  });

  test('a change in a column that nothing is kept of is no change', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT, FIRST_TIME);
    const before = (await register.rows()).map((row) => ({ ...row, row_hash: '' }));
    const summary = await register.import(anExtract(with_(urnOf(second), { LastChangedDate: '22-11-2026' })), LATER);
    expect(summary).toMatchObject({ changed: 0, unchanged: total });
    expect((await register.rows()).map((row) => ({ ...row, row_hash: '' }))).toEqual(before);
  });

  test('a school that a file does not name stays as it is', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT);
    const summary = await register.import(anExtract(rows.slice(0, 5)));
    expect(countsOf(summary)).toEqual({ ...NONE, read: 5, unchanged: 5, absent: total - 5 });
    expect(await register.rows()).toHaveLength(total);
  });

  test('a crash in the middle of the writing leaves the old data whole', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT, FIRST_TIME);
    const before = await register.rows();
    const mend = await refuseInserts(register, 'import_run');
    const changed = anExtract(rows.map((row) => ({ ...row, EstablishmentName: 'Another name' })));
    await expect(register.import(changed, LATER)).rejects.toThrow('refused');
    expect(await register.rows()).toEqual(before);
    await mend();
    expect(await register.import(changed, LATER)).toMatchObject({ changed: total });
  });

  test('rows in any order give the same table', async () => {
    await using straight = await aRegister(open);
    await straight.import(EXTRACT);
    const expected = await straight.rows();
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray([...rows], { minLength: total }), async (shuffled) => {
        await using register = await aRegister(open);
        await register.import(anExtract(shuffled));
        expect(await register.rows()).toEqual(expected);
      }),
      some(25),
    );
  });

  test('any cut of a file into two imports gives the same schools as the whole', async () => {
    await using whole = await aRegister(open);
    await whole.import(EXTRACT);
    const expected = await whole.rows();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: total - 1 }), fc.boolean(), async (cut, lastFirst) => {
        await using register = await aRegister(open);
        const parts = [rows.slice(0, cut), rows.slice(cut)];
        for (const part of lastFirst ? parts.toReversed() : parts) await register.import(anExtract(part));
        expect(await register.rows()).toEqual(expected);
      }),
      some(15),
    );
  });

  test('a file is read alike however its bytes arrive', async () => {
    await using whole = await aRegister(open);
    const { importSchools } = await import('./import-schools.ts');
    const awkward = anExtract(
      with_(urnOf(first), {
        EstablishmentName: 'A "quoted", very\nlong name',
        Street: 'Rue de l’École'.replaceAll('’', '\u0092'),
      }),
    );
    await whole.import(awkward);
    const expected = await whole.rows();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (size) => {
        await using register = await aRegister(open);
        const pieces = Array.from({ length: Math.ceil(awkward.length / size) }, (_, index) =>
          awkward.subarray(index * size, (index + 1) * size),
        );
        await importSchools(register.db, pieces, { now: FIRST_TIME });
        expect(await register.rows()).toEqual(expected);
      }),
      some(20),
    );
    expect(expected).toContainEqual(
      expect.objectContaining({ name: 'A "quoted", very\nlong name', street: 'Rue de l’École' }),
    );
  });

  test('the same rows in UTF-8, with the mark some programs put first, come to the same schools', async () => {
    await using register = await aRegister(open);
    await register.import(anExtract(with_(urnOf(first), { EstablishmentName: 'St Th\u00e9r\u00e8se' })));
    const text = anExtract(with_(urnOf(first), { EstablishmentName: 'St Th\u00e9r\u00e8se' })).toString('latin1');
    expect(await register.import(Buffer.from(`\ufeff${text}`), LATER)).toMatchObject({ changed: 0, unchanged: total });
    expect(await getSchool(register.db, urnOf(first))).toMatchObject({ name: 'St Thérèse' });
  });

  test('headers with stray spaces are known all the same', async () => {
    await using register = await aRegister(open);
    const text = EXTRACT.toString('latin1')
      .replace('URN,LA (code),', ' URN , LA  (code),')
      .replace(',EstablishmentName,', ',EstablishmentName ,');
    expect(await register.import(Buffer.from(text, 'latin1'))).toMatchObject({ added: total });
  });

  test('the merged register leaves what it does not carry, and each source its own', async () => {
    await using register = await aRegister(open);
    await register.import(anExtract(with_(urnOf(first), { URN: '151978' })));
    const summary = await register.import(aMerged(NEW_SCHOOL));
    expect(summary).toMatchObject({ read: 1, changed: 1, absent: total - 1 });
    expect(await getSchool(register.db, 151978)).toMatchObject({
      name: 'Bewsey Lodge Primary School',
      street: "St James's Passage",
      trust: { uid: 1, name: 'A TRUST' },
    });
  });

  test('predecessors and successors are followed, whichever side says so', async () => {
    await using register = await aRegister(open);
    await register.import(aMerged(OLD_SCHOOL, NEW_SCHOOL));
    expect(await findSchoolLinks(register.db)).toEqual([{ predecessor: 110971, successor: 151978 }]);
    expect(await findLinksOf(register.db, 110971)).toEqual({ predecessors: [], successors: [151978] });
    await register.import(aMerged(OLD_SCHOOL.replace(',151978', ','), NEW_SCHOOL), LATER);
    expect(await findSchoolLinks(register.db)).toEqual([{ predecessor: 110971, successor: 151978 }]);
    await register.import(aMerged(NEW_SCHOOL.replace(',110971,', ',,')), LATER);
    expect(await findSchoolLinks(register.db)).toEqual([]);
  });

  test('schools before the one before are found, even where the register goes in a circle', async () => {
    await using register = await aRegister(open);
    const older = OLD_SCHOOL.replace('110971', '110900').replace(',,151978', ',151978,110971');
    await register.import(aMerged(older, OLD_SCHOOL, NEW_SCHOOL));
    expect(await findPredecessors(register.db, 151978)).toEqual([110900, 110971]);
  });

  test('every import is kept with what it came to', async () => {
    await using register = await aRegister(open);
    await register.import(EXTRACT, FIRST_TIME);
    await register.import(EXTRACT, LATER);
    const [newest, oldest] = await findImportRuns(register.db);
    expect(newest).toMatchObject({ kind: 'schools', name: 'gias', importedAt: LATER, counts: { unchanged: total } });
    expect(oldest).toMatchObject({ importedAt: FIRST_TIME, counts: { added: total } });
    expect(newest?.fileHash).toBe(oldest?.fileHash);
  });
});
