import type { Context } from 'hono';
import type { NextPage } from '../../domain/account/next-page.ts';
import type { Services } from '../../services/services.ts';
import { OwnerOnlyPage, type OwnerOnlyWords } from '../../ui/owner-only-page.tsx';
import { sendPage } from '../page.ts';
import type { PlanVisit } from './plan-visit.ts';
import { openAccount } from '../session.ts';

/** What is for a plan's owner alone, and the page to go on to once they are signed in. */
export interface OwnerOnly extends OwnerOnlyWords {
  readonly page: NextPage;
}

/**
 * Answers whoever holds a plan's private link and asks for what only its owner can, with the way to become that. A page
 * that was opened explains itself; what was sent is refused, and has changed nothing.
 */
export async function ownerOnly(
  context: Context,
  services: Services,
  here: PlanVisit,
  { page, ...words }: OwnerOnly,
): Promise<Response> {
  const reader = (await openAccount(context, services))?.address;
  return sendPage(
    context,
    here.visit,
    <OwnerOnlyPage
      {...words}
      frame={here.visit.frame}
      caption={here.plan.title}
      page={{ key: here.key, number: here.kept.number, page }}
      reader={reader}
      isKept={here.isKept}
    />,
    context.req.method === 'POST' ? 403 : 200,
  );
}
