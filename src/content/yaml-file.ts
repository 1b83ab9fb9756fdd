import { readFileSync } from 'node:fs';
import { isMap, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problems.ts';

/** A content file that has been read: its value where the schema accepts it, and how to find a line in it. */
export interface YamlFile<T> {
  readonly path: string;
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  /** The line on which the value at `path` stands, 1 where it cannot be found. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Reads one YAML file against its schema. Never throws for what the file says: every fault becomes a problem. */
export function readYamlFile<S extends z.ZodType>(absolute: string, path: string, schema: S): YamlFile<z.output<S>> {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(absolute, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const lineOf = (where: readonly PropertyKey[]) => lineAt(document, lines, where);
  const broken = document.errors.map((error) => ({
    file: path,
    line: lines.linePos(error.pos[0]).line,
    message: error.message,
  }));
  if (broken.length > 0) return { path, value: undefined, problems: broken, lineOf };
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { path, value: parsed.data, problems: [], lineOf };
  const problems = parsed.error.issues.flatMap(unfold).map((issue) => ({
    file: path,
    line: lineOf(issue.path),
    message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`,
  }));
  return { path, value: undefined, problems, lineOf };
}

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A union's issue says only "invalid input": give what its likeliest branch says instead. */
function unfold(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
  const [likeliest] = issue.errors.toSorted((a, b) => a.length - b.length);
  if (!likeliest) return [issue];
  return likeliest.flatMap((inner) => unfold({ ...inner, path: [...issue.path, ...inner.path] }));
}

function lineAt(document: Document, lines: LineCounter, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents;
  let line = 1;
  for (const step of path) {
    const [key, next] = childAt(node, step);
    if (next === undefined) break;
    const range = (key ?? (next as Node)).range;
    if (range) line = lines.linePos(range[0]).line;
    node = next;
  }
  return line;
}

function childAt(node: unknown, step: PropertyKey): [Node | undefined, unknown] {
  if (isMap(node)) {
    const pair = node.items.find((item) => String(item.key) === String(step));
    return [pair?.key as Node | undefined, pair?.value];
  }
  if (isSeq(node)) return [undefined, node.items[Number(step)]];
  return [undefined, undefined];
}
