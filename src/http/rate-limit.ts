import { after } from '../clock.ts';
import { countAttempt } from '../db/attempts.ts';
import type { Database } from '../db/open-database.ts';
import type { Services } from '../services/services.ts';
import { TooMany } from './problems.ts';

/** How often something may be tried in a stretch of time. */
export interface Limit {
  readonly times: number;
  readonly minutes: number;
}

/**
 * Counts one attempt of `who` (an address, a network, an account: only a keyed hash of it is kept) and throws TooMany
 * with `message` beyond the limit. Stretches of time are laid end to end, so that all processes count alike.
 */
export async function limitAttempts(
  services: Services,
  {
    kind,
    who,
    limit,
    message,
  }: { readonly kind: string; readonly who: string; readonly limit: Limit; readonly message: string },
): Promise<void> {
  const { db, clock, mail } = services;
  const now = clock.now();
  const stretch = limit.minutes * 60_000;
  const past = Temporal.Instant.from(now).epochMilliseconds % stretch;
  const since = after(now, -past);
  const attempt = { kind, who: mail.keys.attemptId(kind, who), since };
  if (isKnownOver(db, attempt)) throw new TooMany(message, Math.ceil((stretch - past) / 1000));
  const times = await countAttempt(db, attempt);
  if (times <= limit.times) return;
  rememberOver(db, attempt);
  throw new TooMany(message, Math.ceil((stretch - past) / 1000));
}

type Attempt = Parameters<typeof countAttempt>[1];

/** Who was refused, for each database, with the stretch it was in: whoever is over a limit stays so until it ends. */
const over = new WeakMap<Database, Map<string, string>>();
const REMEMBERED = 10_000;

/** Refused again without the disk being waited for: a flood must cost its maker more than us. */
function isKnownOver(db: Database, { kind, who, since }: Attempt): boolean {
  return over.get(db)?.get(`${kind} ${who}`) === since;
}

function rememberOver(db: Database, { kind, who, since }: Attempt): void {
  const known = over.get(db) ?? new Map<string, string>();
  over.set(db, known);
  known.delete(`${kind} ${who}`);
  known.set(`${kind} ${who}`, since);
  const oldest = known.size > REMEMBERED ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
}
