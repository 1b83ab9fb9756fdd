import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { parseSync } from 'vite';

export const ROOT = join(import.meta.dirname, '../..');

/** One file of ours: its path from the root, its text, and what it imports. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

export interface Import {
  /** A path from the root for our own files; else the package's or Node's name. */
  readonly to: string;
  readonly ours: boolean;
  /** Only types come across: nothing is loaded. */
  readonly typeOnly: boolean;
}

/** Any node of the parsed tree; which keys it has depends on its `type`. */
export interface Syntax {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** The TypeScript files below these directories, tests included. */
export function sourceFiles(...directories: readonly string[]): readonly SourceFile[] {
  return directories
    .flatMap((directory) => readdirSync(join(ROOT, directory), { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('node_modules'))
    .map((entry) => readSource(relative(ROOT, join(entry.parentPath, entry.name))))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

export function isTest(file: SourceFile): boolean {
  return file.path.startsWith('test/') || /\.test\.tsx?$/.test(file.path) || /\/govuk-fixtures-/.test(file.path);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return { path, text, lines: text.trimEnd().split('\n').length, imports: importsOf(path, text) };
}

export function parseSource({ path, text }: Pick<SourceFile, 'path' | 'text'>): Syntax {
  return parseSync(path, text).program as unknown as Syntax;
}

function importsOf(path: string, text: string): readonly Import[] {
  return [...nodesOf(parseSource({ path, text }))].flatMap((node) => {
    const source = node['source'] as { readonly value?: unknown } | null | undefined;
    if (!/^(Import|Export)/.test(node.type) || typeof source?.value !== 'string') return [];
    const ours = source.value.startsWith('.');
    const to = ours ? join(dirname(path), source.value) : source.value;
    return [{ to, ours, typeOnly: isTypeOnly(node) }];
  });
}

function isTypeOnly(node: Syntax): boolean {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true;
  const specifiers = (node['specifiers'] ?? []) as readonly Syntax[];
  return specifiers.length > 0 && specifiers.every((one) => one['importKind'] === 'type');
}

/** Every node of a tree, the outer before the inner. `skip` keeps out what lies below a node. */
export function* nodesOf(tree: unknown, skip: (node: Syntax) => boolean = () => false): Generator<Syntax> {
  if (Array.isArray(tree)) {
    for (const item of tree) yield* nodesOf(item, skip);
    return;
  }
  if (tree === null || typeof tree !== 'object' || !('type' in tree)) return;
  const node = tree as Syntax;
  if (skip(node)) return;
  yield node;
  for (const value of Object.values(node)) if (typeof value === 'object') yield* nodesOf(value, skip);
}
