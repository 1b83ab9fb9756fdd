import type { ReducedStep } from './pathway-reduce.ts';

/** `better` can always take the place of `worse`; `alike` where the two can also trade their starts. */
export interface Dominance {
  readonly better: string;
  readonly worse: string;
  readonly alike: boolean;
}

/**
 * Pairs of which the worse need not be chosen without the better: in any plan that has the worse alone, the better fits
 * in its very place (no longer, no heavier, no dearer, worth no less, free to start whenever the other may, needing no
 * more, barring no more, and leading wherever the other leads), and the plan is then no worse in any of the four
 * numbers. A step counts as better only than those after it in one order of all steps, so that none ever wait for each
 * other in a ring: each exchange then moves a plan up that order, and one that no exchange moves keeps all pairs at once.
 * Pairs that follow from others are left out.
 */
export function dominances(steps: readonly ReducedStep[], goal: string | null): readonly Dominance[] {
  const barred = barredBy(steps);
  const choices = steps.flatMap((step) => step.requires.map((choice) => ({ of: step.id, choice: new Set(choice) })));
  const order = inOrder(steps, choices);
  const pairs = order.flatMap((better, index) =>
    order
      .slice(index + 1)
      .filter((worse) => worse.id !== goal && canReplace(better, worse, barred, choices))
      .map((worse) => ({ better: better.id, worse: worse.id, alike: tradesStarts(better, worse) })),
  );
  return withoutWhatFollows(pairs);
}

/** The steps with those first that are likeliest to be better; equal ones as they come. */
function inOrder(steps: readonly ReducedStep[], choices: Choices): readonly ReducedStep[] {
  const keys = new Map(
    steps.map((step) => [
      step,
      [
        -step.value,
        step.cost,
        step.duration,
        step.load.reduce((sum, hours) => sum + hours, 0),
        -step.starts.length,
        step.requires.length,
        -choices.filter(({ choice }) => choice.has(step.id)).length,
      ],
    ]),
  );
  return steps.toSorted((a, b) => {
    const [one, other] = [keys.get(a) ?? [], keys.get(b) ?? []];
    const at = one.findIndex((key, index) => key !== other[index]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  });
}

/** With which others each step is never chosen, whichever of the two says so. */
export type Barred = ReadonlyMap<string, ReadonlySet<string>>;
type Choices = readonly { readonly of: string; readonly choice: ReadonlySet<string> }[];

export function barredBy(steps: readonly ReducedStep[]): Barred {
  const barred = new Map(steps.map(({ id }) => [id, new Set<string>()]));
  for (const { id, excludes } of steps)
    for (const other of excludes) {
      if (other === id) continue;
      barred.get(id)?.add(other);
      barred.get(other)?.add(id);
    }
  return barred;
}

function canReplace(better: ReducedStep, worse: ReducedStep, barred: Barred, choices: Choices): boolean {
  if (better.value < worse.value || better.cost > worse.cost || better.duration > worse.duration) return false;
  if (better.load.some((hours, index) => hours > (worse.load[index] ?? 0))) return false;
  if (!worse.starts.every((start) => better.starts.includes(start))) return false;
  if (better.group !== undefined && better.group !== worse.group) return false;
  return needsNoMore(better, worse) && barsNoMore(better, worse, barred) && leadsAsFar(better, worse, choices);
}

/** Each of the better's choices is met whenever one of the worse's is, which offers nothing beside it. */
function needsNoMore(better: ReducedStep, worse: ReducedStep): boolean {
  return better.requires.every((choice) => worse.requires.some((other) => other.every((id) => choice.includes(id))));
}

function barsNoMore(better: ReducedStep, worse: ReducedStep, barred: Barred): boolean {
  return [...(barred.get(better.id) ?? [])].every((id) => id === worse.id || barred.get(worse.id)?.has(id));
}

/** Wherever the worse meets a need the better meets it too; but for the better's own needs, which it then has no more. */
function leadsAsFar(better: ReducedStep, worse: ReducedStep, choices: Choices): boolean {
  return choices.every(({ of, choice }) => of === better.id || !choice.has(worse.id) || choice.has(better.id));
}

function tradesStarts(a: ReducedStep, b: ReducedStep): boolean {
  return (
    a.duration === b.duration &&
    a.group === b.group &&
    a.starts.length === b.starts.length &&
    a.load.every((hours, index) => hours === b.load[index])
  );
}

function withoutWhatFollows(pairs: readonly Dominance[]): readonly Dominance[] {
  const held = new Set(pairs.filter(({ alike }) => alike).map(keyOf));
  const all = new Set(pairs.map(keyOf));
  const through = new Set(pairs.flatMap(({ better, worse }) => [better, worse]));
  return pairs.filter(({ better, worse, alike }) => {
    const known = alike ? held : all;
    return ![...through].some((mid) => known.has(`${better} ${mid}`) && known.has(`${mid} ${worse}`));
  });
}

function keyOf({ better, worse }: Dominance): string {
  return `${better} ${worse}`;
}
