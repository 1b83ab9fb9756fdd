import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { CONTENT_ROOT } from '../services/catalogue-source.ts';
import { loadContent } from '../content/load-content.ts';
import { catalogueOn } from '../domain/catalogue/catalogue.ts';
import type { IsoDate } from '../domain/date.ts';
import { search } from './search.ts';

const Query = z.object({
  query: z.string(),
  kind: z.enum(['plain', 'typo', 'abbreviation']),
  relevant: z.record(z.string(), z.number().int().min(1).max(3)),
});
type Query = z.infer<typeof Query>;
const file = fileURLToPath(new URL('../../test/judged-queries.json', import.meta.url));
const judged = z
  .object({ on: z.string(), queries: z.array(Query), heldOut: z.array(Query) })
  .parse(JSON.parse(readFileSync(file, 'utf8')));

const loaded = loadContent(CONTENT_ROOT, 'generate');
if (!loaded.ok) throw new Error('the content does not load');
const on = catalogueOn(loaded.catalogue, judged.on as IsoDate);

/** Gains are 2^grade − 1, discounted by the logarithm of the place; 1 is the best order there could be. */
function ndcg(found: readonly string[], relevant: Query['relevant'], depth = 10): number {
  const gain = (grades: readonly number[]) =>
    grades.slice(0, depth).reduce((sum, grade, place) => sum + (2 ** grade - 1) / Math.log2(place + 2), 0);
  const best = gain(Object.values(relevant).toSorted((a, b) => b - a));
  return gain(found.map((id) => relevant[id] ?? 0)) / best;
}

function measured(queries: readonly Query[]) {
  const rows = queries.map(({ query, kind, relevant }) => {
    const found = search(on, query).opportunities.map(({ id }) => id);
    return {
      query,
      kind,
      'nDCG@10': Number(ndcg(found, relevant).toFixed(3)),
      found: found.length,
      first: found[0] ?? 'nothing',
    };
  });
  return { rows, mean: rows.reduce((sum, row) => sum + row['nDCG@10'], 0) / rows.length };
}

/** What was measured when the search was made; content that changes may move it a little. */
const MEASURED = 0.916;
const MEASURED_HELD_OUT = 0.92;
const MARGIN = 0.02;

describe('searches as teachers type them', () => {
  test('are judged against next steps that exist', () => {
    const graded = [...judged.queries, ...judged.heldOut].flatMap(({ relevant }) => Object.keys(relevant));
    expect(graded.filter((id) => !on.byId.has(id))).toEqual([]);
    expect(judged.queries).toHaveLength(30);
    expect(judged.queries.filter(({ kind }) => kind !== 'plain').length).toBeGreaterThanOrEqual(10);
  });

  test('find what a reader of the catalogue would give them', () => {
    const { rows, mean } = measured(judged.queries);
    console.table(rows);
    console.log(`mean nDCG@10 of ${rows.length} searches: ${mean.toFixed(3)}`);
    expect(mean).toBeGreaterThanOrEqual(MEASURED - MARGIN);
  });

  test('do so for searches nothing was tuned on', () => {
    const { rows, mean } = measured(judged.heldOut);
    console.table(rows);
    console.log(`mean nDCG@10 of ${rows.length} held-out searches: ${mean.toFixed(3)}`);
    expect(mean).toBeGreaterThanOrEqual(MEASURED_HELD_OUT - MARGIN);
  });
});
