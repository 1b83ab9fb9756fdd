import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config.ts';

/** 256 bits. */
const BYTES = 32;

/**
 * The secret of this installation: the one that was set, else one made when it is first needed and kept in the data
 * directory, readable by its owner alone. Of several processes that make one at once, all get the first.
 */
export function secretOf({ secret, dataDir }: Pick<Config, 'secret' | 'dataDir'>): string {
  if (secret !== undefined) return secret;
  const path = join(dataDir, 'secret');
  if (!existsSync(path)) keepNew(path, dataDir);
  return readFileSync(path, 'utf8').trim();
}

/** Written whole under another name first, so that nobody reads half of it. */
function keepNew(path: string, dataDir: string): void {
  const made = `${path}.${randomUUID()}`;
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(made, randomBytes(BYTES).toString('base64url'), { flag: 'wx', mode: 0o600 });
  try {
    linkSync(made, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(made);
  }
}
