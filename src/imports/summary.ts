/** A row that was left out, and why. */
export interface Rejection {
  readonly line: number;
  readonly reason: string;
}

/** What an import came to. Each row read counts once among the rest. */
export interface Summary {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly closed: number;
  readonly reopened: number;
  readonly unchanged: number;
  readonly rejected: readonly Rejection[];
  /** What was held and is not in the file: schools stay as they are, entries of a list go with its old version. */
  readonly absent: number;
  /** Sentences somebody should read. */
  readonly notes: readonly string[];
}

export function countsOf(summary: Summary): Readonly<Record<string, number>> {
  const { read, added, changed, closed, reopened, unchanged, rejected, absent } = summary;
  return { read, added, changed, closed, reopened, unchanged, rejected: rejected.length, absent };
}

/** As it is printed: a count a line, then the rejected lines and the notes. */
export function formatSummary(summary: Summary): string {
  const counts = Object.entries(countsOf(summary)).map(([name, count]) => `${name} ${count}`);
  const rejected = summary.rejected.map(({ line, reason }) => `line ${line}: ${reason}`);
  return [...counts, ...rejected, ...summary.notes].join('\n');
}
