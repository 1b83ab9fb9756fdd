import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSaid, saidQuery, withSaid } from './funding-said.ts';
import { NPQ_CODES } from '../catalogue/npq.ts';
import { EARLY_YEARS_SETTINGS, EMPLOYMENTS, YES_NO_UNSURE } from '../matching/profile.ts';

const maybe = <T>(values: readonly T[]) => fc.constantFrom(undefined, ...values);
const said = fc.record({
  employment: maybe(EMPLOYMENTS),
  earlyYears: maybe(EARLY_YEARS_SETTINGS),
  newHead: maybe(YES_NO_UNSURE),
  ittProvider: maybe(YES_NO_UNSURE),
  referred: maybe(YES_NO_UNSURE),
  paid: fc.option(fc.subarray([...NPQ_CODES]), { nil: undefined }),
});

test('what an address carries is read back as it was told', () => {
  fc.assert(
    fc.property(said, (told) => {
      const query = new URLSearchParams(saidQuery(told).map(([key, value]) => [key, value]));
      expect(readSaid((key) => query.getAll(key))).toEqual(told);
    }),
  );
});

test('a value nobody could have given tells nothing', () => {
  expect(saidQuery(readSaid(() => ['<script>']))).toEqual([]);
});

test('once it is told what DfE paid for, each NPQ held was paid for or was not', () => {
  const profile = withSaid(
    { npqs: [{ code: 'npq-headship' }, { code: 'npq-senco' }] },
    { paid: ['npq-senco', 'npq-leading-literacy'] },
  );
  expect(profile.npqs).toEqual([
    { code: 'npq-headship', funded: false },
    { code: 'npq-senco', funded: true },
    { code: 'npq-leading-literacy', funded: true },
  ]);
});
