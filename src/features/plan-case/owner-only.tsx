import type { Context } from 'hono';
import { sendPage } from '../../http/page.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services.ts';
import type { CaseVisit } from './case-visit.ts';
import { OwnerOnlyPage } from './owner-only-page.tsx';

/** Answers what only the plan's owner can ask for, with the way to become it. */
export async function ownerOnly(
  context: Context,
  services: Services,
  here: CaseVisit,
  because: string,
): Promise<Response> {
  const reader = (await signedIn(context, services))?.account.address;
  const status = context.req.method === 'GET' ? 200 : 422;
  return sendPage(context, here.visit, <OwnerOnlyPage here={here} because={because} reader={reader} />, status);
}
