import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { BadRequest } from './problems.ts';

/** The longest address a browser or a proxy can be trusted with; every question answered takes under 2,000. */
const LONGEST_ADDRESS = 8000;
const LARGEST_BODY = 64 * 1024;
const FORM = /^application\/x-www-form-urlencoded\b|^multipart\/form-data\b/;

/** Refuses what no page of ours sends, before any page sees it. */
export function bodyGuard(): MiddlewareHandler[] {
  return [
    async (context, next) => {
      if (context.req.url.length > LONGEST_ADDRESS) throw new BadRequest('The address is too long.');
      await next();
    },
    bodyLimit({
      maxSize: LARGEST_BODY,
      onError: () => {
        throw new BadRequest('What was sent is too large.', 413);
      },
    }),
    async (context, next) => {
      const type = context.req.header('Content-Type');
      const sends = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
      if (sends && type !== undefined && !FORM.test(type)) throw new BadRequest('Pages here take only forms.', 415);
      await next();
    },
  ];
}
