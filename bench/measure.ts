/** One line of the table: a figure, what it stands against, and how it could have been faked. */
export interface Row {
  readonly what: string;
  readonly ours: string;
  readonly against: string;
  readonly result: string;
  readonly wanted: string;
  readonly reached: boolean;
  /** Where it falls short: what stands in the way. */
  readonly why?: string;
}

/** What a bench prints: its rows, and the shortcut that would fake them with how it is ruled out. */
export interface Report {
  readonly rows: readonly Row[];
  readonly shortcut: string;
  readonly ruledOut: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** Measures each in turn, round after round, so that whatever else the machine does falls on all alike. */
export async function interleaved<K extends string>(
  rounds: number,
  measured: Readonly<Record<K, () => number | Promise<number>>>,
): Promise<Readonly<Record<K, number>>> {
  const names = Object.keys(measured) as K[];
  const taken = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<K, number[]>;
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) taken[name].push(await measured[name]());
  }
  return Object.fromEntries(names.map((name) => [name, median(taken[name])])) as Record<K, number>;
}

/** Processor milliseconds for one call, from as many calls as fit in `within` milliseconds. */
export async function cpuPerCall(within: number, call: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  const end = performance.now() + within;
  let calls = 0;
  do {
    await call();
    calls += 1;
  } while (performance.now() < end);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / calls;
}

/** The last thing a bench does: its report, as one line of JSON, for `npm run bench` to gather. */
export function print(report: Report): void {
  process.stdout.write(`${JSON.stringify(report)}\n`);
}

export function times(ratio: number): string {
  return `${ratio >= 10 ? Math.round(ratio) : ratio.toFixed(1)} times`;
}
