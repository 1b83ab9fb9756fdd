import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { gathered, partsOf } from './multipart.ts';

/** A body cut into pieces of these lengths, again and again. */
function inPieces(bytes: Buffer, lengths: readonly number[]): ReadableStream<Uint8Array> {
  let [at, turn] = [0, 0];
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      const length = lengths[turn++ % lengths.length] ?? 1;
      controller.enqueue(bytes.subarray(at, at + length));
      at += length;
    },
  });
}

async function read(bytes: Buffer, type: string, lengths: readonly number[] = [1000]) {
  const parts: { name: string; fileName: string | undefined; bytes: Buffer }[] = [];
  for await (const { name, fileName, content } of partsOf(inPieces(bytes, lengths), type))
    parts.push({ name, fileName, bytes: await gathered(content, 1e9) });
  return parts;
}

/** As the platform writes it, which is as browsers do. */
async function written(form: FormData) {
  const request = new Request('http://x.example', { method: 'POST', body: form });
  return { bytes: Buffer.from(await request.arrayBuffer()), type: request.headers.get('Content-Type') ?? '' };
}

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).map((text) => text.toWellFormed());
const content = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom('\r\n', '\r\n--', '--', '\r\n\r\n', '\r').map((text) => Uint8Array.from(Buffer.from(text))),
);

test('however it is cut, what comes out is what a browser put in', async () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 80 }), { minLength: 1, maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(name, name, content), { maxLength: 5 }), lengths, async (fields, cuts) => {
      const form = new FormData();
      for (const [field, fileName, bytes] of fields) form.append(field, new File([bytes], fileName));
      form.append('last', 'one\r\ntwo');
      const { bytes, type } = await written(form);
      const parts = await read(bytes, type, cuts);
      const again = [...form].map(([field, value]) => [field, value instanceof File ? value.name : undefined]);
      const lines = (text: string | undefined) => text?.replaceAll(/\r\n|\r|\n/g, '\n');
      expect(parts.map((part) => [lines(part.name), lines(part.fileName)])).toEqual(
        again.map(([field, file]) => [lines(field), lines(file)]),
      );
      expect(parts.slice(0, -1).map((part) => [...part.bytes])).toEqual(fields.map(([, , one]) => [...one]));
      expect(parts.at(-1)?.bytes.toString()).toBe('one\r\ntwo');
    }),
  );
});

test('what no part was read of is passed over', async () => {
  const form = new FormData();
  form.append('a', 'x'.repeat(5000));
  form.append('b', 'y');
  const { bytes, type } = await written(form);
  const names: string[] = [];
  for await (const part of partsOf(inPieces(bytes, [100]), type)) names.push(part.name);
  expect(names).toEqual(['a', 'b']);
});

const HEAD = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n';

test.each([
  ['no boundary', 'multipart/form-data', `${HEAD}x\r\n--b--`, 400],
  ['nothing at all', 'multipart/form-data; boundary=b', '', 400],
  ['an end that is missing', 'multipart/form-data; boundary=b', `${HEAD}x`, 400],
  ['a part without a name', 'multipart/form-data; boundary=b', '--b\r\nX: y\r\n\r\nx\r\n--b--', 400],
  ['a head without end', 'multipart/form-data; boundary=b', `--b\r\nX: ${'y'.repeat(20_000)}`, 413],
  ['more after the boundary', 'multipart/form-data; boundary=b', '--bb\r\n\r\nx\r\n--b--', 400],
  ['a thousand parts', 'multipart/form-data; boundary=b', `${`${HEAD}x\r\n`.repeat(1000)}--b--`, 413],
])('a body with %s is refused', async (_, type, body, status) => {
  await expect(read(Buffer.from(body), type)).rejects.toMatchObject({ name: 'BadRequest', status });
});

test('a field longer than it may be is refused before it is all read', async () => {
  let given = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1000;
      controller.enqueue(Buffer.from(given === 1000 ? HEAD : 'x'.repeat(1000)));
    },
  });
  const reading = async () => {
    for await (const { content: pieces } of partsOf(endless, 'multipart/form-data; boundary=b'))
      await gathered(pieces, 10_000);
  };
  await expect(reading()).rejects.toMatchObject({ status: 413 });
  expect(given).toBeLessThan(20_000);
});
