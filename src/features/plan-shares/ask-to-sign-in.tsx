import type { Context } from 'hono';
import { ownerOnly } from '../../http/plan/owner-only.tsx';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { Services } from '../../services/services.ts';

/** For whoever opened the plan by its private link: why sharing asks them to sign in, and the way there. */
export function askToSignIn(context: Context, services: Services, here: PlanVisit): Promise<Response> {
  return ownerOnly(context, services, here, {
    title: 'Share this plan',
    because:
      'Your line manager reads it and answers each step. First tell us where the answers go: only the owner of a plan can share it.',
    page: 'shares',
    back: { href: here.planUrls.plan(), text: 'Back to your plan' },
    more: (
      <ul class="govuk-list govuk-list--bullet">
        <li>Nothing is shared until you have chosen with whom, and which parts.</li>
        <li>You get a mail when there is an answer.</li>
      </ul>
    ),
  });
}
