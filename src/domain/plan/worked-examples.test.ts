import { expect, test } from 'vitest';
import { LIMITS } from './plan.ts';
import { PROMPT_IDS, phaseProgress, PROMPTS } from './plan-prompts.ts';
import { ROUTE_IDS } from '../catalogue/route.ts';
import { WORKED_EXAMPLES } from './worked-examples.ts';

test('every route has an example that answers every prompt, shortly', () => {
  for (const id of ROUTE_IDS) {
    const { answers } = WORKED_EXAMPLES[id];
    expect(Object.keys(answers), id).toEqual([...PROMPT_IDS]);
    for (const answer of Object.values(answers)) expect(answer.length, answer).toBeLessThan(330);
  }
  expect(LIMITS.answer).toBeGreaterThan(330);
});

test('no example states a price, a share or a date, which would be a figure without a source', () => {
  const written = Object.values(WORKED_EXAMPLES).flatMap(({ by, answers }) => [by, ...Object.values(answers)]);
  expect(written.filter((text) => /[£%]|\b20\d\d\b|\d{2}/.test(text.replaceAll(/Year \d+/g, '')))).toEqual([]);
});

test('the examples are of six teachers, no two alike', () => {
  expect(new Set(Object.values(WORKED_EXAMPLES).map(({ by }) => by)).size).toBe(ROUTE_IDS.length);
});

test('the phases are counted in their order, and a skipped prompt is not written', () => {
  expect(phaseProgress({ answers: { 'what-need': 'Longer words.', 'when-to-stop': 'At Easter.' } })).toEqual([
    { phase: 'explore', name: 'Explore', written: 1, of: 3 },
    { phase: 'prepare', name: 'Prepare', written: 0, of: 3 },
    { phase: 'deliver', name: 'Deliver', written: 0, of: 3 },
    { phase: 'sustain', name: 'Sustain', written: 1, of: 3 },
  ]);
});

test('every prompt has its place in one phase, and each phase draws on more than one behaviour', () => {
  expect(PROMPTS.map(({ id }) => id)).toEqual([...PROMPT_IDS]);
  const behaviours = Map.groupBy(PROMPTS, ({ phase }) => phase);
  for (const [phase, prompts] of behaviours)
    expect(new Set(prompts.map(({ behaviour }) => behaviour)).size, phase).toBeGreaterThan(1);
});
