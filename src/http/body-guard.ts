import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LARGEST_ACCOUNT_FILE } from '../domain/account/account-file.ts';
import { EVIDENCE_LIMITS } from '../domain/looking-back/evidence.ts';
import { addsAFile, PATHS } from '../urls.ts';
import { BadRequest } from './problems.ts';

/** The longest address a browser or a proxy can be trusted with; every question answered takes under 2,000. */
const LONGEST_ADDRESS = 8000;
/** Room for the longest answers to one phase's prompts, in letters that take nine bytes each in a form. */
const LARGEST_BODY = 256 * 1024;
/** Where a file is sent: how large it may be with the words beside it, and what is said of more. */
const FILES: readonly (readonly [takes: (path: string) => boolean, bytes: number, tooLarge: string])[] = [
  [
    addsAFile,
    EVIDENCE_LIMITS.fileBytes + LARGEST_BODY,
    'What was sent is too large, so nothing of it was kept. Make it smaller, or add it as a link.',
  ],
  [
    (path) => path === PATHS.planImport,
    LARGEST_ACCOUNT_FILE + LARGEST_BODY,
    `What was sent is too large, so nothing was brought in. The file of an account can have up to ${LARGEST_ACCOUNT_FILE / (1024 * 1024)} MB: take it once more without the older versions of your plans, on the page of your data.`,
  ],
];
const FORM = /^application\/x-www-form-urlencoded\b|^multipart\/form-data\b/;

const forms = limited(LARGEST_BODY);

/**
 * For a body that its page reads as it comes in: what says that it is too large is refused unread, and what does not say
 * is counted by whoever reads it. The usual guard would first gather all of the latter.
 */
function asItComes(most: number, tooLarge: string): MiddlewareHandler {
  return async (context, next) => {
    if (Number(context.req.header('Content-Length') ?? 0) > most) throw new BadRequest(tooLarge, 413);
    await next();
  };
}

const guards = FILES.map(([takes, bytes, tooLarge]) => ({ takes, guard: asItComes(bytes, tooLarge) }));

function guardFor(path: string): MiddlewareHandler {
  return guards.find(({ takes }) => takes(path))?.guard ?? forms;
}

function limited(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new BadRequest('What was sent is too large.', 413);
    },
  });
}

/** Refuses what no page of ours sends, before any page sees it. */
export function bodyGuard(): MiddlewareHandler[] {
  return [
    async (context, next) => {
      if (context.req.url.length > LONGEST_ADDRESS) throw new BadRequest('The address is too long.');
      await next();
    },
    (context, next) => guardFor(context.req.path)(context, next),
    async (context, next) => {
      const type = context.req.header('Content-Type');
      const sends = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
      if (sends && type !== undefined && !FORM.test(type)) throw new BadRequest('Pages here take only forms.', 415);
      await next();
    },
  ];
}
