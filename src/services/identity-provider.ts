import type * as Client from 'openid-client';
import type { Configuration } from 'openid-client';
import { after } from '../clock.ts';
import type { OidcConfig } from '../config.ts';
import { ELSEWHERE_MINUTES, LINK_MINUTES } from '../domain/account/sign-in-times.ts';
import { sealer } from './seal.ts';

const FLOW_MS = ELSEWHERE_MINUTES * 60_000;
/** As long as a sign-in link: whoever confirms an address does so in the browser that asked. */
const JOIN_MS = LINK_MINUTES * 60_000;
const ANSWER_WITHIN_S = 5;
/** Afterwards the service is asked again where its parts are. */
const KNOWN_FOR_MS = 3_600_000;
const LONGEST_SUBJECT = 255;

/** What is wanted of a sign-in, kept by the browser while it is elsewhere. */
export interface Wanted {
  readonly folder: string | null;
  readonly next: string;
}

/** Whom the other service says it is. */
export interface Identified {
  readonly identity: { readonly issuer: string; readonly subject: string };
  readonly address: string | undefined;
  /** Whether the service says that the address is theirs: nothing but `true` says so. */
  readonly isConfirmed: boolean;
}

/** What came of it: who it is, or why nobody was signed in. */
export type Outcome =
  | ({ readonly kind: 'identified'; readonly wanted: Wanted } & Identified)
  /** `declined`: not wanted there. `late`: not begun in this browser, or too long ago. `away`: the service is. */
  | { readonly kind: 'declined' | 'late' | 'refused' | 'away' };

/** A sign-in service that speaks OpenID Connect. */
export interface IdentityProvider {
  readonly name: string;
  /** Where to send a browser, and what it has to hold meanwhile. Undefined where the service is away. */
  begin(wanted: Wanted, now: string): Promise<{ readonly location: string; readonly held: string } | undefined>;
  /** Ends what was begun, by the query the browser came back with and what it held. */
  end(query: string, held: string, now: string): Promise<Outcome>;
  /** What a browser holds until the address it gave is confirmed there by a mail. */
  holdForMail(tokenHash: string, now: string): string;
  isHeldFor(tokenHash: string, held: string, now: string): boolean;
}

interface Flow extends Wanted {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface Parts {
  readonly config: OidcConfig;
  /** Where the service leads back to, whole. */
  readonly back: string;
  readonly secretOf: () => string;
}

/** Asks the service nothing before somebody wants to sign in with it: it can be away without stopping anything here. */
export function openIdentityProvider({ config, back, secretOf }: Parts): IdentityProvider {
  const flows = sealer(secretOf, 'sign-in elsewhere');
  const joins = sealer(secretOf, 'joining an address');
  const known = discovered(config);
  return {
    name: config.name,
    begin: async (wanted, now) => {
      const service = await known().catch(() => undefined);
      if (!service) return undefined;
      const client = await import('openid-client');
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const { href } = client.buildAuthorizationUrl(service, {
        redirect_uri: back,
        scope: 'openid email',
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const { folder, next } = wanted;
      const flow: Flow = { folder, next, state, nonce, verifier };
      return { location: href, held: flows.seal(flow, after(now, FLOW_MS)) };
    },
    end: async (query, held, now) => {
      const flow = flows.open(held, now) as Flow | undefined;
      if (!flow) return { kind: 'late' };
      const service = await known().catch(() => undefined);
      if (!service) return { kind: 'away' };
      return ended(service, new URL(`?${query}`, back), flow);
    },
    holdForMail: (tokenHash, now) => joins.seal({ tokenHash }, after(now, JOIN_MS)),
    isHeldFor: (tokenHash, held, now) =>
      (joins.open(held, now) as { readonly tokenHash?: string } | undefined)?.tokenHash === tokenHash,
  };
}

/** Where the service's parts are: asked once for all who wait, again after a failure, and again after a while. */
function discovered(config: OidcConfig): () => Promise<Configuration> {
  let asked: Promise<Configuration> | undefined;
  let since = 0;
  return () => {
    if (asked && performance.now() - since < KNOWN_FOR_MS) return asked;
    since = performance.now();
    const asking = discover(config);
    asked = asking;
    asking.catch(() => {
      if (asked === asking) asked = undefined;
    });
    return asking;
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<Configuration> {
  const client = await import('openid-client');
  return client.discovery(new URL(issuer), clientId, undefined, client.ClientSecretBasic(clientSecret), {
    timeout: ANSWER_WITHIN_S,
    execute: [
      // Signatures are checked as well as the connection they came by.
      client.enableNonRepudiationChecks,
      // Settings refuse http in production.
      ...(issuer.startsWith('http:') ? [client.allowInsecureRequests] : []),
    ],
  });
}

/** Proves what the browser came back with: state, code, nonce, signature, issuer and audience, all by openid-client. */
async function ended(service: Configuration, address: URL, flow: Flow): Promise<Outcome> {
  const client = await import('openid-client');
  try {
    const tokens = await client.authorizationCodeGrant(service, address, {
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      pkceCodeVerifier: flow.verifier,
    });
    const claims = tokens.claims();
    if (!claims || claims.sub.length > LONGEST_SUBJECT) return { kind: 'refused' };
    const hasInfo = claims['email'] === undefined && service.serverMetadata().userinfo_endpoint !== undefined;
    const info = hasInfo ? await client.fetchUserInfo(service, tokens.access_token, claims.sub) : claims;
    const { folder, next } = flow;
    return {
      kind: 'identified',
      wanted: { folder, next },
      identity: { issuer: claims.iss, subject: claims.sub },
      address: typeof info['email'] === 'string' ? info['email'] : undefined,
      isConfirmed: info['email_verified'] === true,
    };
  } catch (error) {
    return { kind: reasonOf(error, client) };
  }
}

function reasonOf(error: unknown, client: typeof Client): 'declined' | 'refused' | 'away' {
  if (error instanceof client.AuthorizationResponseError) {
    if (error.error === 'access_denied') return 'declined';
    return isAway(error.error) ? 'away' : 'refused';
  }
  if (error instanceof client.ClientError) return isNetwork(error) ? 'away' : 'refused';
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'away' : 'refused';
  if (error instanceof TypeError || error instanceof client.WWWAuthenticateChallengeError) return 'away';
  throw error;
}

function isAway(code: string): boolean {
  return code === 'temporarily_unavailable' || code === 'server_error';
}

/** What `fetch` throws where nobody answers comes wrapped. */
function isNetwork({ code, cause }: Client.ClientError): boolean {
  return code === 'OAUTH_TIMEOUT' || cause instanceof TypeError || (cause instanceof Response && cause.status >= 500);
}
