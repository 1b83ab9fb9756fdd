import { isDeepStrictEqual } from 'node:util';
import { getFolder } from '../../src/db/folders.ts';
import type { Database } from '../../src/db/open-database.ts';
import type { Plan } from '../../src/domain/plan/plan.ts';
import { keyHash } from '../../src/http/private-link.ts';
import { parsePlan } from '../../src/schemas/plan-schema.ts';
import type { KeptLink, Ledger } from './crash-clients.ts';
import { afterPress, STARTED_WITH } from './crash-presses.ts';

/*
 * What a database holds after a crash, against what was acknowledged before it. Each fault is one sentence; there must
 * be none.
 */

/** Faults of any plan, whoever made it: one that is not whole, or more of them than anybody asked for. */
export async function faultsOfAll(db: Database, { links, unsureStarts }: Ledger): Promise<readonly string[]> {
  const plans = await db
    .selectFrom('plan')
    .leftJoin('plan_version', 'plan_version.plan_id', 'plan.id')
    .select(['plan.id', 'plan.version'])
    .select(({ fn }) => [
      fn.count<number>('plan_version.version').as('held'),
      fn.min('plan_version.version').as('oldest'),
      fn.max('plan_version.version').as('newest'),
    ])
    .groupBy(['plan.id', 'plan.version'])
    .execute();
  const empty = await db
    .selectFrom('folder')
    .select('folder.id')
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('plan').select('plan.id').whereRef('plan.folder_id', '=', 'folder.id'))),
    )
    .execute();
  const unasked = plans.length - links.length;
  return [
    ...plans
      .filter(({ version, held, oldest, newest }) => held !== version || oldest !== 1 || newest !== version)
      .map((one) => `a plan at version ${one.version} holds ${one.held} versions, ${one.oldest} to ${one.newest}`),
    ...empty.map(() => 'a folder was made without its plan'),
    ...(unasked < 0 ? [`${-unasked} plans whose start was acknowledged are gone`] : []),
    ...(unasked > unsureStarts ? [`${unasked} plans nobody knows of, from ${unsureStarts} unanswered starts`] : []),
    ...(await faultsOfTitles(db)),
  ];
}

/** The title that lists show stands beside the document that has it too. */
async function faultsOfTitles(db: Database): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('plan')
    .innerJoin('plan_version', (join) =>
      join.onRef('plan_version.plan_id', '=', 'plan.id').onRef('plan_version.version', '=', 'plan.version'),
    )
    .select(['plan.title', 'plan_version.document'])
    .execute();
  return rows.flatMap(({ title, document }) => {
    const parsed = parsePlan(document);
    if (!parsed.ok) return [parsed.problem];
    return parsed.plan.title === title ? [] : [`“${parsed.plan.title}” is listed as “${title}”`];
  });
}

/**
 * Faults of one plan's history: an acknowledged change that is not where it was made, or does not hold what it changed;
 * more than one change that nobody was told of. One that was kept unacknowledged is from now on known.
 */
export async function faultsOfLink(db: Database, link: KeptLink): Promise<readonly string[]> {
  const versions = await plansOf(db, link);
  const [first, ...later] = versions;
  if (!first || typeof first === 'string') return [`the start of ${link.path} was acknowledged: ${first ?? 'gone'}`];
  const known = link.acknowledged.length;
  const faults = isAsStarted(first) ? [] : ['version 1 is not as it was started'];
  if (later.length < known) faults.push(`of ${known} acknowledged changes ${known - later.length} are gone`);
  if (later.length > known + Math.min(link.unsure.length, 1))
    faults.push(`${later.length - known} changes nobody was told of`);
  let before: Plan = first;
  for (const [index, plan] of later.entries()) {
    if (typeof plan === 'string') return [...faults, plan];
    const may = index < known ? link.acknowledged.slice(index, index + 1) : link.unsure;
    const press = may.find((one) => isDeepStrictEqual(afterPress(before, one), plan));
    if (!press) faults.push(`version ${index + 2} is not what was pressed`);
    if (press && index >= known) link.acknowledged.push(press);
    before = plan;
  }
  link.unsure.length = 0;
  return faults.map((fault) => `${fault} (a plan at version ${versions.length})`);
}

function isAsStarted({ steps, goals, profile }: Plan): boolean {
  const [only] = steps;
  return (
    steps.length === 1 &&
    only?.name === STARTED_WITH.name &&
    only.pin?.opportunity === STARTED_WITH.opportunity &&
    isDeepStrictEqual({ goals, profile }, { goals: [], profile: {} })
  );
}

/** Every version in order, or in the place of one that cannot be read what is wrong with it. */
async function plansOf(db: Database, { path }: KeptLink): Promise<readonly (Plan | string)[]> {
  const [, , key = '', number = ''] = path.split('/');
  const folder = await getFolder(db, { keyHash: keyHash(key) });
  if (!folder) return [];
  const rows = await db
    .selectFrom('plan')
    .innerJoin('plan_version', 'plan_version.plan_id', 'plan.id')
    .select('plan_version.document')
    .where('plan.folder_id', '=', folder.id)
    .where('plan.number', '=', Number(number))
    .orderBy('plan_version.version')
    .execute();
  return rows.map(({ document }) => {
    const parsed = parsePlan(document);
    return parsed.ok ? parsed.plan : parsed.problem;
  });
}
