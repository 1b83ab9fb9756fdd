import { join, resolve } from 'node:path';
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from './domain/date.ts';
import { parseMailboxText, type Mailbox } from './domain/mail/mail-address.ts';
import { parseSmtpAddress, type SmtpAddress } from './smtp-address.ts';
import { StartError } from './start-error.ts';

export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  readonly baseUrl: string;
  readonly dataDir: string;
  /** Where files that people add are kept. */
  readonly filesDir: string;
  /** How much of the disk under them stays free, in bytes: files that would take of it are not taken. */
  readonly diskKeptFree: number;
  readonly hub: string;
  /** Where the database is on PostgreSQL; without it, it is a file in `dataDir`. Holds a password: never print it. */
  readonly databaseUrl: string | undefined;
  /** Trust X-Forwarded-* from a proxy in front. */
  readonly trustProxy: boolean;
  /** The day to pretend it is. */
  readonly today: IsoDate | undefined;
  /** What links in mails are signed with; without it, outside production, one is made and kept in `dataDir`. Never print it. */
  readonly secret: string | undefined;
  /** Where mail is handed over; without it, it is written to files in `dataDir`. Can hold a password: never print it. */
  readonly smtp: SmtpAddress | undefined;
  readonly mailFrom: Mailbox;
  /** Whether the web process also sends mail and does what else is queued. */
  readonly jobs: boolean;
  /** The sign-in service people can use beside a link by mail; none where it is not set. */
  readonly oidc: OidcConfig | undefined;
}

/** How a sign-in service that speaks OpenID Connect knows us. */
export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Never print it. */
  readonly clientSecret: string;
  /** What people call it. */
  readonly name: string;
}

const MEGABYTE = 1024 * 1024;
const SHORTEST_SECRET = 32;
/** No mail server takes mail for it: it stands in files that nobody sends. */
const NOBODY = 'Next Steps <next-steps@next-steps.invalid>';

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
  FILES_DIR: z.string().min(1).optional(),
  DISK_KEPT_FREE_MB: z.coerce.number().int().min(0).max(100_000_000).default(500),
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
  SECRET: z.string().min(SHORTEST_SECRET, `a secret has at least ${SHORTEST_SECRET} characters`).optional(),
  SMTP_URL: z.string().transform(readSmtpUrl).optional(),
  MAIL_FROM: z.string().default(NOBODY).transform(readMailFrom),
  JOBS: z.enum(['on', 'off']).default('on'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: 'a sign-in service is written https://sign-in.example' })
    .optional(),
  OIDC_CLIENT_ID: z.string().max(500).optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'a name has at most 60 characters').optional(),
});

function readSmtpUrl(text: string, context: z.RefinementCtx): SmtpAddress {
  const message = 'a mail server is written smtp://user:password@host:587 or smtps://user:password@host:465';
  return parseSmtpAddress(text) ?? refuse(context, message);
}

function readMailFrom(text: string, context: z.RefinementCtx): Mailbox {
  const read = parseMailboxText(text);
  if (read.ok) return read.mailbox;
  return refuse(context, 'a sender is written Next Steps <next-steps@example.org>');
}

function refuse(context: z.RefinementCtx, message: string): never {
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

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
  problems.push(...contradictions(given, production));
  if (!parsed.success || problems.length > 0) throw new StartError(`wrong settings: ${problems.join('; ')}`);
  return configOf(parsed.data, production);
}

/** What is wrong with settings that would each be right alone. */
function contradictions(given: Readonly<Record<string, string | undefined>>, production: boolean): readonly string[] {
  const sendsMail = given['SMTP_URL'] !== undefined;
  const wrong: readonly (readonly [isWrong: boolean, problem: string])[] = [
    [production && given['TODAY'] !== undefined, 'TODAY: the day cannot be pretended in production'],
    [production && given['SECRET'] === undefined, 'SECRET: set it to 32 random characters or more, and keep it'],
    [
      given['NODE_ENV'] === undefined && given['BASE_URL']?.startsWith('https:') === true,
      'NODE_ENV: set it to production, as BASE_URL says that people reach the service over the net',
    ],
    [sendsMail && given['MAIL_FROM'] === undefined, 'MAIL_FROM: say whom mail comes from'],
    [sendsMail && given['BASE_URL'] === undefined, 'BASE_URL: say where the service is, as links in mails need it'],
    ...oidcContradictions(given, production),
  ];
  return wrong.flatMap(([isWrong, problem]) => (isWrong ? [problem] : []));
}

function oidcContradictions(
  given: Readonly<Record<string, string | undefined>>,
  production: boolean,
): readonly (readonly [isWrong: boolean, problem: string])[] {
  const all = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'];
  const missing = all.filter((name) => given[name] === undefined);
  const isMeant = missing.length < all.length;
  return [
    [
      isMeant && missing.length > 0,
      `${missing.join(', ')}: a sign-in service needs ${all.join(', ')}, or none of them`,
    ],
    [
      isMeant && given['BASE_URL'] === undefined,
      'BASE_URL: say where the service is, as the sign-in service leads back',
    ],
    [production && /^http:/i.test(given['OIDC_ISSUER'] ?? ''), 'OIDC_ISSUER: in production it begins with https://'],
  ];
}

function configOf(data: z.output<typeof environment>, production: boolean): Config {
  const host = data.HOST ?? (production ? '0.0.0.0' : '127.0.0.1');
  return {
    production,
    port: data.PORT,
    host,
    baseUrl: data.BASE_URL ?? `http://${host.includes(':') ? `[${host}]` : host}:${data.PORT}`,
    dataDir: resolve(data.DATA_DIR),
    filesDir: resolve(data.FILES_DIR ?? join(data.DATA_DIR, 'files')),
    diskKeptFree: data.DISK_KEPT_FREE_MB * MEGABYTE,
    hub: data.HUB,
    databaseUrl: data.DATABASE_URL,
    trustProxy: data.TRUST_PROXY,
    today: data.TODAY === undefined ? undefined : parseIsoDate(data.TODAY),
    secret: data.SECRET,
    smtp: data.SMTP_URL,
    mailFrom: data.MAIL_FROM,
    jobs: data.JOBS === 'on',
    oidc: oidcOf(data),
  };
}

function oidcOf(data: z.output<typeof environment>): OidcConfig | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = data;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) return undefined;
  return { issuer, clientId, clientSecret, name: name ?? new URL(issuer).hostname };
}

/** Where the database is, as `openDatabase` takes it. */
export function databasePlace({ databaseUrl, dataDir }: Config): string {
  return databaseUrl ?? join(dataDir, 'next-steps.db');
}
