import { expect, test } from 'vitest';
import { forBothDatabases, refuseInserts, type Open } from '../../test/support/both-databases.ts';
import { FIRST_TIME, LATER } from '../../test/support/register.ts';
import { findEligibilityLists, findEntries, findListsNaming, getEligibilitySnapshot } from '../db/eligibility.ts';
import { findImportRuns } from '../db/imports.ts';
import type { FundingList } from '../domain/funding/funding-codes.ts';
import { importList } from './import-list.ts';
import { countsOf } from './summary.ts';

async function someLists(open: Open) {
  const held = await open();
  return {
    ...held,
    import: (
      list: FundingList,
      vintage: string,
      lines: readonly string[],
      options: { readonly now?: string; readonly dryRun?: boolean } = {},
    ) =>
      importList(held.db, { list, vintage }, [Buffer.from(`${lines.join('\n')}\n`)], { now: FIRST_TIME, ...options }),
  };
}

const SHAPES: readonly (readonly [list: FundingList, lines: readonly string[], type: string, identifier: string])[] = [
  ['pp50-school', ['URN,Local Authority,School name', '100000,City of London,The Aldgate School'], 'urn', '100000'],
  ['pp50-further-education', ['UKPRN,Institution_Name', '10000599,Beaumont College'], 'ukprn', '10000599'],
  ['rise', ['School URN,School Name', '112543,"Birk Hill, Infant"'], 'urn', '112543'],
  ['childminder', ['Provider URN', 'CA000006'], 'ofsted-urn', 'CA000006'],
  ['childminder', ['"Provider URN"', '"ey248638"'], 'ofsted-urn', 'EY248638'],
  ['disadvantaged-early-years', ['Source,URN,OfstedURN', 'EYC,531156,EY555509'], 'ofsted-urn', 'EY555509'],
  ['disadvantaged-early-years', ['Source,URN,OfstedURN', 'SC,150014,'], 'urn', '150014'],
  ['la-nursery', ['Source,LAName,URN', 'SC,Wigan,106397'], 'urn', '106397'],
  [
    'pp50-school',
    [
      'type,identifier,identifier_type',
      'EligibilityList::Pp50School,100000,urn',
      'EligibilityList::Childminder,100935,urn',
    ],
    'urn',
    '100000',
  ],
  [
    'rise',
    [
      'list,identifier_type,identifier,in_2024,in_2025_autumn',
      'rise_school,urn,112543,,Y',
      'pp50_school,urn,100000,Y,Y',
    ],
    'urn',
    '112543',
  ],
];

forBothDatabases('importing a list', (open) => {
  test.each(SHAPES)('the list %s is read from %j', async (list, lines, type, identifier) => {
    await using lists = await someLists(open);
    expect(await lists.import(list, '2025-autumn', lines)).toMatchObject({ added: 1 });
    expect(await findEntries(lists.db, { list, vintage: '2025-autumn' })).toEqual([{ type, identifier }]);
  });

  test('a list of an intake is replaced whole, and those of other intakes stay', async () => {
    await using lists = await someLists(open);
    await lists.import('rise', '2025-autumn', ['URN', '100001', '100002']);
    await lists.import('rise', '2026-autumn', ['URN', '100002', '100003', '100004']);
    const summary = await lists.import('rise', '2026-autumn', ['URN', '100003', '100005', '100003'], { now: LATER });
    expect(countsOf(summary)).toEqual({
      read: 3,
      added: 1,
      changed: 0,
      closed: 0,
      reopened: 0,
      unchanged: 1,
      rejected: 0,
      absent: 2,
    });
    expect(summary.notes).toEqual(['1 rows repeat one before them']);
    expect(await findEligibilityLists(lists.db)).toEqual([
      { list: 'rise', vintage: '2025-autumn', entries: 2, importedAt: FIRST_TIME },
      { list: 'rise', vintage: '2026-autumn', entries: 2, importedAt: LATER },
    ]);
    expect(await findListsNaming(lists.db, 'urn', '100002')).toEqual([{ list: 'rise', vintage: '2025-autumn' }]);
  });

  test('identifiers that cannot be one are left out, with line and reason', async () => {
    await using lists = await someLists(open);
    const summary = await lists.import('pp50-further-education', '2026-autumn', [
      'UKPRN,Name',
      '10000599,A',
      '100005,B',
      ',C',
      '10000599 ,D',
    ]);
    expect(summary.rejected).toEqual([
      { line: 3, reason: '"100005" is not a UKPRN: eight digits, the first of them 1' },
      { line: 4, reason: 'UKPRN is empty' },
    ]);
  });

  test.each([
    ['without its column', ['Name', 'A school'], /"URN"/],
    ['that names nobody', ['URN', 'nobody'], /names nobody/],
    ['cut off', ['URN,Name', '100001,A', '100002'], /ends in the middle of line 3/],
  ])('a file %s is refused and the list stays', async (_, lines, message) => {
    await using lists = await someLists(open);
    await lists.import('rise', '2026-autumn', ['URN', '100001']);
    await expect(lists.import('rise', '2026-autumn', lines)).rejects.toThrow(message);
    expect(await findEntries(lists.db, { list: 'rise', vintage: '2026-autumn' })).toHaveLength(1);
  });

  test('a dry run changes nothing; a crash in the middle leaves the old list whole', async () => {
    await using lists = await someLists(open);
    await lists.import('rise', '2026-autumn', ['URN', '100001']);
    expect(await lists.import('rise', '2026-autumn', ['URN', '100002'], { dryRun: true })).toMatchObject({
      added: 1,
      absent: 1,
    });
    await refuseInserts(lists, 'import_run');
    await expect(lists.import('rise', '2026-autumn', ['URN', '100002'])).rejects.toThrow('refused');
    expect(await findEntries(lists.db, { list: 'rise', vintage: '2026-autumn' })).toEqual([
      { type: 'urn', identifier: '100001' },
    ]);
    expect(await findImportRuns(lists.db)).toHaveLength(1);
  });

  test('a list is asked with the kind of identifier: the same number can be two things', async () => {
    await using lists = await someLists(open);
    await lists.import('childminder', '2025-autumn', ['Provider URN', '100902', 'EY248638']);
    await lists.import('disadvantaged-early-years', '2025-autumn', [
      'list,identifier',
      'disadvantaged_early_years,150014',
      'disadvantaged_early_years,EY555509',
    ]);
    const { isOn } = await getEligibilitySnapshot(lists.db);
    expect(isOn('childminder', 'ofsted-urn', '100902', '2025-autumn')).toBe('yes');
    expect(isOn('childminder', 'urn', '100902', '2025-autumn')).toBe('no');
    expect(isOn('childminder', 'ofsted-urn', '100903', '2025-autumn')).toBe('no');
    expect(isOn('childminder', 'ofsted-urn', '100902', '2026-autumn')).toBe('not-held');
    expect(isOn('disadvantaged-early-years', 'ofsted-urn', 'EY555509', '2025-autumn')).toBe('yes');
    expect(isOn('disadvantaged-early-years', 'urn', '150014', '2025-autumn')).toBe('not-held');
  });
});
