import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { MiddlewareHandler } from 'hono';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a packet is a packet, and compressing only costs. */
const LEAST_BYTES = 1024;
const TEXT = /^(text\/|application\/(json|javascript)|image\/svg)/;

/** Brotli at the level where it is both smaller and quicker than gzip's usual one. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Compresses text, off the main thread: pages are small, so whole bodies and no streams. */
export function compression(): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { res } = context;
    if (!res.body || res.headers.has('Content-Encoding') || !TEXT.test(res.headers.get('Content-Type') ?? '')) return;
    res.headers.append('Vary', 'Accept-Encoding');
    const accepted = context.req.header('Accept-Encoding') ?? '';
    const encoding = /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
    if (!encoding || context.req.method === 'HEAD') return;
    const body = Buffer.from(await res.arrayBuffer());
    const headers = new Headers(res.headers);
    if (body.byteLength < LEAST_BYTES) {
      context.res = new Response(body, { status: res.status, headers });
      return;
    }
    const packed = encoding === 'br' ? await brotli(body, BROTLI) : await zip(body);
    headers.set('Content-Encoding', encoding);
    headers.delete('Content-Length');
    context.res = new Response(packed, { status: res.status, headers });
  };
}
