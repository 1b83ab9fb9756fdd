import type { VNode } from 'preact';
import type { DraftGoal } from '../../domain/plan/draft-goals.ts';
import type { DraftedStep, DraftKind } from '../../domain/plan/plan-draft.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { costWords, hoursWords, spanWords } from '../../ui/step-words.ts';
import type { Draft } from './ask-for-drafts.ts';
import { KIND_WORDS } from './drafts-table.tsx';
import { taken } from './wish-form.ts';

export interface DraftSectionProps {
  readonly here: PlanVisit;
  readonly draft: Draft;
  readonly steps: readonly DraftedStep[];
  /** An earlier draft that came to the very same. */
  readonly sameAs: DraftKind | undefined;
  readonly goal: DraftGoal | undefined;
}

/** One draft: its steps with when, what each takes and why it is in; and one press that takes it. */
export function DraftSection({ here, draft, steps, sameAs, goal }: DraftSectionProps): VNode {
  const { name, what } = KIND_WORDS[draft.kind];
  if (sameAs)
    return (
      <PageSection id={draft.kind} name={name} lead={what}>
        <p class="govuk-body">
          <a class="govuk-link" href={`#${sameAs}`}>
            The same as {KIND_WORDS[sameAs].name}
          </a>
          .
        </p>
      </PageSection>
    );
  return (
    <PageSection id={draft.kind} name={name} lead={`${what} ${proofWords(draft)}`}>
      {steps.length === 0 ? (
        <>
          <p class="govuk-body">Nothing fits. More hours, or another aim, would change that.</p>
          <LeftOut here={here} draft={draft} steps={steps} />
        </>
      ) : (
        <>
          <ol class="app-plan-steps">
            {steps.map((step) => (
              <Drafted key={step.ranked.opportunity.id} step={step} here={here} />
            ))}
          </ol>
          <LeftOut here={here} draft={draft} steps={steps} />
          <TakeForm here={here} steps={steps} name={name} goal={goal} />
        </>
      )}
    </PageSection>
  );
}

function proofWords({ isProved, gap, isOver }: Draft): string {
  if (isProved) return 'Proved: no other choice of these steps does better.';
  const found = isOver ? 'The best found in the time a draft may take' : 'The best found so far';
  if (gap === undefined) return `${found}; how much better there could be is not known.`;
  return `${found}; at most ${Math.ceil(gap * 100)} in a hundred of its worth could be gained.`;
}

function Drafted({ step, here: { told } }: { readonly step: DraftedStep; readonly here: PlanVisit }): VNode {
  const { ranked, start, hours, hoursBasis, cost, isGuess } = step;
  const { opportunity, reasons, confirmed } = ranked;
  const why = reasons.map(({ because }) => because).slice(0, 3);
  return (
    <li class={`app-plan-steps__item app-route--${opportunity.route}`}>
      <div>
        <h3 class="app-plan-steps__name">
          <a class="govuk-link" href={told.opportunity(opportunity)}>
            {opportunity.name}
          </a>
        </h3>
        <p class="app-plan-steps__what">
          {spanWords(start, hours.length)} · {hoursWords({ hours, hoursBasis })} · {costWords({ cost })}.
        </p>
        {isGuess && (
          <p class="app-plan-steps__what">
            <strong>Not announced:</strong> the half term is a guess from earlier years.
          </p>
        )}
        {!confirmed && !isGuess && <p class="app-plan-steps__what">Somebody else decides or has yet to confirm it.</p>}
        {why.length > 0 && <p class="app-plan-steps__what">Why: {why.join(' ')}</p>}
      </div>
    </li>
  );
}

/** What the draft could have chosen and did not, and why: too long for the timetable, or no room beside what is in. */
function LeftOut({ here, draft, steps }: Pick<DraftSectionProps, 'here' | 'draft' | 'steps'>): VNode | null {
  const chosen = new Set(steps.map(({ ranked }) => ranked.opportunity.id));
  const left = [...draft.question.options.values()].filter(({ opportunity }) => !chosen.has(opportunity.id));
  const hasNoStart = ({ opportunity }: Ranked) =>
    draft.question.instance.steps.some(({ id, starts }) => id === opportunity.id && starts.length === 0);
  const names = (some: readonly Ranked[]) => some.map(({ opportunity }) => opportunity.name).join('; ');
  const [long, crowded] = [left.filter(hasNoStart), left.filter((one) => !hasNoStart(one))];
  return (
    <>
      {crowded.length > 0 && (
        <p class="govuk-body">Left out, because it does not fit your hours beside these: {names(crowded)}.</p>
      )}
      {long.length > 0 && (
        <p class="govuk-body">
          Left out, because it would end after your timetable: {names(long)}.{' '}
          <a class="govuk-link" href={here.planUrls.settings()}>
            Make the timetable longer
          </a>
          .
        </p>
      )}
    </>
  );
}

function TakeForm({
  goal,
  here,
  steps,
  name,
}: {
  readonly here: PlanVisit;
  readonly steps: readonly DraftedStep[];
  readonly name: string;
  readonly goal: DraftGoal | undefined;
}): VNode {
  const { kept, planUrls, plan } = here;
  return (
    <form method="post" action={planUrls.drafts()}>
      <HiddenFields
        fields={[
          ['version', String(kept.version)],
          ...(goal ? [['goal', goal.id] as const] : []),
          ...steps.map(({ ranked, start }) => ['take', taken({ id: ranked.opportunity.id, start })] as const),
        ]}
      />
      {plan.steps.length > 0 && (
        <p class="govuk-body">
          It takes the place of what is still to do and came from the catalogue. What is done, under way, put off or
          your own stays, and you can undo it.
        </p>
      )}
      <Button kind="secondary">
        Take this one<span class="govuk-visually-hidden">: {name}</span>
      </Button>
    </form>
  );
}
