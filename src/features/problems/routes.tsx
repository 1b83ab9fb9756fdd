import type { Context } from 'hono';
import { TypesetterBusy } from '../../documents/typst.ts';
import { StoreFull } from '../../files/file-store.ts';
import type { App } from '../../http/app-type.ts';
import { documentOf, plainFrame } from '../../http/page.ts';
import { BadRequest, Busy, Gone, NotFound, SignInFirst, TooMany } from '../../http/problems.ts';
import type { Log } from '../../http/request-log.ts';
import type { Services } from '../../services/services.ts';
import { urlsCarrying } from '../../urls.ts';
import { ownPath } from '../../domain/account/next-page.ts';
import { ProblemPage } from './problem-page.tsx';
import { SignInFirstPage } from './sign-in-first-page.tsx';

/** One place answers for everything that is not a page: what the sender can mend, what is not there, what broke. */
export function problemPages(app: App, services: Services, log: Log): void {
  app.notFound((context) => {
    const allowed = methodsAt(app, context.req.path);
    if (allowed.length === 0) return send(context, services, NOT_FOUND, 404);
    context.header('Allow', allowed.join(', '));
    return send(context, services, NOT_SO, 405);
  });
  app.onError((error, context) => {
    if (error instanceof BadRequest)
      return send(context, services, { title: TITLES[error.status], what: error.message }, error.status);
    const passing = passingProblem(error);
    if (passing) {
      const { problem, status, retryAfter } = passing;
      if (retryAfter !== undefined) context.header('Retry-After', String(retryAfter));
      // Whoever runs the service has to know: nobody can add a file until there is room again.
      if (error instanceof StoreFull)
        log({ level: 'error', requestId: context.get('requestId'), error: error.name, message: error.message });
      return send(context, services, problem, status);
    }
    if (error instanceof Gone) return send(context, services, error.words, 410);
    if (error instanceof NotFound) return send(context, services, error.words ?? NOT_FOUND, 404);
    if (error instanceof SignInFirst) return offerSignIn(context, services, error);
    if (isBrokenOff(error)) return send(context, services, { title: TITLES[400], what: BROKEN_OFF }, 400);
    const requestId = context.get('requestId');
    log({ level: 'error', requestId, error: error.name, message: error.message, stack: error.stack });
    return send(context, services, { ...BROKEN, requestId }, 500);
  });
}

const NOT_FOUND = {
  title: 'There is no such page',
  what: 'The address may be mistyped, or from a version of this service that named things otherwise.',
};
const NOT_SO = {
  title: 'That page cannot be asked for so',
  what: 'There is such a page, and it does not take what was sent. Open it from a page that leads there.',
};
const BROKEN = {
  title: 'Something went wrong here',
  what: 'It is our fault and it has been recorded. Nothing you told us is lost: it stands in the address of the page before.',
};
/** Nobody is there to read it: whoever sent it has left. */
const BROKEN_OFF = 'What was sent breaks off before its end.';

/** Whether the sender left while they sent, which is no fault of ours and stands in no log as one. */
function isBrokenOff(error: Error): boolean {
  return error.message === 'aborted' && 'code' in error && error.code === 'ECONNRESET';
}

/** What is being made for others then is a page of a PDF, or a draft that gives up its turn. */
const BUSY_SECONDS = 5;
const TOO_MUCH = {
  title: 'Too many ask for this at once',
  what: 'It is being made for others first. Wait a few seconds and open the same address again.',
};
const NO_ROOM = {
  title: 'There is no room for files at the moment',
  what: 'Nothing of the file was kept. All else works: what you write is saved, and a link can be added in place of a file. Try the file again another day, or tell the hub.',
};
const TITLES: Readonly<Record<BadRequest['status'], string>> = {
  400: 'That address cannot be right',
  403: 'That came from somewhere else',
  413: 'That is too much at once',
  415: 'That is not a form',
  422: 'There is a problem',
};

interface Passing {
  readonly problem: Problem;
  readonly status: 429 | 503 | 507;
  readonly retryAfter?: number;
}

/** What is refused for now and would not be at another time. */
function passingProblem(error: Error): Passing | undefined {
  if (error instanceof StoreFull) return { problem: NO_ROOM, status: 507 };
  if (error instanceof TooMany) {
    const problem = { title: 'That was asked for too often', what: error.message };
    return { problem, status: 429, retryAfter: error.retryAfterSeconds };
  }
  if (error instanceof TypesetterBusy) return { problem: TOO_MUCH, status: 503, retryAfter: BUSY_SECONDS };
  if (!(error instanceof Busy)) return undefined;
  const what = error.message === '' ? TOO_MUCH.what : error.message;
  return { problem: { ...TOO_MUCH, what }, status: 503, retryAfter: BUSY_SECONDS };
}

/** The methods of the routes at a path; none where there is no such route. */
function methodsAt(app: App, path: string): readonly string[] {
  const found = app.routes.filter((route) => route.method !== 'ALL' && patternOf(route.path).test(path));
  const methods = new Set(found.flatMap(({ method }) => (method === 'GET' ? ['GET', 'HEAD'] : [method])));
  return [...methods].toSorted();
}

function patternOf(route: string): RegExp {
  return new RegExp(`^${route.replaceAll(/[.+]/g, '\\$&').replaceAll(/:\w+/g, '[^/]+')}$`);
}

interface Problem {
  readonly title: string;
  readonly what: string;
  readonly requestId?: string;
}

function send(
  context: Context,
  services: Services,
  problem: Problem,
  status: 400 | 403 | 404 | 405 | 410 | 413 | 415 | 422 | 429 | 500 | 503 | 507,
): Response {
  const frame = plainFrame(context, services);
  const { email } = services.catalogue.current().hub;
  context.header('Cache-Control', 'private, no-store');
  return context.html(
    documentOf(<ProblemPage {...problem} frame={frame} urls={urlsCarrying({})} email={email} />),
    status,
  ) as Response;
}

/** The same for every address that needs somebody signed in, whether there is anything at it or not. */
function offerSignIn(context: Context, services: Services, { lead }: SignInFirst): Response {
  context.header('Cache-Control', 'private, no-store');
  context.header('X-Robots-Tag', 'noindex');
  // Every 401 has to name a way in; browsers know no such scheme, and show the page.
  context.header('WWW-Authenticate', 'Session realm="Next Steps"');
  const next = ownPath(context.req.path);
  const page = <SignInFirstPage frame={plainFrame(context, services)} next={next} lead={lead} />;
  return context.html(documentOf(page), 401);
}
