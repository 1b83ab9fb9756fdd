import { after } from '../../clock.ts';
import { addOpening, type OpenedBy } from '../../db/openings.ts';
import type { Database } from '../../db/open-database.ts';
import type { Services } from '../../services/services.ts';

/** Pages opened within half an hour of one another are one visit: a page seldom waits for the disk to count it. */
const VISIT_MS = 30 * 60_000;
/** Visits remembered for each database; beyond that the oldest are forgotten, and counted once more if they go on. */
const REMEMBERED = 10_000;

const lastSeen = new WeakMap<Database, Map<string, string>>();

/**
 * Records that somebody looks at a plan, for its owner to see: whatever they send, for a form that is refused shows its
 * page as well.
 */
export async function noteOpening(
  { db, clock }: Services,
  { plan, by }: { readonly plan: string; readonly by: OpenedBy },
): Promise<void> {
  const seen = lastSeen.get(db) ?? new Map<string, string>();
  lastSeen.set(db, seen);
  const now = clock.now();
  const who = `${plan} ${typeof by === 'string' ? by : by.share}`;
  const before = seen.get(who);
  const on = clock.today();
  if (before !== undefined && isSameVisit(before, now, by)) return;
  await addOpening(db, { plan, by, on, now });
  seen.delete(who);
  seen.set(who, now);
  const oldest = seen.size > REMEMBERED ? seen.keys().next().value : undefined;
  if (oldest !== undefined) seen.delete(oldest);
}

/** A calendar program asks all day long, whether or not anybody looks: its visit lasts as long as the day. */
function isSameVisit(before: string, now: string, by: OpenedBy): boolean {
  return before.slice(0, 10) === now.slice(0, 10) && (by === 'feed' || before > after(now, -VISIT_MS));
}
