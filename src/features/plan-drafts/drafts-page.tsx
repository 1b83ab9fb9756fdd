import type { VNode } from 'preact';
import { DRAFT_GOALS } from '../../domain/plan/draft-goals.ts';
import type { DraftWish } from '../../domain/plan/draft-options.ts';
import { weeklyHours } from '../../domain/plan/plan-hours.ts';
import { draftedSteps, type DraftedStep } from '../../domain/plan/plan-draft.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { Details } from '../../ui/details.tsx';
import { formatCount, formatPence } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Select } from '../../ui/select.tsx';
import type { Drafts } from './ask-for-drafts.ts';
import { DraftSection } from './draft-section.tsx';
import { DraftsTable } from './drafts-table.tsx';
import { GoalReached } from './goal-reached.tsx';
import { UnmetWishes } from './unmet-wishes.tsx';
import { wishQuery } from './wish-form.ts';

export interface DraftsPageProps {
  readonly here: PlanVisit;
  readonly wish: DraftWish;
  readonly found: Drafts;
  /** What a draft can be made from. */
  readonly options: readonly Ranked[];
}

export function DraftsPage(props: DraftsPageProps): VNode {
  const { here, found, wish } = props;
  const { visit, planUrls, plan } = here;
  const { hours, basis } = weeklyHours(plan.profile);
  const title = 'Drafts of your plan';
  const ready = found.drafts.flatMap((draft) =>
    draft.best
      ? [{ draft, steps: draftedSteps(draft.question, draft.best, { halfTerms: draft.halfTerms, on: visit.on }) }]
      : [],
  );
  const isWaiting = found.goal?.kind === 'working' || found.drafts.some(({ isProved, isOver }) => !isProved && !isOver);
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={title}
        caption={plan.title}
        lead={`From what is open to you or in reach, in ${formatCount(hours, 'hour')} a week${basis === 'our-estimate' ? ' (our guess)' : ''} and ${moneyWords(plan.profile.budget)}.`}
      />
      <p class="govuk-body">
        <a class="govuk-link" href={planUrls.settings()}>
          Change your hours, money and aims
        </a>
      </p>
      <WishForm {...props} />
      {found.goal && wish.goal && <GoalReached goal={wish.goal} reach={found.goal} here={here} />}
      {isWaiting && (
        <p class="app-drafts__waiting" data-module="app-look-again">
          Some of it is still being worked out.{' '}
          <a class="govuk-link" href={planUrls.drafts(wishQuery(wish))}>
            Look again
          </a>
        </p>
      )}
      <UnmetWishes here={here} wish={wish} ready={ready} />
      {ready.length > 0 && <DraftsTable here={here} ready={ready} />}
      {ready.map(({ draft, steps }, index) => (
        <DraftSection
          key={draft.kind}
          here={here}
          draft={draft}
          steps={steps}
          goal={wish.goal}
          sameAs={ready.slice(0, index).find((other) => isSame(other.steps, steps))?.draft.kind}
        />
      ))}
    </Layout>
  );
}

function isSame(a: readonly DraftedStep[], b: readonly DraftedStep[]): boolean {
  const words = (steps: readonly DraftedStep[]) =>
    steps.map(({ ranked, start }) => `${ranked.opportunity.id} ${start}`).join();
  return words(a) === words(b);
}

function moneyWords(budget: number | undefined): string {
  return budget ? `up to ${formatPence(budget * 100)} a year from you` : 'with nothing to pay yourself';
}

function WishForm({ here: { planUrls }, wish, options }: DraftsPageProps): VNode {
  const names = options
    .map(({ opportunity }) => ({ value: opportunity.id, text: opportunity.name }))
    .toSorted((a, b) => (a.text < b.text ? -1 : 1));
  const other = wish.goal && !DRAFT_GOALS.some(({ id }) => id === wish.goal?.id) ? [wish.goal] : [];
  return (
    <form method="get" action={planUrls.drafts()} class="app-drafts__wish">
      <Select
        name="goal"
        label="Work back from a goal"
        labelSize="s"
        value={wish.goal?.id ?? ''}
        options={[
          { value: '', text: 'No goal: the best that fits' },
          ...[...DRAFT_GOALS, ...other].map(({ id, name }) => ({ value: id, text: name })),
          ...names
            .filter(({ value }) => !other.some(({ id }) => id === value))
            .map(({ value, text }) => ({ value, text: `Next step: ${text}` })),
        ]}
      />
      <Details summary="What has to be in, and what must not" open={wish.must.length + wish.never.length > 0}>
        <Checkboxes name="must" legend="Has to be in" legendSize="s" small values={wish.must} items={names} />
        <Checkboxes
          name="never"
          idPrefix="never"
          legend="Must not be in"
          legendSize="s"
          small
          values={wish.never}
          items={names}
        />
      </Details>
      <Button kind="secondary">Draft again</Button>
    </form>
  );
}
