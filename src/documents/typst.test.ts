import { expect, test } from 'vitest';
import { openTypesetter, TypesetterBusy } from './typst.ts';

const sheet = (items: readonly string[]) => ({
  title: 'A plan',
  kind: 'What came of it',
  made: 'Made today',
  sections: [{ name: 'What was done', words: [], items }],
});
const isPdf = (pdf: Uint8Array) => Buffer.from(pdf.subarray(0, 5)).toString() === '%PDF-';

test('one document asked for again and again takes one place in the queue', async () => {
  const typesetter = openTypesetter();
  const all = Array.from({ length: 60 }, () => typesetter.pdf('impact.typ', sheet(['Read aloud'])));
  const another = typesetter.pdf('impact.typ', sheet(['Something else']));
  expect((await Promise.all(all)).every(isPdf)).toBe(true);
  expect(isPdf(await another)).toBe(true);
  expect(isPdf(await typesetter.pdf('impact.typ', sheet(['Read aloud'])))).toBe(true);
});

test('more documents than the queue holds are refused, and those in it are set', async () => {
  const typesetter = openTypesetter();
  const all = await Promise.allSettled(
    Array.from({ length: 18 }, (_, index) => typesetter.pdf('impact.typ', sheet([`${index}`]))),
  );
  expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(16);
  for (const one of all.slice(16)) expect(one).toMatchObject({ reason: expect.any(TypesetterBusy) as unknown });
});

test('a document that takes too long is given up, and those behind it are set', async () => {
  const typesetter = openTypesetter({ longestMs: 4000 });
  await typesetter.pdf('impact.typ', sheet(['The fonts are read with the first']));
  const slow = typesetter.pdf('impact.typ', sheet(Array.from({ length: 60 }, (_, n) => `${n}${'a/'.repeat(6000)}`)));
  const behind = [1, 2, 3].map((index) => typesetter.pdf('impact.typ', sheet([`Behind it ${index}`])));
  await expect(slow).rejects.toBeInstanceOf(TypesetterBusy);
  expect((await Promise.all(behind)).every(isPdf)).toBe(true);
}, 60_000);
