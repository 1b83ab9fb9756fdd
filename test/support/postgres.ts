import { inject } from 'vitest';
import type { Holding, PostgresTemplate } from './postgres-door.ts';
import { aDatabaseOn, aSchemaIn, type PostgresDatabase } from './postgres-databases.ts';

const asked = new Map<Holding, Promise<PostgresTemplate>>();

async function ask(holding: Holding): Promise<PostgresTemplate> {
  const answer = await fetch(`${inject('postgresDoor')}/${holding}`);
  if (!answer.ok) throw new Error(await answer.text());
  return (await answer.json()) as PostgresTemplate;
}

/** A database on the PostgreSQL of this run. Dispose of it when done. */
export async function aPostgresDatabase(holding: Holding): Promise<PostgresDatabase> {
  const template = asked.get(holding) ?? ask(holding);
  asked.set(holding, template);
  const behind = await template;
  return behind.template === undefined ? aSchemaIn(behind.url) : aDatabaseOn(behind.url, behind.template);
}
