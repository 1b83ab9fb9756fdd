import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPath } from './next-page.ts';

const FOLDER = '0b8f1f9e-1111-4222-8333-444455556666';

test.for(['/account', `/plans/${FOLDER}`, `/plans/${FOLDER}/1`, `/plans/${FOLDER}/12/steps/s3`, '/half-terms'])(
  '%s can be gone on to',
  (path) => {
    expect(ownPath(path)).toBe(path);
  },
);

test.for([
  ['nothing', ''],
  ['the start page, which nobody signs in for', '/'],
  ['another host', '//elsewhere.example'],
  ['another host behind a slash that browsers turn', '/\\elsewhere.example'],
  ['another host behind a tab that browsers drop', '/\t/elsewhere.example'],
  ['a line end, to begin another header', '/account\r\nSet-Cookie: session=x'],
  ['a whole address', 'https://elsewhere.example/account'],
  ['another scheme', 'javascript:alert(1)'],
  ['a way up', '/account/../../elsewhere'],
  ['an encoded way', '/%2f/elsewhere.example'],
  ['parameters', '/account?next=//elsewhere.example'],
  ['a fragment', '/account#x'],
  ['a private link', `/plans/${'a'.repeat(32)}/1`],
  ['a sign-in link', `/sign-in/${'A-_b'.repeat(8)}`],
  ['more than can be kept', `/a${'/b'.repeat(150)}`],
])('%s cannot', ([, text = '']) => {
  expect(ownPath(text)).toBeUndefined();
});

test('whatever is given, what is gone on to is a page of ours', () => {
  const pieces = [
    '/',
    '/',
    '\\',
    '.',
    ':',
    '@',
    '%2f',
    '?',
    '#',
    '\t',
    '\n',
    'account',
    'plans',
    FOLDER,
    'evil.example',
  ];
  const typed = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => `/${parts.join('')}`);
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof({ weight: 3, arbitrary: typed }, { weight: 1, arbitrary: fc.string() }), (text) => {
      const path = ownPath(text);
      if (path === undefined) return;
      taken += 1;
      const url = new URL(path, 'https://next-steps.example');
      expect([url.origin, url.pathname, url.search, url.hash]).toEqual(['https://next-steps.example', text, '', '']);
    }),
    { numRuns: 3000 },
  );
  expect(taken).toBeGreaterThan(20);
});
