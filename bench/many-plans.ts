import { Client } from 'pg';
import type { DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import { planText } from '../src/schemas/plan-schema.ts';
import { planOf } from './made-plan.ts';

/** Small plans, as somebody has who has looked once or twice: three steps out of the catalogue, one version. */
const STEPS = 3;
const AT_ONCE = 20_000;
const TITLE = 'Plan number 0';
const NOTE = 'A note of their own';

/**
 * Fills a PostgreSQL with plans from number 1 to `count`, each in a folder of its own, by SQL: documents differ in
 * title, hours and note. Gives the letters of one document.
 */
export async function addManyPlans(url: string, count: number, on: DayCatalogue): Promise<number> {
  const plan = planOf(STEPS, on);
  const steps = plan.steps.map((step) => ({ ...step, note: NOTE }));
  const document = planText({ ...plan, title: TITLE, steps });
  const client = new Client({ connectionString: url });
  await client.connect();
  for (let from = 1; from <= count; from += AT_ONCE) {
    const range = [from, Math.min(from + AT_ONCE - 1, count)];
    await client.query('begin');
    await client.query(FOLDERS, range);
    await client.query(PLANS, range);
    await client.query(VERSIONS, [...range, document]);
    await client.query('commit');
  }
  await client.query('vacuum analyze');
  await client.end();
  return document.length;
}

/** The key of a plan that was added by its number. */
export function keyOfMany(number: number): string {
  return String(number).padStart(32, '0');
}

/** Names that fall all over the indexes, as random ones do. */
const ID = (what: string) => `md5('${what}' || number)::uuid::text`;
const INSTANT = `'2026-' || lpad((1 + number % 9)::text, 2, '0') || '-15T10:00:00.000Z'`;

const FOLDERS = `
insert into folder (id, key_hash, feed_hash, created_at)
select ${ID('folder')}, encode(sha256(lpad(number::text, 32, '0')::bytea), 'hex'), null, ${INSTANT}
from generate_series($1::int, $2::int) as number`;

const PLANS = `
insert into plan (id, folder_id, number, version, title, created_at, saved_at, deleted_at)
select ${ID('plan')}, ${ID('folder')}, 1, 1, 'Plan number ' || number, ${INSTANT}, ${INSTANT}, null
from generate_series($1::int, $2::int) as number`;

const VERSIONS = `
insert into plan_version (plan_id, version, said, document, saved_at)
select
  ${ID('plan')}, 1, 'Started the plan.',
  replace(
    replace(replace($3::text, '${TITLE}', 'Plan number ' || number), '${NOTE}', md5('a' || number) || ' ' || md5('b' || number)),
    '"hoursPerWeek":4', '"hoursPerWeek":' || 1 + number % 9
  ),
  ${INSTANT}
from generate_series($1::int, $2::int) as number`;
