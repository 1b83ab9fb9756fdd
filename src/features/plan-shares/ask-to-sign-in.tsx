import type { Context } from 'hono';
import { ownerOnly } from '../../http/plan/owner-only.tsx';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { Services } from '../../services.ts';

/** For whoever opened the plan by its private link: why sharing asks them to sign in, and the way there. */
export function askToSignIn(context: Context, services: Services, here: PlanVisit): Promise<Response> {
  return ownerOnly(context, services, here, {
    title: 'Share this plan',
    because:
      'Ask your line manager to read it and answer each step. First we have to know where their answers go: only a plan’s owner shares it and reads the answers.',
    page: 'shares',
    back: { href: here.planUrls.plan(), text: 'Back to your plan' },
    more: (
      <ul class="govuk-list govuk-list--bullet">
        <li>Answers are told to you by mail, so we need an address that you have shown to be yours.</li>
        <li>Nobody can send mail to others from here without one.</li>
        <li>Nothing is shared until you have chosen with whom, and which parts.</li>
      </ul>
    ),
  });
}
