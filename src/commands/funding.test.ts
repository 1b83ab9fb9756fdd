import { expect, test } from 'vitest';
import { aProfile, TODAY } from '../../test/support/builders.ts';
import { listsHolding } from '../../test/support/funding.ts';
import { CONTENT_ROOT } from '../services/catalogue-source.ts';
import { loadContent } from '../content/load-content.ts';
import { FUNDING_STATUSES } from '../domain/funding/funding-codes.ts';
import { NO_LOOKUPS, fundingRows, type FundingLookups } from './funding.ts';

function facts() {
  const loaded = loadContent(CONTENT_ROOT, 'generate');
  if (!loaded.ok) throw new Error('the content does not load');
  return loaded.catalogue.facts;
}

const FACTS = facts();
const LOOKUPS: FundingLookups = {
  isOn: listsHolding(['pp50-school:urn:143064@2025-autumn']),
  schoolOf: ({ urn }) => (urn === 143064 ? { urn: '143064', typeCode: 34 } : undefined),
};
const PROFILE = aProfile({ setting: { kind: 'school', urn: 143064 } });

test('a row says which NPQ in which intake, the answer, the reason, the source, and the list it rests on', () => {
  const row = fundingRows(PROFILE, TODAY, FACTS, LOOKUPS).find(
    ({ npq, cohort }) => npq === 'npq-leading-literacy' && cohort === '2026-autumn',
  );
  expect(row).toMatchObject({
    status: 'funded',
    code: 'funded',
    source: 'NPQ funding, Cambridgeshire and Peterborough Teaching School Hub',
    url: 'https://www.cptshn.co.uk/national-professional-qualifications/npq-funding',
    list: { name: 'pp50-school', vintage: '2025-autumn' },
  });
});

test('every row has a source, a known status and a sentence, whatever was told and whatever is loaded', () => {
  for (const profile of [PROFILE, {}]) {
    for (const lookups of [LOOKUPS, NO_LOOKUPS]) {
      const rows = fundingRows(profile, TODAY, FACTS, lookups);
      expect(rows).toHaveLength(156);
      expect(
        rows.filter(
          ({ source, status, because }) => !source || !FUNDING_STATUSES.includes(status) || !because.endsWith('.'),
        ),
      ).toEqual([]);
    }
  }
});

test('a list that is not held is not passed off as one the answer rests on', () => {
  const row = fundingRows(PROFILE, TODAY, FACTS, NO_LOOKUPS).find(
    ({ npq, cohort }) => npq === 'npq-leading-literacy' && cohort === '2026-autumn',
  );
  expect(row).toMatchObject({ status: 'unknown', code: 'unknown' });
  expect(row?.because).toContain('which is not held here');
});
