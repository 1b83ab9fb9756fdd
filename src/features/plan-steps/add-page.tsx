import type { VNode } from 'preact';
import { halfTermName } from '../../domain/calendar/half-term.ts';
import { nextToBegin } from '../../domain/plan/plan-start.ts';
import type { Ranked } from '../../domain/matching/ranking.ts';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import { ROUTE_WORDS } from '../../domain/words.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { OpportunityStep } from '../../ui/opportunity-step.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { halfTermsToChoose } from './step-form.ts';

export interface AddPageProps {
  readonly here: PlanVisit;
  readonly query: string;
  /** Found, or suggested where nothing was looked for. */
  readonly shown: readonly Ranked[];
  /** A step of one's own that was sent with faults. */
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

export function AddPage(props: AddPageProps): VNode {
  const { here, query, shown, errors } = props;
  const { visit, planUrls, plan } = here;
  const title = 'Add a step';
  return (
    <Layout
      title={title}
      page={visit.frame}
      noindex
      hasErrors={errors !== undefined}
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      {errors && <ErrorSummary errors={errorItems(errors)} />}
      <PageHeading title={title} caption={plan.title} />
      <form method="get" action={planUrls.add()} class="app-plan-search">
        <TextInput name="q" label="Search every next step" labelSize="s" type="search" value={query} />
        <Button kind="secondary">Search</Button>
      </form>
      <PageSection
        id="found"
        name={query === '' ? 'What would suit you most' : `Found for “${query}”`}
        lead={shown.length === 0 ? 'Nothing that is open to you and not in your plan yet.' : undefined}
      >
        <ul class="app-step-list">
          {shown.map((ranked) => (
            <Choice key={ranked.opportunity.id} ranked={ranked} here={here} />
          ))}
        </ul>
      </PageSection>
      <PageSection id="own" name="Or something of your own">
        <OwnStep {...props} />
      </PageSection>
    </Layout>
  );
}

function Choice({ ranked, here }: { readonly ranked: Ranked; readonly here: PlanVisit }): VNode {
  const { opportunity, verdict, next } = ranked;
  const { kept, visit, told, planUrls } = here;
  return (
    <OpportunityStep opportunity={opportunity} verdict={verdict} on={visit.on} urls={told}>
      {next && <p class="app-step__why">Once {next.change}.</p>}
      <form method="post" action={planUrls.add()} class="app-plan-steps__presses">
        <HiddenFields
          fields={[
            ['version', String(kept.version)],
            ['opportunity', opportunity.id],
          ]}
        />
        <button type="submit" class="app-press">
          Add it<span class="govuk-visually-hidden">: {opportunity.name}</span>
        </button>
        <button type="submit" name="place" value="some-day" class="app-press">
          Some day<span class="govuk-visually-hidden">: {opportunity.name}</span>
        </button>
      </form>
    </OpportunityStep>
  );
}

function OwnStep({ here, sent, errors }: AddPageProps): VNode {
  const { plan, planUrls, kept, halfTerms, visit } = here;
  const value = (name: string, usual = '') => sent?.one(name) ?? usual;
  const field = (name: string, usual = '') => ({
    name,
    value: value(name, usual),
    error: errors?.get(name),
    labelSize: 's' as const,
  });
  return (
    <form method="post" action={planUrls.add()}>
      <HiddenFields fields={[['version', String(kept.version)]]} />
      <TextInput
        {...field('name')}
        class="app-plan__line"
        label="What is it?"
        hint="Such as “Observe two colleagues and write up what I see”"
      />
      <Select
        {...field('route', 'reflect')}
        label="Which route is it on?"
        options={ROUTE_IDS.map((id) => ({ value: id, text: ROUTE_WORDS[id] }))}
      />
      <Select
        {...field('when', nextToBegin(halfTerms, visit.today).id)}
        label="When does it start?"
        options={[
          ...halfTermsToChoose(plan).map((id) => ({ value: id, text: halfTermName(id) })),
          { value: 'some-day', text: 'Some day' },
          { value: 'already-have', text: 'I already have it' },
        ]}
      />
      <TextInput {...field('lasts', '1')} label="How many half terms does it last?" inputMode="numeric" width={3} />
      <TextInput
        {...field('hours')}
        label="Hours in each half term"
        hint="Leave it empty if you do not know"
        inputMode="decimal"
        width={4}
      />
      <Button>Add it</Button>
    </form>
  );
}
