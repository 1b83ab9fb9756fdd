/** Where mail is handed over, as `SMTP_URL` says it. */
export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps), by STARTTLS or not at all, or none: to a server on this very machine. */
  readonly tls: 'from-the-start' | 'starttls' | 'none';
  readonly login: { readonly user: string; readonly password: string } | undefined;
}

const LOCAL = new Set(['localhost', '127.0.0.1', '[::1]']);
const MAIL_PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

/**
 * Reads `smtp://user:password@host:port` or `smtps://…`; undefined where it is neither. What could weaken the connection
 * (a query with options) is not taken.
 */
export function parseSmtpAddress(text: string): SmtpAddress | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !isScheme(url.protocol) || !isBare(url)) return undefined;
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) return undefined;
  return {
    host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
    port: url.port === '' ? MAIL_PORTS[url.protocol] : Number(url.port),
    tls: tlsFor(url),
    login: user === '' ? undefined : { user, password },
  };
}

function isBare({ hostname, search, hash, pathname }: URL): boolean {
  return hostname !== '' && search === '' && hash === '' && ['', '/'].includes(pathname);
}

function tlsFor({ protocol, hostname }: URL): SmtpAddress['tls'] {
  if (protocol === 'smtps:') return 'from-the-start';
  return LOCAL.has(hostname) ? 'none' : 'starttls';
}

function isScheme(protocol: string): protocol is keyof typeof MAIL_PORTS {
  return Object.hasOwn(MAIL_PORTS, protocol);
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
