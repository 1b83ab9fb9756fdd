import { Busy } from './problems.ts';

/** Has work done one after the other. Gives what the work gives. */
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/**
 * For work of which one takes much memory: while some of it is under way the rest waits. Beyond `mostWaiting` it throws
 * Busy, with what is then said to whoever asked.
 */
export function oneAtATime({ mostWaiting, busy }: { readonly mostWaiting: number; readonly busy: string }): InTurn {
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    if (waiting > mostWaiting) throw new Busy(busy);
    waiting += 1;
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    try {
      return await mine;
    } finally {
      waiting -= 1;
    }
  };
}
