import type { Context } from 'hono';
import { sendPage } from '../../http/page.ts';
import type { PlanVisit } from '../../http/plan-visit.ts';
import type { Services } from '../../services.ts';
import { NeedsAccountPage } from './needs-account-page.tsx';
import { readerOf } from './the-share.ts';

/** For whoever opened the plan by its private link: why sharing asks them to sign in, and the way there. */
export async function askToSignIn(context: Context, services: Services, here: PlanVisit): Promise<Response> {
  const reader = await readerOf(context, services);
  return sendPage(context, here.visit, <NeedsAccountPage here={here} reader={reader} />);
}
