import type { Context } from 'hono';
import { ownerOnly } from '../../http/plan/owner-only.tsx';
import type { Services } from '../../services/services.ts';
import type { CaseVisit } from './case-visit.ts';

/** Answers what of a case only the plan's owner can ask for. The case on paper is there for anybody with the link. */
export function caseOwnerOnly(
  context: Context,
  services: Services,
  here: CaseVisit,
  because: string,
): Promise<Response> {
  const { planUrls } = here;
  return ownerOnly(context, services, here, {
    title: 'Keep this plan in your account first',
    because,
    page: 'case',
    back: { href: planUrls.casePreview(), text: 'Back to the case' },
    children: (
      <p class="govuk-body">
        Without an account you can still{' '}
        <a class="govuk-link" href={planUrls.casePdf()} download>
          take the case as a page to print (PDF)
        </a>
        .
      </p>
    ),
  });
}
