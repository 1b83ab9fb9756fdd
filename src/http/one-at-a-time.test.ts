import { setImmediate } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';
import { Busy } from './problems.ts';

test('of many never two are under way, one that fails holds nobody up, and each gets its own answer', async () => {
  const inTurn = oneAtATime({ mostWaiting: 20, busy: 'Later.' });
  let underWay = 0;
  const answers = await Promise.allSettled(
    Array.from({ length: 12 }, (_, number) =>
      inTurn(async () => {
        underWay += 1;
        expect(underWay).toBe(1);
        await setImmediate();
        underWay -= 1;
        if (number % 3 === 0) throw new Error(`no ${number}`);
        return number;
      }),
    ),
  );
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'failed'))).toEqual(
    Array.from({ length: 12 }, (_, number) => (number % 3 === 0 ? 'failed' : number)),
  );
});

test('beyond those that may wait it says so, and takes the next once there is room again', async () => {
  const inTurn = oneAtATime({ mostWaiting: 1, busy: 'Later.' });
  const gate = Promise.withResolvers<void>();
  const held = [inTurn(() => gate.promise), inTurn(() => gate.promise)];
  await expect(inTurn(async () => 1)).rejects.toEqual(new Busy('Later.'));
  gate.resolve();
  await Promise.all(held);
  expect(await inTurn(async () => 1)).toBe(1);
});
