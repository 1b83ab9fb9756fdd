import { expect, test } from 'vitest';
import { crossCheck } from './cross-check.ts';
import type { ReadFile } from './load-content.ts';
import { loadContent } from './load-content.ts';
import type { Problem } from './problems.ts';

const loaded = loadContent('content', 'generate');
if (!loaded.ok) throw new Error('the content has problems of its own');
const { catalogue } = loaded;

const TOPIC_WITHOUT_VALUE = catalogue.facts.find((fact) => fact.value === undefined)?.topic ?? '';

function problemsOf(kind: ReadFile['kind'], value: unknown): readonly Problem[] {
  return crossCheck(catalogue, [{ kind, file: { path: 'content/some.yaml', value, lineOf: () => 7, problems: [] } }]);
}

test('prose that names a topic with nothing to print is a problem, with its file and line', () => {
  const [problem, ...others] = problemsOf('eef', { ideas: [{ text: `It takes {{${TOPIC_WITHOUT_VALUE}}}.` }] });
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ file: 'content/some.yaml', line: 7 });
  expect(problem?.message).toContain(`"${TOPIC_WITHOUT_VALUE}" has no value to print`);
});

test('prose that names a topic nobody has stated is a problem', () => {
  const messages = problemsOf('eef', { text: 'It takes {{never-stated}}.' }).map((problem) => problem.message);
  expect(messages).toEqual(['no fact is about "never-stated"']);
});

test('a figure whose topic has no value is a problem', () => {
  const [opportunity] = catalogue.opportunities;
  const figures = { ...opportunity?.figures, time: { fact: TOPIC_WITHOUT_VALUE } };
  const messages = problemsOf('opportunity', { ...opportunity, figures }).map((problem) => problem.message);
  expect(messages).toEqual([`a fact about "${TOPIC_WITHOUT_VALUE}" has no value to show as a figure`]);
});

test('a topic whose facts all have a value may stand in prose', () => {
  expect(problemsOf('eef', { text: 'It takes {{npq-leading-teaching-length}}.' })).toEqual([]);
});
