export type JobLog = (entry: Readonly<Record<string, unknown>>) => void;
export type Report = (level: 'info' | 'error', entry: Readonly<Record<string, unknown>>) => void;

/** The kind of an error and never its message, which can hold what somebody wrote. */
export function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? `${error.name} ${error.code}` : error.name;
}

/** Where it came about: the stack without the message. */
export function placeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}
