import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { isIPv4, isIPv6 } from 'node:net';
import type { Config } from '../config.ts';

/** Where a request's maker cannot be told: all such count together. */
const UNKNOWN = 'unknown';

/**
 * The network a request comes from: an IPv4 address, or the first 64 bits of an IPv6 one, for a household or a school
 * has them all. Behind a proxy that is trusted it is the last address in `X-Forwarded-For`, the one that proxy wrote.
 */
export function clientNetwork(context: Context, { trustProxy }: Pick<Config, 'trustProxy'>): string {
  const forwarded = trustProxy ? context.req.header('X-Forwarded-For')?.split(',').at(-1)?.trim() : undefined;
  return networkOf(forwarded ?? remoteAddress(context) ?? '');
}

/** Asked for without a socket (a test, another runtime) there is no address. */
function remoteAddress(context: Context): string | undefined {
  return (context.env as { incoming?: unknown } | undefined)?.incoming
    ? getConnInfo(context).remote.address
    : undefined;
}

/** Undotted, unmapped and cut to what one household or school has. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
  if (isIPv4(mapped)) return mapped;
  if (!isIPv6(mapped)) return UNKNOWN;
  const [head = '', tail] = mapped.replace(/%.*$/, '').split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const whole =
    tail === undefined ? front : [...front, ...Array<string>(8 - front.length - back.length).fill('0'), ...back];
  return whole
    .slice(0, 4)
    .map((part) => Number.parseInt(part, 16).toString(16))
    .join(':');
}
