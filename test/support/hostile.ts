import * as fc from 'fast-check';
import { QUESTION_IDS } from '../../src/domain/catalogue/requirement.ts';
import { PATHS } from '../../src/urls.ts';

/** One request as an enemy, a broken link or a tired thumb might send it. */
export interface HostileRequest {
  readonly method: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

const IDS = ['npq-senior-leadership', 'ect-mentor', 'share', 'generate', 'npq-senior-leadership-funding'];
const KEYS = [
  'on',
  'q',
  'route',
  'kind',
  'verdict',
  'cost',
  'time',
  'start',
  'sort',
  'with',
  'asked',
  'at',
  'change',
  'then',
  'aims',
  'hours',
  'v',
  'page',
];
const DAYS = [
  '2026-02-30',
  '0000-00-00',
  '2026-11-23',
  '2023-09-01',
  '2020-01-01',
  '9999-12-31',
  '10000-01-01',
  '-271821-04-20',
  '2026-1-1',
  '2026-11-23T00:00:00Z',
  '',
  ' ',
  'today',
];
const NASTY = [
  '',
  ' ',
  '\u0000',
  '\r\nSet-Cookie: a=b',
  '\u202e\u0007\u001b[31m',
  '<script>alert(1)</script>',
  `" onfocus="x`,
  `' or 1=1 --`,
  '{{npq-senior-leadership-length}}',
  '${7*7}',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'NaN',
  '-1',
  '1e309',
  '\ud800',
  '😀'.repeat(50),
  'ﷺ'.repeat(60),
  'a'.repeat(5000),
  'mentor '.repeat(900),
];

/** Bytes that are no UTF-8, and percent signs that stand for nothing. */
const BROKEN = ['%C3', '%C3%28', '%', '%zz', '%00', '%ED%A0%80', '%F0%9F', '%E2%82', '%2e%2e%2f', '%252e'];

const value = fc.oneof(
  fc.constantFrom(...DAYS),
  fc.constantFrom(...NASTY),
  fc.constantFrom(...IDS, 'skip', 'none', 'yes'),
  fc.string({ maxLength: 40, unit: 'binary' }),
);
const encoded = fc.oneof(
  { weight: 4, arbitrary: value.map(encode) },
  { weight: 1, arbitrary: fc.constantFrom(...BROKEN) },
);
const key = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KEYS, ...QUESTION_IDS) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('on[]', 'on[x]', 'q[0][a]', '__proto__', 'constructor', 'on.on', '', '%C3', '%00'),
  },
);
const query = fc
  .array(fc.tuple(key, encoded), { maxLength: 8 })
  .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&'));

const name = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...IDS) }, { weight: 2, arbitrary: encoded });
const path = fc
  .tuple(fc.constantFrom(...Object.values(PATHS), '/nowhere', '//', '/opportunities/a/b/c'), name)
  .map(([pattern, id]) => pattern.replace(/:\w+/, id));

const TYPES = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/xml',
  'nonsense',
  'a/b; c=d',
];
const methods = fc.oneof(
  { weight: 6, arbitrary: fc.constant('GET') },
  { weight: 1, arbitrary: fc.constant('HEAD') },
  { weight: 2, arbitrary: fc.constantFrom('POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND') },
);
const headers = fc.record(
  {
    'Content-Type': fc.constantFrom(...TYPES),
    'Accept-Encoding': fc.constantFrom('br', 'gzip', 'identity;q=0, *;q=0', 'x'.repeat(300)),
    'If-None-Match': fc.constantFrom('*', '"', 'W/"x"', ','.repeat(200)),
    'X-Request-Id': fc.constantFrom('12345678', '<b>', 'y'.repeat(500)),
    'Accept-Language': fc.constantFrom('cy', '*;q=9'),
  },
  { requiredKeys: [] },
);

/** Lone halves of a pair cannot be encoded; they are sent as the bytes they would be. */
function encode(text: string): string {
  return text.isWellFormed() ? encodeURIComponent(text) : '%ED%A0%80';
}

export const hostileRequest: fc.Arbitrary<HostileRequest> = fc
  .record({
    method: methods,
    path,
    query,
    headers,
    body: fc.constantFrom('', 'a=b', '{', '\u0000', 'a'.repeat(70_000)),
  })
  .map(({ method, path: at, query: asked, headers: sent, body }) => ({
    method,
    address: asked === '' ? at : `${at}?${asked}`,
    headers: sent,
    body: ['GET', 'HEAD', 'OPTIONS'].includes(method) ? undefined : body,
  }));
