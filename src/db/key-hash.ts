import { createHash } from 'node:crypto';

/** What is kept of a key. Keys are random, so a plain hash is as hard to turn back as any. */
export function keyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
