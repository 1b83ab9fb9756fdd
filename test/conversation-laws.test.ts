import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { standingOf, STANDINGS, type Standing } from '../src/domain/conversation/conversation.ts';
import { SOME_ACTS, type Model } from './support/talk-commands.ts';
import { World } from './support/talk-world.ts';

/*
 * No sequence of presses by either side loses a comment, strands a plan (there is always somebody who can go on, and
 * something they can do), agrees to a step silently, or shows a plan to somebody it was not shared with. What is checked
 * after each press stands in `mustHold` of talk-commands.ts.
 */

test('whatever both sides press, in whatever order', () => {
  const reached = new Map<Standing, number>();
  fc.assert(
    fc.property(SOME_ACTS, (acts) => {
      const world = new World();
      const model: Model = { texts: [], agreed: new Map(), texted: 0 };
      fc.modelRun(() => ({ model, real: world }), acts);
      const standing = standingOf(world.now, world.today);
      reached.set(standing, (reached.get(standing) ?? 0) + 1);
    }),
    { numRuns: 1500, seed: 20261126 },
  );
  // A law that is only asked of one state says little: every state was the last of some of these.
  expect([...reached.keys()].toSorted()).toEqual([...STANDINGS].toSorted());
});
