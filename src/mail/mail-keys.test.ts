import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { aMailbox } from '../../test/support/mail-builders.ts';
import { KINDS_TO_CHOOSE, MAIL_KINDS } from '../domain/mail/mail-kinds.ts';
import { mailKeys } from './mail-keys.ts';

const keys = mailKeys(() => 'one secret of enough characters, for a test');
const others = mailKeys(() => 'another secret of enough characters, for it');
const addressId = keys.addressId(aMailbox('jane@school.example'));

test('an address is one address however its capitals are written, and nobody can work it out without the secret', () => {
  expect(keys.addressId(aMailbox('JANE@School.Example'))).toBe(addressId);
  expect(keys.addressId(aMailbox('john@school.example'))).not.toBe(addressId);
  expect(others.addressId(aMailbox('jane@school.example'))).not.toBe(addressId);
  expect(addressId).toMatch(/^[0-9a-f]{64}$/);
});

test('a token says whose mails and of which kind, and only what we signed is read', () => {
  for (const kind of KINDS_TO_CHOOSE) {
    const token = keys.unsubscribeToken({ kind, addressId });
    expect(keys.readUnsubscribeToken(token)).toEqual({ kind, addressId });
    expect(others.readUnsubscribeToken(token)).toBeUndefined();
    expect(token).not.toMatch(/jane|school/);
    expect(token).toMatch(/^[\w.-]+[0-9a-f]$/);
  }
});

test('a token with any letter changed, added or left out is nobody’s', () => {
  const token = keys.unsubscribeToken({ kind: 'reminder', addressId });
  const letters = fc.constantFrom(...'abcdefABC0189-_.');
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.oneof(letters, fc.constant('')), (at, letter) => {
      const changed = token.slice(0, at) + letter + token.slice(at + 1);
      fc.pre(changed !== token);
      expect(keys.readUnsubscribeToken(changed)).toBeUndefined();
    }),
  );
});

test('a kind that cannot be switched off has no token, even a signed one', () => {
  expect(MAIL_KINDS['own-plan'].canBeOff).toBe(false);
  expect(keys.readUnsubscribeToken(keys.unsubscribeToken({ kind: 'own-plan', addressId }))).toBeUndefined();
});

test('the secret is asked for when it is needed, and once', () => {
  let asked = 0;
  const lazy = mailKeys(() => {
    asked += 1;
    return 'a secret';
  });
  expect(asked).toBe(0);
  lazy.messageId('a', 'hub.example');
  lazy.messageId('b', 'hub.example');
  expect(asked).toBe(1);
});

test('the key of a share is as long as one that is drawn, and nothing but its share, its renewals and the secret make it', () => {
  const [keys, others] = [mailKeys(() => 'one secret'), mailKeys(() => 'another secret')];
  const made = [keys.shareKey('a', 0), keys.shareKey('a', 1), keys.shareKey('b', 0), others.shareKey('a', 0)];
  expect(new Set(made).size).toBe(4);
  for (const key of made) expect(key).toMatch(/^[\w-]{32}$/);
  expect(keys.shareKey('a', 0)).toBe(made[0]);
});
