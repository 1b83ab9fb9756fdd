/** Which way a step is decided: 1 is chosen, 0 left out. */
export type Side = 0 | 1;
export const SIDES = [0, 1] as const;

/**
 * What deciding steps has been seen to cost: by how much the bound fell for each whole step that the fractions were
 * moved. A step that costs much either way is a good one to decide, for both branches then end soon.
 */
export interface Trials {
  readonly lost: readonly [Float64Array, Float64Array];
  readonly tried: readonly [Int32Array, Int32Array];
}

export function openTrials(steps: number): Trials {
  return {
    lost: [new Float64Array(steps), new Float64Array(steps)],
    tried: [new Int32Array(steps), new Int32Array(steps)],
  };
}

/** How far deciding a step moves the fraction that it now stands at. */
export function moveOf(side: Side, share: number): number {
  return side === 1 ? 1 - share : share;
}

export function record({ lost, tried }: Trials, step: number, side: Side, share: number, loss: number): void {
  lost[side][step] = (lost[side][step] ?? 0) + loss / Math.max(moveOf(side, share), SMALLEST);
  tried[side][step] = (tried[side][step] ?? 0) + 1;
}

export function isTried({ tried }: Trials, step: number): boolean {
  return SIDES.every((side) => (tried[side][step] ?? 0) > 0);
}

/** What deciding the step is expected to cost each way; `untried` for each whole step where it has never been seen. */
export function expected(trials: Trials, step: number, share: number, untried: number): readonly [number, number] {
  const one = (side: Side) => {
    const times = trials.tried[side][step] ?? 0;
    return (times > 0 ? (trials.lost[side][step] ?? 0) / times : untried) * moveOf(side, share);
  };
  return [one(0), one(1)];
}

const SMALLEST = 1e-3;

/** How good it is to decide a step that costs so much each way, where so much can be lost before a branch ends. */
export function promise([out, chosen]: readonly [number, number], gap: number): number {
  const floor = Math.min(gap, 1) * SMALLEST;
  return [out, chosen].reduce((product, loss) => product * Math.max(Math.min(loss, 2 * gap), floor), 1);
}
