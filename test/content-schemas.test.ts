import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { contentFiles } from '../src/content/content-version.ts';
import { jsonSchemas } from '../src/content/json-schemas.ts';

const CONTENT = join(import.meta.dirname, '../content');
const SCHEMAS = join(CONTENT, 'schema');
const LINE = /^# yaml-language-server: \$schema=(.+)$/;

test('the schemas that editors read are those the loader checks by (else run `npm run schemas`)', () => {
  const made = jsonSchemas();
  expect(readdirSync(SCHEMAS).toSorted()).toEqual([...made.keys()].toSorted());
  for (const [name, text] of made) expect(readFileSync(join(SCHEMAS, name), 'utf8'), name).toBe(text);
});

test('every content file names its schema in its first line', () => {
  const wrong = contentFiles(CONTENT).filter((path) => {
    const [first = ''] = readFileSync(path, 'utf8').split('\n', 1);
    const named = LINE.exec(first)?.[1];
    return named === undefined || !existsSync(resolve(dirname(path), named));
  });
  expect(wrong).toEqual([]);
});
