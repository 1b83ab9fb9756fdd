import { keyHash } from '../db/key-hash.ts';
import type { Queryable } from '../db/open-database.ts';
import { getShareByKey } from '../db/shares.ts';
import { urlsOfCase, urlsOfShare } from '../urls.ts';
import type { MailKeys } from './mail-keys.ts';

/**
 * The page a share's link opens, `renewals` links after its first. Undefined where the service's secret is another one
 * than when the link was made: a mail without a link is better than one whose link opens nothing.
 */
export async function shareLink(
  db: Queryable,
  keys: MailKeys,
  share: string,
  renewals: number,
): Promise<string | undefined> {
  const key = await workingKey(db, keys, share, renewals);
  return key === undefined ? undefined : urlsOfShare({ key }).shared();
}

/** The page a sponsor's link opens; undefined as above. Its key is never renewed: a case is sent anew instead. */
export async function caseLink(db: Queryable, keys: MailKeys, share: string): Promise<string | undefined> {
  const key = await workingKey(db, keys, share, 0);
  return key === undefined ? undefined : urlsOfCase({ key }).case();
}

async function workingKey(db: Queryable, keys: MailKeys, share: string, renewals: number): Promise<string | undefined> {
  const key = keys.shareKey(share, renewals);
  const found = await getShareByKey(db, keyHash(key));
  return found?.id === share ? key : undefined;
}
