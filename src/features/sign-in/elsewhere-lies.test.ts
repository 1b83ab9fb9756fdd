import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { OUR_ADDRESS } from '../../../test/support/oidc.ts';
import { Browser, soundPage } from '../../../test/support/sign-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';

/* A sign-in service that says what it should not: whatever is not proved signs nobody in. */

const keyPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });
const [own, another] = [keyPair(), keyPair()];

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

interface Told {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly key: KeyObject;
  readonly alg: string;
}

function tokenOf({ claims, key, alg }: Told): string {
  const signed = `${base64url({ alg, kid: 'own', typ: 'JWT' })}.${base64url(claims)}`;
  return `${signed}.${alg === 'none' ? '' : sign('sha256', Buffer.from(signed), key).toString('base64url')}`;
}

/** What the service says at the next exchange of a code, made from what it should say. */
let lie: (truth: Told) => Told = (truth) => truth;
let nonce = '';
let challenge = '';
let server: Server;
let issuer = '';
let service: TestApp;

function truth(): Told {
  const now = Math.floor(Date.now() / 1000);
  const who = { sub: 'sam', email: 'sam@school.example', email_verified: true };
  const claims = { iss: issuer, aud: 'next-steps', iat: now, exp: now + 300, nonce, ...who };
  return { claims, key: own.privateKey, alg: 'RS256' };
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void (async () => {
      const body = await text(request);
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answerTo(request.url ?? '', body)));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const env = { BASE_URL: OUR_ADDRESS, OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'next-steps', OIDC_CLIENT_SECRET: 'x' };
  service = await testApp({ env });
});
afterAll(async () => {
  await service.close();
  server.closeAllConnections();
  server.close();
});

function answerTo(path: string, body: string): object {
  if (path.endsWith('/jwks')) {
    return { keys: [{ ...own.publicKey.export({ format: 'jwk' }), kid: 'own', alg: 'RS256', use: 'sig' }] };
  }
  if (path.endsWith('/token')) {
    const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
    if (createHash('sha256').update(verifier).digest('base64url') !== challenge) return { error: 'invalid_grant' };
    return { access_token: 'a', token_type: 'Bearer', expires_in: 60, id_token: tokenOf(lie(truth())) };
  }
  return {
    issuer,
    authorization_endpoint: `${issuer}/auth`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/jwks`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['RS256'],
  };
}

/** Sets out and comes back, to what the service says then. */
async function comeBack(
  told: (truth: Told) => Told,
): Promise<{ readonly answer: Response; readonly browser: Browser }> {
  lie = told;
  const browser = new Browser(service);
  const going = await browser.post('/sign-in/with');
  const asked = new URL((going.headers.get('Refresh') ?? '').replace('0; url=', '')).searchParams;
  [nonce, challenge] = [asked.get('nonce') ?? '', asked.get('code_challenge') ?? ''];
  const query = new URLSearchParams({ code: 'c', state: asked.get('state') ?? '' });
  return { answer: await browser.get(`/sign-in/back?${query}`), browser };
}

const saying =
  (claims: Readonly<Record<string, unknown>>) =>
  (told: Told): Told => ({ ...told, claims: { ...told.claims, ...claims } });

test('the truth signs in', async () => {
  const { answer, browser } = await comeBack((told) => told);
  expect([answer.status, browser.cookies.has('session')]).toEqual([303, true]);
});

test.for<readonly [string, (truth: Told) => Told]>([
  ['another nonce', saying({ nonce: 'another' })],
  ['no nonce', saying({ nonce: undefined })],
  ['another audience', saying({ aud: 'another-service' })],
  ['another issuer', saying({ iss: 'https://elsewhere.example' })],
  ['a token that is over', saying({ exp: 1_700_000_000 })],
  ['nobody', saying({ sub: undefined })],
  ['a subject longer than can be kept', saying({ sub: 's'.repeat(256) })],
  ['a signature by another key', (told) => ({ ...told, key: another.privateKey })],
  ['no signature', (told) => ({ ...told, alg: 'none' })],
])('%s signs nobody in', async ([, told]) => {
  const accounts = () => service.services.db.selectFrom('account').select('id').execute();
  const before = await accounts();
  const { answer, browser } = await comeBack(told);
  expect(answer.status).toBe(422);
  expect((await soundPage(answer)).text).toContain('could not be relied on, so nobody was signed in');
  expect(browser.cookies.size).toBe(0);
  expect(await accounts()).toEqual(before);
});
