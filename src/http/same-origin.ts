import type { HonoRequest, MiddlewareHandler } from 'hono';
import type { Config } from '../config.ts';
import { unsubscribePath } from '../urls.ts';
import { BadRequest } from './problems.ts';

const READS = ['GET', 'HEAD', 'OPTIONS'];
/** Mail programs press the button for their readers, from wherever they are (RFC 8058): the token says that they may. */
const PRESSED_ELSEWHERE = unsubscribePath('');

/**
 * Refuses a change that another site's page asks for. Browsers say where a request comes from in `Sec-Fetch-Site`; those
 * too old for it send an `Origin`. Because our pages send no referrer, their own forms arrive with the origin `null`,
 * which has to pass: what guards a plan then is that nobody else's page can know its address.
 */
export function sameOriginOnly(config: Pick<Config, 'baseUrl'>): MiddlewareHandler {
  const own = new URL(config.baseUrl).host;
  return async (context, next) => {
    if (isOurs(context.req)) {
      const site = context.req.header('Sec-Fetch-Site');
      const origin = context.req.header('Origin');
      const host = context.req.header('Host') ?? new URL(context.req.url).host;
      if (site !== undefined && site !== 'same-origin' && site !== 'none') refuse();
      if (site === undefined && origin !== undefined && origin !== 'null' && ![own, host].includes(hostOf(origin)))
        refuse();
    }
    await next();
  };
}

/** Whether only a page of ours may ask for it. */
function isOurs({ method, path }: HonoRequest): boolean {
  return !READS.includes(method) && !path.startsWith(PRESSED_ELSEWHERE);
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}

function refuse(): never {
  throw new BadRequest(
    'A page of another site asked for this, so nothing was changed. Open the page here and try again.',
    403,
  );
}
