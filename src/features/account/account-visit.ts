import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import type { Session } from '../../db/sign-in.ts';
import { visit, type Visit } from '../../http/page.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';

/** A request by somebody who is signed in, about their own account. */
export interface AccountVisit {
  readonly visit: Visit;
  readonly account: Account;
  readonly session: Session;
}

/** The page's request, kept nowhere, whoever asks. */
export function personalVisit(context: Context, services: Services): Visit {
  const here = visit(context, services, { ignoreDay: true });
  return { ...here, asked: { ...here.asked, personal: true } };
}

/** Undefined where nobody is signed in. */
export async function accountVisit(context: Context, services: Services): Promise<AccountVisit | undefined> {
  const found = await signedIn(context, services);
  return found && { visit: personalVisit(context, services), ...found };
}
