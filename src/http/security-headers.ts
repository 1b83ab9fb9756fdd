import type { MiddlewareHandler } from 'hono';

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

const POLICY = 'Content-Security-Policy';
/** How a policy of an answer's own has to begin: nothing is loaded, and nothing on the page does anything. */
export const STRICT = "default-src 'none'; frame-ancestors 'none'; sandbox; ";

const HEADERS: Readonly<Record<string, string>> = {
  [POLICY]: CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), browsing-topics=()',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Sets what every answer carries, errors included. An answer that is no page of ours may have set a stricter policy. */
export function securityHeaders(production: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    const own = headers.get(POLICY);
    for (const [name, value] of Object.entries(HEADERS)) headers.set(name, value);
    if (own?.startsWith(STRICT)) headers.set(POLICY, own);
    if (production) headers.set('Strict-Transport-Security', 'max-age=31536000; includeSubDomains');
  };
}
