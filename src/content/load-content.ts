import { join, relative, sep } from 'node:path';
import type { z } from 'zod';
import type { Catalogue } from '../domain/catalogue/catalogue.ts';
import { crossCheck } from './cross-check.ts';
import type { Problem } from './problems.ts';
import { assemble, type Pieces } from './assemble.ts';
import { contentFiles, contentVersion } from './content-version.ts';
import { FILE_KINDS, type FileKind } from './file-kinds.ts';
import { readYamlFile, type YamlFile } from './yaml-file.ts';

export type AnyFile = YamlFile<unknown>;

/** One file that was read, with the kind its place in the tree gives it. */
export interface ReadFile {
  readonly kind: FileKind;
  readonly file: AnyFile;
}

export type Loaded =
  { readonly ok: true; readonly catalogue: Catalogue } | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the national content and one hub's. Reports every problem of every file at once, as file, line and message;
 * never a half-read catalogue.
 */
export function loadContent(root: string, hub: string): Loaded {
  const files = contentFiles(root)
    .filter((path) => belongsTo(relative(root, path), hub))
    .map((path) => read(root, path));
  const problems = files.flatMap((found) => ('problem' in found ? [found.problem] : found.file.problems));
  const read_ = files.filter((found): found is ReadFile => 'kind' in found);
  if (problems.length > 0) return { ok: false, problems: problems.toSorted(byPlace) };
  const pieces = piecesOf(read_);
  if (!pieces) return { ok: false, problems: [{ file: `${hub}/hub.yaml`, line: 1, message: 'there is no such hub' }] };
  const catalogue = assemble(pieces, contentVersion(root));
  const found = crossCheck(catalogue, read_);
  return found.length > 0 ? { ok: false, problems: found.toSorted(byPlace) } : { ok: true, catalogue };
}

function belongsTo(path: string, hub: string): boolean {
  const [top] = path.split(sep);
  return top === 'england' || top === hub;
}

function read(root: string, absolute: string): ReadFile | { readonly problem: Problem } {
  const path = join('content', relative(root, absolute)).replaceAll(sep, '/');
  for (const [kind, { schema, where }] of Object.entries(FILE_KINDS)) {
    if (where.test(path)) return { kind: kind as FileKind, file: readYamlFile(absolute, path, schema) };
  }
  return { problem: { file: path, line: 1, message: 'no schema is known for a file of this name' } };
}

function piecesOf(files: readonly ReadFile[]): Pieces | undefined {
  const of = <K extends FileKind>(kind: K) =>
    files
      .filter((found) => found.kind === kind)
      .map((found) => found.file.value as z.output<(typeof FILE_KINDS)[K]['schema']>);
  const [hub] = of('hub');
  if (!hub) return undefined;
  return {
    facts: of('facts'),
    opportunities: of('opportunity'),
    routes: of('routes'),
    npqs: of('npqs'),
    providers: of('providers'),
    cohorts: of('cohorts'),
    networks: of('networks'),
    eef: of('eef'),
    claims: of('claims'),
    termCalendars: of('term-calendars'),
    bankHolidays: of('bank-holidays'),
    aliases: of('aliases'),
    hub,
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.message.localeCompare(b.message);
}
