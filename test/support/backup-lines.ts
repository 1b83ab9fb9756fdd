import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';

/** A backup taken apart, for tests that put it together otherwise: its lines as values. */
export type BackupLines = readonly unknown[];

export function linesOfBackup(path: string): BackupLines {
  const text = gunzipSync(readFileSync(path)).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
}

/** Writes lines as they are given, right or wrong. */
export function writeLines(path: string, lines: BackupLines): string {
  writeFileSync(path, gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
  return path;
}

/** The lines with an end that is right for them: what a later version, or somebody who knows the format, could write. */
export function withRightEnd(lines: BackupLines): BackupLines {
  const rows: Record<string, number> = {};
  let table = '';
  const content = lines.slice(1, -1);
  for (const line of content) {
    if (Array.isArray(line)) rows[table] = (rows[table] ?? 0) + 1;
    else {
      table = (line as { table: string }).table;
      rows[table] = 0;
    }
  }
  const sha256 = createHash('sha256')
    .update(content.map((line) => `${JSON.stringify(line)}\n`).join(''))
    .digest('hex');
  return [lines[0], ...content, { rows, sha256 }];
}
