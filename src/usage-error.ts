/** A command's words are off: one line of reason, exit 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
