import { expect, test } from 'vitest';
import { bareFigureIn } from '../src/domain/prose.ts';
import { isTest, nodesOf, parseSource, sourceFiles, type SourceFile, type Syntax } from './support/source-files.ts';

/*
 * A figure on a page is a fact, so that it has a source and a day and changes everywhere at once. Page text may
 * therefore hold no figure of its own: neither digits nor counted words.
 */

/** Names that hold a digit and state no figure, and what a teacher may answer of themselves. */
const NAMES =
  /\b(?:5 hours or more|such as 0\.6|such as 6\.5|WCAG 2\.2|version 2\.2|level AA|PDF\/UA-1|Open Government Licence v?3\.0|SIL Open Font License 1\.1|A4|Node 26|Ten minutes about this plan|Agenda for ten minutes|since 2023|2023 briefing|briefing of 2023|in 2023)\b/g;
const MINUTES = /\b(?:two|three|four|five|six|seven|eight|nine|ten|fifteen|twenty) minutes?\b/i;

/** Attributes whose text nobody reads. */
const UNREAD = new Set([
  'class',
  'd',
  'viewBox',
  'transform',
  'href',
  'points',
  'id',
  'name',
  'key',
  'type',
  'rel',
  'content',
  'data-module',
]);

interface Words {
  readonly text: string;
  readonly line: number;
}

function wordsOf(file: SourceFile): readonly Words[] {
  const tree = parseSource(file);
  const unread = (node: Syntax) =>
    (node.type === 'JSXAttribute' && UNREAD.has(String((node['name'] as Syntax)['name']))) ||
    node.type === 'ImportDeclaration' ||
    node.type === 'TSLiteralType';
  return [...nodesOf(tree, unread)].flatMap((node) => {
    const text = textIn(node);
    return text === undefined ? [] : [{ text, line: file.text.slice(0, Number(node['start'])).split('\n').length }];
  });
}

/** JSX text whatever it says; literals only where they read as a sentence, for codes and class names are not read. */
function textIn(node: Syntax): string | undefined {
  if (node.type === 'JSXText') return String(node['value']);
  const text =
    node.type === 'Literal'
      ? node['value']
      : node.type === 'TemplateElement'
        ? (node['value'] as { cooked?: unknown }).cooked
        : undefined;
  return typeof text === 'string' && /[a-z]+ +[a-z0-9£]+/i.test(text) && !/^(app|govuk)-/.test(text) ? text : undefined;
}

function figureIn(text: string): string | undefined {
  const without = text.replace(NAMES, '');
  return bareFigureIn(without) ?? MINUTES.exec(without)?.[0];
}

test('page text states no bare figure', () => {
  const pages = sourceFiles('src/features', 'src/ui').filter((file) => file.path.endsWith('.tsx') && !isTest(file));
  const bare = pages.flatMap((file) =>
    wordsOf(file).flatMap(({ text, line }) => {
      const figure = figureIn(text);
      return figure === undefined ? [] : [`${file.path}:${line}: "${figure}" in "${text.trim().slice(0, 80)}"`];
    }),
  );
  expect(bare).toEqual([]);
});

test('the check sees digits, prices and counted words, and lets names through', () => {
  expect(figureIn('It costs £1,055 a year')).toBe('£1,055');
  expect(figureIn('It takes eighteen months')).toBe('eighteen months');
  expect(figureIn('About three minutes')).toBe('three minutes');
  expect(figureIn('What has changed since 2023')).toBeUndefined();
  expect(figureIn('Tested against WCAG 2.2 at level AA')).toBeUndefined();
});
