/** A teaching school hub and the area it serves: one of 87 that cover England between them. */
export interface HubArea {
  /** DfE's code of the area: `NW2`. */
  readonly area: string;
  readonly region: string;
  readonly hub: string;
  readonly website: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly leadSchool: { readonly urn: number; readonly name: string; readonly trust: string | null };
  readonly districts: readonly string[];
}

/** Which hub serves a school: settled, or a few candidates where its district is split, or none where it has no district. */
export interface HubAnswer {
  readonly settled: HubArea | null;
  readonly candidates: readonly HubArea[];
}

/**
 * A district that lies in one area settles the hub. One that lies in several is split between them by a line nobody has
 * published, so that each is a candidate.
 */
export function hubFor(areas: readonly string[], known: ReadonlyMap<string, HubArea>): HubAnswer {
  const candidates = areas.flatMap((code) => known.get(code) ?? []);
  const [only] = candidates;
  return { settled: candidates.length === 1 && only ? only : null, candidates };
}
