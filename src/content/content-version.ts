import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Every content file below `root`, sorted, so that each machine reads them in the same order. */
export function contentFiles(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yaml'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A short hash of every content file's name and bytes: the version of what is shipped. */
export function contentVersion(root: string): string {
  const hash = createHash('sha256');
  for (const path of contentFiles(root)) hash.update(relative(root, path)).update(readFileSync(path));
  return hash.digest('hex').slice(0, 12);
}
