import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PathwayInstance } from '../domain/pathway/pathway.ts';
import { openPlanner, PlannerBusy, PlannerError, type Planner } from './planner.ts';

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

test('a question that nobody waits for any more leaves the queue; one that somebody still waits for stays', async () => {
  planner.ask(anInstance(1));
  const left = planner.ask(anInstance(2));
  const [kept, other] = [planner.ask(anInstance(3)), planner.ask(anInstance(3))];
  left.leave();
  other.leave();
  other.leave();
  await expect(left.done).rejects.toBeInstanceOf(PlannerBusy);
  expect((await kept.done).value).toBe(3);
});

test('closing ends what waits, and nothing is taken after it', async () => {
  const waiting = planner.ask(anInstance(1));
  await planner.close();
  await expect(waiting.done).rejects.toBeInstanceOf(PlannerBusy);
  await expect(planner.ask(anInstance(2)).done).rejects.toBeInstanceOf(PlannerBusy);
});
