import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from './domain/date.ts';
import { StartError } from './start-error.ts';

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly dataDir: string;
  readonly hub: string;
  /** Where the database is on PostgreSQL; without it, it is a file in `dataDir`. Holds a password: never print it. */
  readonly databaseUrl: string | undefined;
  /** Trust X-Forwarded-* from a proxy in front. */
  readonly trustProxy: boolean;
  /** The day to pretend it is. */
  readonly today: IsoDate | undefined;
}

const flag = z.enum(['0', '1', 'true', 'false', '']).transform((text) => text === '1' || text === 'true');

function isPostgresAddress(text: string): boolean {
  return /^postgres(ql)?:\/\//.test(text) && URL.canParse(text) && new URL(text).pathname.length > 1;
}

const environment = z.object({
  NODE_ENV: z.enum(['production', 'development', 'test']).default('development'),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).optional(),
  BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default('var'),
  HUB: z
    .string()
    .regex(/^[a-z0-9-]+$/, 'a hub is written in lower-case letters, digits and hyphens')
    .default('generate'),
  DATABASE_URL: z
    .string()
    .refine(isPostgresAddress, 'an address on PostgreSQL is written postgres://user:password@host:5432/database')
    .optional(),
  TRUST_PROXY: flag.default(false),
  TODAY: z
    .string()
    .refine((text) => parseIsoDate(text) !== undefined, 'a day is written YYYY-MM-DD')
    .optional(),
});

/**
 * Reads the environment once. Throws one StartError that names every variable that is wrong and what it should be.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty variable is what many shells and panels leave behind for "not set".
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const production = given['NODE_ENV'] === 'production';
  if (production && given['TODAY'] !== undefined) problems.push('TODAY: the day cannot be pretended in production');
  if (!parsed.success || problems.length > 0) throw new StartError(`wrong settings: ${problems.join('; ')}`);
  return configOf(parsed.data, production);
}

function configOf(data: z.output<typeof environment>, production: boolean): Config {
  const host = data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1');
  return {
    production,
    port: data.PORT,
    host,
    baseUrl: data.BASE_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${data.PORT}`,
    dataDir: resolve(data.DATA_DIR),
    hub: data.HUB,
    databaseUrl: data.DATABASE_URL,
    trustProxy: data.TRUST_PROXY,
    today: data.TODAY === undefined ? undefined : parseIsoDate(data.TODAY),
  };
}

/** Where the database is, as `openDatabase` takes it. */
export function databasePlace({ databaseUrl, dataDir }: Config): string {
  return databaseUrl ?? join(dataDir, 'next-steps.db');
}
