import { after } from '../clock.ts';
import { countAttempt } from '../db/attempts.ts';
import type { Services } from '../services.ts';
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
  const times = await countAttempt(db, { kind, who: mail.keys.attemptId(kind, who), since });
  if (times > limit.times) throw new TooMany(message, Math.ceil((stretch - past) / 1000));
}
