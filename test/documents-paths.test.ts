import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from './support/source-files.ts';

const DOCUMENTS = [
  'README.md',
  ...['docs', 'docs/decisions', 'docs/how-to']
    .flatMap((directory) => readdirSync(join(ROOT, directory)).map((name) => `${directory}/${name}`))
    .filter((path) => path.endsWith('.md')),
];
/** A file or folder of ours as prose names it, from the root. */
const OURS = /(?<![\w/.-])(?:src|test|db|content|scripts|bench)\/[\w./-]*\w(?![\w*-])/g;

test.each(DOCUMENTS)('every file that %s names is there', (document) => {
  const named = readFileSync(join(ROOT, document), 'utf8').match(OURS) ?? [];
  expect([...new Set(named)].filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
});
