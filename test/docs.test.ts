import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './support/source-files.ts';

/* What the documents name is there: a file that has moved and a function that has another name are found here. */

const DOCUMENTS = globSync(['*.md', 'docs/**/*.md'], { cwd: ROOT });
const FILES = globSync('{src,test,scripts,bench,db,content,docs}/**/*.*', { cwd: ROOT }).map((path) => `/${path}`);
/** This file names what is not there. */
const WRITTEN_IN = FILES.filter(
  (path) => /^\/(src|test|scripts|bench)\/.*\.tsx?$/.test(path) && path !== '/test/docs.test.ts',
);
const WORDS = new Set(WRITTEN_IN.flatMap((path) => readFileSync(join(ROOT, path), 'utf8').match(/[\w$]+/g) ?? []));

/** What stands between backticks within a line, in the order it stands. */
function namesIn(text: string): readonly string[] {
  return [...text.matchAll(/`([^`\n]+)`/g)].map(([, name = '']) => name);
}

const FILE = /^[\w./*-]+\.(?:tsx?|ya?ml|md|sql|typ|scss|json)$/;
const FOLDER = /^(?:src|test|scripts|bench|db|content|docs)\/[\w./*-]*\/$/;
/** `standingOf()`, `Finding.owner`, `REQUIREMENT_KINDS`: names that only code has. */
const CODE = /^(?:[A-Za-z]\w*\(\)|[A-Z]\w*\.\w+|[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|[A-Z][a-z]+[A-Z]\w+)$/;

/** A file that is named by the end of its path. `npm start` and a hub's own files make some that are not in the project. */
function isThere(path: string): boolean {
  if (path.includes('*')) return globSync(path, { cwd: ROOT }).length > 0;
  return existsSync(join(ROOT, path)) || FILES.some((file) => file.endsWith(`/${path}`));
}

/** What a document names that is not there. */
function missingIn(text: string): readonly string[] {
  return namesIn(text).filter((name) => {
    if (FILE.test(name) || FOLDER.test(name)) return !isThere(name);
    return CODE.test(name) && (name.match(/\w+/g) ?? []).some((word) => !WORDS.has(word));
  });
}

test('this test sees what is not there', () => {
  expect(
    missingIn('`src/no-such.ts`, `no-such.md`, `src/nowhere/`, `src/*/no-such.ts`, `noSuchFunction()`'),
  ).toHaveLength(5);
  expect(missingIn('`standingOf()`, `Profile.noSuchKey`, `NO_SUCH_NAME`')).toHaveLength(2);
});

describe.each(DOCUMENTS)('%s', (document) => {
  const text = readFileSync(join(ROOT, document), 'utf8');

  test('names only files, functions and types that are there', () => {
    expect(missingIn(text)).toEqual([]);
  });

  test('links only to files that are there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, href = '']) => href);
    const own = links.filter((href) => !/^[a-z]+:/.test(href));
    expect(own.filter((href) => !existsSync(join(ROOT, dirname(document), href)))).toEqual([]);
  });
});
