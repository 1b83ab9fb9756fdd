/**
 * Refuses what the two databases would each store in a way of its own, or as NULL without a word: `undefined`, dates,
 * booleans, objects, a number that is none, text with a NUL in it. Throws where the mistake is made.
 */
export function refuseOddParameters(parameters: readonly unknown[]): void {
  for (const value of parameters) if (!isPlain(value)) throw new TypeError(`${REFUSED}: not ${nameOf(value)}`);
}

const REFUSED = 'a database parameter is text without NUL, a finite number or null';

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return !value.includes('\0');
  if (typeof value === 'number') return Number.isFinite(value);
  return value === null || typeof value === 'bigint';
}

/** Never the value itself: it may be personal. */
function nameOf(value: unknown): string {
  if (typeof value === 'object') return value?.constructor.name ?? 'an object';
  return typeof value === 'string' ? 'text with a NUL in it' : `a value of type ${typeof value}`;
}
