import type { HonoRequest, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { LARGEST_ACCOUNT_FILE } from '../domain/account/account-file.ts';
import { EVIDENCE_LIMITS } from '../domain/looking-back/evidence.ts';
import { addsAFile, PATHS } from '../urls.ts';
import { BadRequest } from './problems.ts';

/** The longest address a browser or a proxy can be trusted with; every question answered takes under 2,000. */
const LONGEST_ADDRESS = 8000;
/** Room for the longest answers to one phase's prompts, in letters that take nine bytes each in a form. */
const LARGEST_BODY = 256 * 1024;
/** What is brought in as a file; a file that is too large still gets an answer of its own up to here. */
const LARGEST_FILE = LARGEST_ACCOUNT_FILE + 4 * 1024 * 1024;
/** A file of evidence, and the words beside it. */
const LARGEST_EVIDENCE = EVIDENCE_LIMITS.fileBytes + LARGEST_BODY;
const FORM = /^application\/x-www-form-urlencoded\b|^multipart\/form-data\b/;

const forms = limited(LARGEST_BODY);
const files = limited(LARGEST_FILE);

/**
 * For a body that its page reads as it comes in: what says that it is too large is refused unread, and what does not say
 * is counted by whoever reads it. The usual guard would first gather all of the latter.
 */
const asItComes: MiddlewareHandler = async (context, next) => {
  const length = Number(context.req.header('Content-Length') ?? 0);
  if (length > LARGEST_EVIDENCE)
    throw new BadRequest(
      'What was sent is too large, so nothing of it was kept. Make it smaller, or add it as a link.',
      413,
    );
  await next();
};

/**
 * A file says how long it is, as browsers do: what does not would be gathered here, before anybody knows who sends it,
 * and many such at once would fill the memory.
 */
function guardFor(request: HonoRequest): MiddlewareHandler {
  if (addsAFile(request.path)) return asItComes;
  const isGathered =
    request.header('Content-Length') === undefined || request.header('Transfer-Encoding') !== undefined;
  return request.path === PATHS.planImport && !isGathered ? files : forms;
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
    (context, next) => guardFor(context.req)(context, next),
    async (context, next) => {
      const type = context.req.header('Content-Type');
      const sends = !['GET', 'HEAD', 'OPTIONS'].includes(context.req.method);
      if (sends && type !== undefined && !FORM.test(type)) throw new BadRequest('Pages here take only forms.', 415);
      await next();
    },
  ];
}
