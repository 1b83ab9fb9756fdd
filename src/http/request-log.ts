import { randomUUID } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { pathForLog } from './private-link.ts';

export interface RequestVariables {
  requestId: string;
}

export type Log = (entry: Readonly<Record<string, unknown>>) => void;

/** One JSON line a request, without the query and without keys: both can point at a person. */
export function requestLog(log: Log): MiddlewareHandler<{ Variables: RequestVariables }> {
  return async (context, next) => {
    const given = context.req.header('X-Request-Id');
    const id = given !== undefined && /^[\w-]{8,64}$/.test(given) ? given : randomUUID();
    context.set('requestId', id);
    const start = performance.now();
    await next();
    context.res.headers.set('X-Request-Id', id);
    log({
      level: context.res.status >= 500 ? 'error' : 'info',
      requestId: id,
      method: context.req.method,
      path: pathForLog(context.req.path).slice(0, 200),
      status: context.res.status,
      ms: Math.round((performance.now() - start) * 10) / 10,
    });
  };
}
