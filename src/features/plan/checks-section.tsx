import type { VNode } from 'preact';
import type { Check } from '../../domain/plan/plan-check.ts';
import { saidTogether } from '../../domain/plan/plan-checks-together.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatCount } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';

/** Everything to look at, what cannot happen as planned first, each with its fix. */
export function ChecksSection({ here }: { readonly here: PlanVisit }): VNode | null {
  const { plan } = here;
  const checks = saidTogether(here.checks, plan);
  if (plan.steps.length === 0) return null;
  if (checks.length === 0)
    return (
      <p class="govuk-body app-plan__all-fits">
        <strong>It fits.</strong> Nothing clashes, and every half term is within your hours.
      </p>
    );
  return (
    <PageSection id="checks" name={`${formatCount(checks.length, 'thing')} to look at`}>
      <ul class="app-checks">
        {checks.map((check, index) => (
          <CheckItem key={index} check={check} here={here} />
        ))}
      </ul>
    </PageSection>
  );
}

function CheckItem({ check, here }: { readonly check: Check; readonly here: PlanVisit }): VNode {
  const { because, fix, weight } = check;
  return (
    <li class={`app-checks__item app-checks__item--${weight}`}>
      <p class="app-checks__because">{because}</p>
      {fix.act ? <FixForm here={here} fix={fix} act={fix.act} /> : <p class="app-checks__fix">{fix.words}</p>}
    </li>
  );
}

type FixFormProps = {
  readonly here: PlanVisit;
  readonly fix: Check['fix'];
  readonly act: NonNullable<Check['fix']['act']>;
};

function FixForm({ here: { kept, planUrls }, fix, act }: FixFormProps): VNode {
  return (
    <form method="post" action={planUrls.plan()} class="app-checks__fix">
      <HiddenFields
        fields={[
          ['version', String(kept.version)],
          ['act', act.kind],
          ['step', act.step],
          ...(act.kind === 'move' ? [['to', act.to] as const] : []),
        ]}
      />
      <button type="submit" class="app-link-button">
        {fix.words}
      </button>
    </form>
  );
}
