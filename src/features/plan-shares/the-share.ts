import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import { getShare, type Share } from '../../db/shares.ts';
import type { PlanVisit } from '../../http/plan-visit.ts';
import { isId } from '../../http/private-link.ts';
import { BadRequest, NotFound } from '../../http/problems.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';

/** The address of whoever is signed in and does not own the plan: it could go into their account. */
export async function readerOf(context: Context, services: Services): Promise<string | undefined> {
  const account = (await signedIn(context, services))?.account;
  return account?.deletedAt === null ? account.address : undefined;
}

/** Who shares the plan; refused where nobody is signed in as its owner. */
export function ownerOf({ owner }: PlanVisit): Account {
  if (!owner) throw new BadRequest('Sign in first: only the owner of a plan shares it.', 403);
  return owner;
}

/** The share an address names, with a line manager; NotFound where this plan has none such. */
export async function theShare(context: Context, services: Services, here: PlanVisit): Promise<Share> {
  const id = context.req.param('share') ?? '';
  const found = isId(id) ? await getShare(services.db, here.kept.id, id) : undefined;
  if (found?.kind !== 'line-manager') throw new NotFound();
  return found;
}
