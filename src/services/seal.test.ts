import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { sealer } from './seal.ts';

const [NOW, UNTIL] = ['2026-11-23T09:00:00.000Z', '2026-11-23T09:10:00.000Z'];
const seal = sealer(() => 'a secret of this service, long enough', 'tests');

test('what was sealed comes out as it was, until its time is over', () => {
  const sealed = seal.seal({ state: 'abc', next: '/account' }, UNTIL);
  expect(seal.open(sealed, NOW)).toEqual({ state: 'abc', next: '/account' });
  expect(seal.open(sealed, UNTIL)).toBeUndefined();
});

test('it cannot be read from outside, and is never twice the same', () => {
  const sealed = seal.seal({ state: 'readable' }, UNTIL);
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('readable');
  expect(seal.seal({ state: 'readable' }, UNTIL)).not.toBe(sealed);
});

test('with one bit changed, for another purpose or under another secret it opens nothing', () => {
  const sealed = seal.seal({ state: 'abc' }, UNTIL);
  const bytes = Buffer.from(sealed, 'base64url');
  fc.assert(
    fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(seal.open(changed.toString('base64url'), NOW)).toBeUndefined();
    }),
  );
  expect(sealer(() => 'a secret of this service, long enough', 'other').open(sealed, NOW)).toBeUndefined();
  expect(sealer(() => 'another secret, as long as the first', 'tests').open(sealed, NOW)).toBeUndefined();
});

test('whatever else is given opens nothing', () => {
  fc.assert(fc.property(fc.string(), (text) => seal.open(text, NOW) === undefined));
});
