import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Below this a packet is a packet, and compressing only costs. */
const LEAST_LENGTH = 1024;

/**
 * Brotli at the level where it is both smaller and quicker than gzip's usual one; and with a window no longer than our
 * longest page, since the usual one takes megabytes for each answer under way.
 */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 4, [constants.BROTLI_PARAM_LGWIN]: 18 } };

/**
 * Answers with a page, packed as its asker can take it. The page is packed as the string it is, off the main thread:
 * reading it back out of a finished answer would cost more than rendering it.
 */
export async function sendHtml(context: Context, html: string, status: ContentfulStatusCode): Promise<Response> {
  context.header('Vary', 'Accept-Encoding', { append: true });
  const encoding = html.length < LEAST_LENGTH ? undefined : encodingFor(context);
  if (!encoding) return context.html(html, status);
  const packed = encoding === 'br' ? await brotli(html, BROTLI) : await zip(html);
  context.header('Content-Type', 'text/html; charset=UTF-8');
  context.header('Content-Encoding', encoding);
  return context.body(packed, status);
}

function encodingFor(context: Context): 'br' | 'gzip' | undefined {
  const accepted = context.req.header('Accept-Encoding') ?? '';
  if (context.req.method === 'HEAD') return undefined;
  return /\bbr\b/.test(accepted) ? 'br' : /\bgzip\b/.test(accepted) ? 'gzip' : undefined;
}
