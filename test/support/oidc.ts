import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims } from 'oidc-provider';
import { readPage, attribute } from './html.ts';

/*
 * A real sign-in service that speaks OpenID Connect, over HTTP in the process of the test. Whoever signs in there does so
 * on its own pages, by their forms.
 */

export const OUR_ADDRESS = 'http://127.0.0.1:3000';
const CLIENT = { id: 'next-steps', secret: 'a secret that both sides know: & = %' } as const;

export interface SignInService extends AsyncDisposable {
  readonly issuer: string;
  /** The settings that make it known to us. */
  readonly env: Readonly<Record<string, string>>;
  /** What it says of somebody, by their name there. */
  readonly people: Map<string, Omit<AccountClaims, 'sub'>>;
  /** Takes it off the net, and puts it back where it was. */
  stop(): Promise<void>;
  start(): Promise<void>;
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KEY = { ...privateKey.export({ format: 'jwk' }), kid: 'tests', alg: 'RS256', use: 'sig' };

export async function aSignInService(ours = OUR_ADDRESS): Promise<SignInService> {
  const people = new Map<string, Omit<AccountClaims, 'sub'>>();
  let server: Server = createServer();
  await listening(server, 0);
  const { port } = server.address() as AddressInfo;
  const issuer = `http://127.0.0.1:${port}`;
  const answer = providerAt(issuer, ours, people).callback();
  const handle = (one: Server) => one.on('request', (request, response) => void answer(request, response));
  handle(server);
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  return {
    issuer,
    env: {
      BASE_URL: ours,
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'School Sign-in',
    },
    people,
    stop,
    start: async () => {
      server = handle(createServer());
      await listening(server, port);
    },
    [Symbol.asyncDispose]: stop,
  };
}

async function listening(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function providerAt(issuer: string, ours: string, people: ReadonlyMap<string, Omit<AccountClaims, 'sub'>>): Provider {
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${ours}/sign-in/back`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ ...people.get(sub), sub }) }),
    pkce: { required: () => true },
    cookies: { keys: ['keys of the sign-in service of the tests'] },
    jwks: { keys: [KEY] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
}

/** Somebody's browser at the sign-in service. */
export class BrowserThere {
  readonly #cookies = new Map<string, string>();
  readonly #name: string;

  constructor(name: string) {
    this.#name = name;
  }

  /** Goes through the service's pages, signing in and agreeing. Gives the path and query it leads back to us with. */
  async signIn(from: string): Promise<string> {
    return this.#walk(from, async (page, action) => {
      const fields = new URLSearchParams({ login: this.#name, password: 'anything' });
      for (const input of page.elements('input'))
        if (attribute(input, 'type') === 'hidden')
          fields.set(attribute(input, 'name') ?? '', attribute(input, 'value') ?? '');
      return this.#fetch(action, { method: 'POST', body: fields });
    });
  }

  /** Says no on the service's page instead. */
  async decline(from: string): Promise<string> {
    return this.#walk(from, (page) => this.#fetch(page.links(/Cancel/)[0]?.href ?? '', {}));
  }

  async #walk(
    from: string,
    press: (page: ReturnType<typeof readPage>, action: string) => Promise<Response>,
  ): Promise<string> {
    let response = await this.#fetch(from, {});
    for (let steps = 0; steps < 20; steps += 1) {
      const location = response.headers.get('Location');
      if (location?.startsWith(OUR_ADDRESS)) return location.slice(OUR_ADDRESS.length);
      if (location !== null) response = await this.#fetch(new URL(location, response.url).href, {});
      else {
        const page = readPage(await response.text());
        const action = page.elements('form').map((form) => attribute(form, 'action'))[0];
        if (action === undefined) throw new Error(`the sign-in service said: ${page.text.slice(0, 300)}`);
        response = await press(page, new URL(action, response.url).href);
      }
    }
    throw new Error('the sign-in service goes round in circles');
  }

  async #fetch(url: string, init: RequestInit): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { ...init, redirect: 'manual', headers: { Cookie: cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.#cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }
}
