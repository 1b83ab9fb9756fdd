export interface Followed {
  readonly predecessor: number;
  readonly successor: number;
}

const NOBODY: readonly number[] = [];

/** Who followed a school, and who followed those: nearest first, each once, whatever circles the register holds. */
export function followersFrom(links: readonly Followed[]): (urn: number) => readonly number[] {
  const next = Map.groupBy(links, ({ predecessor }) => predecessor);
  return (urn) => {
    if (!next.has(urn)) return NOBODY;
    const found = new Set([urn]);
    // A set is walked in the order it grows in.
    for (const one of found) for (const { successor } of next.get(one) ?? []) found.add(successor);
    return [...found].slice(1);
  };
}
