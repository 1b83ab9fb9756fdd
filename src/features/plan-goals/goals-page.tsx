import type { VNode } from 'preact';
import { goalIdeas, type GoalIdea } from '../../domain/plan/goal-ideas.ts';
import { halfTermName } from '../../domain/calendar/half-term.ts';
import { findNames, type FoundName } from '../../domain/names/name-warning.ts';
import { LIMITS, type PlanGoal } from '../../domain/plan/plan.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { formatCount, formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NameWarning } from '../../ui/name-warning.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SavedWithNames } from '../../ui/saved-with-names.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { halfTermsToChoose } from './goal-form.ts';

export interface GoalsPageProps {
  readonly here: PlanVisit;
  readonly now: string;
  /** The goal that is being changed; none where one is added. */
  readonly goal?: PlanGoal | undefined;
  /** Words to begin a new goal with. */
  readonly idea?: GoalIdea | undefined;
  /** It was saved with something that looks like a name, and that is to be said. */
  readonly isLook?: boolean;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

const TITLE = 'Goals';

export function GoalsPage(props: GoalsPageProps): VNode {
  const { here, now, goal, errors } = props;
  const { visit, planUrls, plan, kept } = here;
  const found = namesIn(props);
  const canAdd = plan.goals.length < LIMITS.goals;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <SavedWithNames
        saved={formatSaved(kept.savedAt, now)}
        fields={found.length > 0 ? [{ id: 'text', label: 'The goal', found }] : []}
        on={{ href: planUrls.after(), words: 'go back to your plan' }}
      />
      <PageHeading title={TITLE} caption={plan.title} lead="What you would like to have reached, and by when." />
      <Goals {...props} />
      {goal || canAdd ? (
        <GoalForm {...props} />
      ) : (
        <p class="govuk-body">
          A plan holds up to {formatCount(LIMITS.goals, 'goal')}. Remove one to make room for another.
        </p>
      )}
      <Ideas here={here} canAdd={canAdd} />
    </Layout>
  );
}

function Goals({ here, goal: changing }: GoalsPageProps): VNode | null {
  const { plan, kept, planUrls } = here;
  if (plan.goals.length === 0) return null;
  return (
    <ul class="app-goals" aria-label="Goals of this plan">
      {plan.goals.map((goal) => (
        <li key={goal.id} class="app-goals__goal">
          <div class="app-goals__words">
            <strong>{goal.text}</strong>
            {goal.by && <span class="app-goals__by">by the end of {halfTermName(goal.by)}</span>}
          </div>
          {goal.id === changing?.id ? (
            <span class="app-goals__presses">You are changing it below.</span>
          ) : (
            <div class="app-goals__presses">
              <a class="govuk-link" href={`${planUrls.goals([['goal', goal.id]])}#goal`}>
                Change<span class="govuk-visually-hidden">: {goal.text}</span>
              </a>
              <form method="post" action={planUrls.goals()}>
                <HiddenFields
                  fields={[
                    ['version', String(kept.version)],
                    ['act', 'remove'],
                    ['goal', goal.id],
                  ]}
                />
                <button type="submit" class="app-link-button">
                  Remove<span class="govuk-visually-hidden">: {goal.text}</span>
                </button>
              </form>
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function GoalForm(props: GoalsPageProps): VNode {
  const { here, goal } = props;
  const { kept, planUrls } = here;
  return (
    <PageSection id="goal" name={goal ? 'Change this goal' : 'Add a goal'}>
      <form method="post" action={planUrls.goals()} noValidate>
        <HiddenFields
          fields={[
            ['version', String(kept.version)],
            ['act', 'save'],
            ['goal', goal?.id ?? ''],
          ]}
        />
        <Fields {...props} />
        <div class="govuk-button-group">
          <Button>{goal ? 'Save' : 'Add this goal'}</Button>
          {goal && (
            <a class="govuk-link" href={planUrls.plan()}>
              Leave it as it is
            </a>
          )}
        </div>
      </form>
    </PageSection>
  );
}

function Fields(props: GoalsPageProps): VNode {
  const { here, goal, idea, sent, errors } = props;
  const found = namesIn(props);
  const field = (name: 'text' | 'by', held: string) => ({
    name,
    labelSize: 's' as const,
    value: sent?.one(name) ?? held,
    error: errors?.get(name),
  });
  return (
    <>
      <NameWarning id="text-name" found={found} />
      <TextInput
        {...field('text', goal?.text ?? idea?.text ?? '')}
        label="The goal"
        hint="A few words. Nobody’s name."
        describedBy={found.length > 0 ? 'text-name' : undefined}
        class="app-goals__text"
      />
      <Select
        {...field('by', goal?.by ?? '')}
        label="By the end of"
        options={[
          { value: '', text: 'No half term' },
          ...halfTermsToChoose(here, goal).map((id) => ({ value: id, text: halfTermName(id) })),
        ]}
      />
    </>
  );
}

function namesIn({ goal, isLook = false }: GoalsPageProps): readonly FoundName[] {
  return isLook && goal ? findNames(goal.text) : [];
}

function Ideas({ here: { visit, planUrls }, canAdd }: { readonly here: PlanVisit; readonly canAdd: boolean }): VNode {
  return (
    <PageSection
      id="ideas"
      name="Ideas to start from"
      lead="Each can be worked back from: which steps, in which order."
    >
      <ul class="app-goals">
        {goalIdeas(visit.today).map((idea) => (
          <li key={idea.id} class="app-goals__goal">
            <div class="app-goals__words">{idea.text}</div>
            <div class="app-goals__presses">
              {canAdd && (
                <a class="govuk-link" href={`${planUrls.goals([['idea', idea.id]])}#goal`}>
                  Begin with these words<span class="govuk-visually-hidden">: {idea.text}</span>
                </a>
              )}
              <a class="govuk-link" href={planUrls.drafts([['goal', idea.id]])}>
                Draft the way there<span class="govuk-visually-hidden">: {idea.text}</span>
              </a>
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
