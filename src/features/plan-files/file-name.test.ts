import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test.each([
  ['My next steps', 'my-next-steps'],
  ['Café: what’s next?', 'cafe-what-s-next'],
  ['../../etc/passwd', 'etc-passwd'],
  ['a"; filename="b', 'a-filename-b'],
  ['مرحبا', 'plan'],
  ['-–-', 'plan'],
])('%j is saved as %s', (title, name) => {
  expect(fileNameOf(title)).toBe(name);
});

test('whatever the title, the name is one that every machine takes', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (title) => {
      expect(fileNameOf(title)).toMatch(/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/);
    }),
  );
});
