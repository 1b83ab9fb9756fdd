import { createHash, type Hash } from 'node:crypto';
import { z } from 'zod';
import type { Value } from './insert-many.ts';

/*
 * A backup is lines of JSON, packed by gzip: a header; each table's name and columns and then its rows, a line each, in
 * the order of their keys; and at the end how many rows each table had and a hash over all lines but the first and the
 * last. The hash is of what is held, not of when it was written: the same content gives the same from either database.
 */

export const headerLine = z.strictObject({
  format: z.literal('next-steps-backup'),
  version: z.literal(1),
  /** The newest migration of the database it was made of. */
  migration: z.int().min(1),
  created: z.iso.datetime(),
});
export type Header = z.output<typeof headerLine>;

/** What is read first: a later version of the format may differ in all else. */
export const anyHeaderLine = z.object({ format: z.literal('next-steps-backup'), version: z.int() });

export const tableLine = z.strictObject({ table: z.string(), columns: z.array(z.string()).min(1) });
export type TableLine = z.output<typeof tableLine>;

export const endLine = z.strictObject({
  rows: z.record(z.string(), z.int().min(0)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

/** What a backup comes to: the rows of each table, in order, and the hash over all of them. */
export type Sum = z.output<typeof endLine>;

/** Adds up lines as they come past. */
export class Adding {
  readonly #hash: Hash = createHash('sha256');
  readonly #rows: Record<string, number> = {};
  #table = '';

  addTable(name: string, lines: string): void {
    this.#table = name;
    this.#rows[name] = 0;
    this.#hash.update(lines);
  }

  addRows(count: number, lines: string): void {
    this.#rows[this.#table] = (this.#rows[this.#table] ?? 0) + count;
    this.#hash.update(lines);
  }

  sum(): Sum {
    return { rows: { ...this.#rows }, sha256: this.#hash.copy().digest('hex') };
  }
}

export function lineOf(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** A row as it was written; `undefined` where it is none. */
export function parseRow(value: unknown, columns: number): readonly Value[] | undefined {
  const isRow = Array.isArray(value) && value.length === columns && value.every(isValue);
  return isRow ? (value as Value[]) : undefined;
}

function isValue(value: unknown): boolean {
  return value === null || typeof value === 'string' || typeof value === 'number';
}
