import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PathwayInstance } from '../domain/pathway/pathway.ts';
import { openPlanner, PlannerBusy, PlannerError, PlannerLimit, type Planner } from './planner.ts';

let planner: Planner;
beforeEach(() => {
  planner = openPlanner();
});
afterEach(() => planner.close());

const anInstance = (value: number, id = 'one'): PathwayInstance => ({
  id,
  halfTerms: 2,
  capacity: [10, 10],
  budget: 0,
  have: [],
  goal: null,
  steps: [{ id: 'a', duration: 1, load: [5], cost: 0, value, starts: [0, 1], requires: [], excludes: [] }],
});

test('questions wait their turn and each gets its own answer', async () => {
  const asked = [1, 2, 3, 4, 5].map((value) => planner.ask(anInstance(value)));
  expect((await Promise.all(asked.map(({ done }) => done))).map(({ value }) => value)).toEqual([1, 2, 3, 4, 5]);
});

test('the same question is solved once, under whatever name it is asked', async () => {
  const [first, second] = [planner.ask(anInstance(7, 'mine')), planner.ask(anInstance(7, 'yours'))];
  const [one, other] = await Promise.all([first.done, second.done]);
  expect([one.id, other.id]).toEqual(['mine', 'yours']);
  expect(other.ms).toBe(one.ms);
  expect(await planner.ask(anInstance(7, 'again')).done).toEqual({ ...one, id: 'again' });
});

test('a question that breaks the solver fails alone, and the next is answered', async () => {
  const broken = planner.ask(anInstance(Number.NaN));
  const next = planner.ask(anInstance(2));
  await expect(broken.done).rejects.toBeInstanceOf(PlannerError);
  expect((await next.done).value).toBe(2);
});

test('past sixty that wait another is refused at once, and those before it are answered', async () => {
  const asked = Array.from({ length: 62 }, (_, value) => planner.ask(anInstance(value)));
  await expect(asked[61]?.done).rejects.toBeInstanceOf(PlannerBusy);
  expect((await asked[60]?.done)?.value).toBe(60);
});

test('a question that nobody asks for again is not begun; one that somebody still asks for is', async () => {
  await using impatient = impatientPlanner(600);
  const endless = impatient.ask(anEndlessInstance());
  const left = impatient.ask(anInstance(2));
  const kept = impatient.ask(anInstance(3));
  // As a page does that looks again.
  const again = setInterval(() => impatient.ask(anInstance(3)), 50);
  await expect(endless.done).rejects.toBeInstanceOf(PlannerLimit);
  clearInterval(again);
  await expect(left.done).rejects.toBeInstanceOf(PlannerBusy);
  expect((await kept.done).value).toBe(3);
});

test('closing ends what waits, and nothing is taken after it', async () => {
  const waiting = planner.ask(anInstance(1));
  await planner.close();
  await expect(waiting.done).rejects.toBeInstanceOf(PlannerBusy);
  await expect(planner.ask(anInstance(2)).done).rejects.toBeInstanceOf(PlannerBusy);
});

/** A question that takes the solver far longer than any test: fifty steps that barely differ, and room for some. */
const anEndlessInstance = (): PathwayInstance => ({
  id: 'endless',
  halfTerms: 18,
  capacity: Array.from({ length: 18 }, (_, index) => 17 + (index % 3)),
  budget: 4999,
  have: [],
  goal: null,
  steps: Array.from({ length: 60 }, (_, index) => ({
    id: `s${index}`,
    duration: 1 + (index % 5),
    load: Array.from({ length: 1 + (index % 5) }, (__, at) => 5 + ((index * 7 + at * 3) % 6)),
    cost: 173 + ((index * 37) % 211),
    value: 91 + ((index * 53) % 89),
    starts: Array.from({ length: 13 }, (__, start) => start),
    requires: [],
    excludes: [],
  })),
});

test('a question that takes too long is broken off, and the next is answered by a new solver', async () => {
  await using impatient = impatientPlanner(500);
  await expect(impatient.ask(anEndlessInstance()).done).rejects.toBeInstanceOf(PlannerLimit);
  expect((await impatient.ask(anInstance(4)).done).value).toBe(4);
});

test('what was found of it stays, and it is not begun again', async () => {
  await using impatient = impatientPlanner(5000);
  const first = impatient.ask(anEndlessInstance());
  await expect(first.done).rejects.toBeInstanceOf(PlannerLimit);
  const again = impatient.ask({ ...anEndlessInstance(), id: 'again' });
  await expect(again.done).rejects.toBeInstanceOf(PlannerLimit);
  expect(again.best()).toEqual(first.best());
  expect(first.best()?.chosen.length).toBeGreaterThan(0);
});

test('whoever asks for a dozen things is refused a thirteenth, and others are not', async () => {
  const own = Array.from({ length: 15 }, (_, value) => planner.ask(anInstance(value), 'one plan'));
  const other = planner.ask(anInstance(100), 'another plan');
  // The first is in the solver's hands already, and waits no more.
  await expect(own[13]?.done).rejects.toBeInstanceOf(PlannerBusy);
  expect((await own[12]?.done)?.value).toBe(12);
  expect((await other.done).value).toBe(100);
});

function impatientPlanner(longestMs: number): Planner & AsyncDisposable {
  const impatient = openPlanner({ longestMs });
  return {
    ask: (instance, by) => impatient.ask(instance, by),
    close: () => impatient.close(),
    [Symbol.asyncDispose]: () => impatient.close(),
  };
}
