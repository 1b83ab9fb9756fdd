import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import type { Session } from '../../db/sign-in.ts';
import { personalVisit, type Visit } from '../../http/page.ts';
import { SignInFirst } from '../../http/problems.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';

/** A request by somebody who is signed in, about their own account. */
export interface AccountVisit {
  readonly visit: Visit;
  readonly account: Account;
  readonly session: Session;
}

/** Throws SignInFirst, which says `lead`, where nobody is signed in. A closed account still has these pages: they bring it back. */
export async function accountVisit(context: Context, services: Services, lead?: string): Promise<AccountVisit> {
  const found = await signedIn(context, services);
  if (!found) throw new SignInFirst(lead);
  return { visit: personalVisit(context, services), ...found };
}
