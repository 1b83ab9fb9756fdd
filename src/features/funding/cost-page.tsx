import type { VNode } from 'preact';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { fundingLine } from '../../domain/funding/funding-words.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { Further } from '../../ui/who-pays.tsx';
import { PATHS } from '../../urls.ts';
import type { Costs } from './cost.ts';
import type { CostField, CostForm } from './cost-form.ts';
import { CostTable } from './cost-table.tsx';
import type { FundingVisit } from './funding-visit.ts';
import { SchoolNotes } from './school-notes.tsx';

export interface CostPageProps extends FundingVisit {
  readonly form: CostForm;
  /** Absent until a step that costs something is chosen. */
  readonly costs: Costs | undefined;
  readonly choices: readonly Opportunity[];
}

export function CostPage(props: CostPageProps): VNode {
  const { visit, costs, form, pays } = props;
  const { asked, frame, urls } = visit;
  const errors = (Object.entries(form.errors) as [CostField, string][]).map(([field, text]) => ({
    text,
    href: `#${field}`,
  }));
  const title = costs ? `${costs.step.opportunity.name}: cost to your school` : 'Cost to your school';
  return (
    <Layout
      title={title}
      page={frame}
      noindex
      hasErrors={errors.length > 0}
      before={<Breadcrumbs items={[{ text: 'Who pays for an NPQ', href: urls.funding() }]} />}
    >
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      <PageHeading title={title} caption={pays.school?.name} />
      {asked.beforeAll ? (
        <NothingHeld />
      ) : (
        <>
          {costs && <Answer {...props} costs={costs} />}
          <Entries {...props} />
        </>
      )}
    </Layout>
  );
}

function Answer({ costs, ...props }: CostPageProps & { readonly costs: Costs }): VNode {
  const { visit, pays } = props;
  const { on, urls } = visit;
  const { answer } = costs;
  return (
    <>
      <SchoolNotes {...props} />
      {answer && (
        <div class="app-prose">
          <p>
            <FundingMark answer={answer} word={fundingLine(answer)} />
          </p>
          <p>{pays.told ? answer.because : 'It depends on your school: both ways are shown.'}</p>
          {pays.told && <Further answer={answer} />}
        </div>
      )}
      <CostTable costs={costs} form={props.form} visit={visit} />
      <div class="app-prose">
        {answer && (
          <p>
            A price here is an example and not a quote: it is{' '}
            <Prose text="{{npq-national-price}}" on={on} urls={urls} />. The sums leave out VAT. Where a price is given
            plus VAT, or does not say, ask the provider, and ask whoever keeps your school’s accounts whether it can
            claim VAT back.
          </p>
        )}
        {costs.columns.some(({ id }) => id === 'funded') && (
          <p>Being eligible is not yet a place: until the provider confirms one, plan for both.</p>
        )}
      </div>
    </>
  );
}

function Entries({ visit: { asked }, form, costs, choices }: CostPageProps): VNode {
  const on = asked.on === undefined ? [] : [['on', asked.on] as const];
  const field = (name: CostField) => ({
    name,
    value: form.typed[name],
    error: form.errors[name],
    labelSize: 's' as const,
    inputMode: 'decimal' as const,
  });
  return (
    <form class="app-funding-form" method="get" action={PATHS.fundingCost}>
      <HiddenFields fields={[...on, ...answersQuery(asked)]} />
      <Select
        name="npq"
        label="What for?"
        labelSize="s"
        value={costs?.step.opportunity.id}
        options={choices.map(({ id, name }) => ({ value: id, text: name }))}
      />
      <TextInput
        {...field('days')}
        label="Days out of class in a year"
        hint="Ask the provider for its dates"
        width={4}
      />
      <TextInput
        {...field('day-cost')}
        label="What a day’s cover costs you"
        hint="Leave it empty to go by what DfE’s survey found"
        prefix="£"
        width={5}
      />
      <TextInput {...field('travel')} label="Travel in a year" prefix="£" width={5} />
      <TextInput
        {...field('training-hours')}
        label="Hours of training that a grant pays for"
        hint="Only where a grant is paid by the hour"
        width={4}
      />
      <Button kind={costs ? 'secondary' : 'primary'}>Work it out</Button>
    </form>
  );
}
