/** Whether a database is named by its address on PostgreSQL, and not by the path of a file. */
export function isPostgresUrl(place: string): boolean {
  return /^postgres(ql)?:\/\//.test(place);
}

/** The database without user and password, as it may be shown: `PostgreSQL at db.example.org:5432/next_steps`. */
export function describePostgres(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? decodeURIComponent(hostname);
  return `PostgreSQL at ${host === '' ? 'localhost' : host}:${port === '' ? '5432' : port}${pathname}`;
}

const START_IT = 'start it there, or correct DATABASE_URL';
const ACCESS = 'the user or password is refused: correct DATABASE_URL';
const UNKNOWN_HOST = 'there is no such host: correct DATABASE_URL';
const SILENT = `it does not answer: ${START_IT}`;

/** By the code the system, TLS or PostgreSQL gives. */
const MEANING: ReadonlyMap<unknown, string> = new Map([
  ['ECONNREFUSED', `nothing listens: ${START_IT}`],
  ['ENOENT', `nothing listens: ${START_IT}`],
  ['ENOTFOUND', UNKNOWN_HOST],
  ['EAI_AGAIN', UNKNOWN_HOST],
  ['ETIMEDOUT', SILENT],
  ['EHOSTUNREACH', SILENT],
  ['ENETUNREACH', SILENT],
  ['28P01', ACCESS],
  ['28000', ACCESS],
  ['3D000', 'there is no such database: make it, or correct DATABASE_URL'],
  ['42501', 'the user may not make tables: grant it "create" on the schema, or name another user in DATABASE_URL'],
  ['53100', 'its disk is full: free some space there'],
  ['53300', 'it has no connection left: raise its max_connections, or run fewer processes'],
  ['55P03', 'others keep it busy: stop the service first, or try again'],
  ['57014', 'it took too long: stop the service first, or try again'],
  ['57P03', 'it is starting or stopping: try again'],
]);

/** What the driver says without a code. */
const SAID: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/timeout/i, SILENT],
  [/does not support SSL/, 'it does not speak TLS: take sslmode out of DATABASE_URL, or switch TLS on there'],
  [/certificate|self.signed/i, 'its certificate is not trusted: name its authority by sslrootcert in DATABASE_URL'],
  [/password must be a string/, ACCESS],
  [/terminated unexpectedly/, 'it broke off the connection: try again'],
];

/** The plain reason why PostgreSQL cannot be used, or `undefined` where it is no fault of server, network or address. */
export function postgresFault(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const meant = 'code' in error ? MEANING.get(error.code) : undefined;
  return meant ?? SAID.find(([pattern]) => pattern.test(error.message))?.[1];
}
