import type { VNode } from 'preact';
import { addHalfTerms, halfTermName, ordinalOf } from '../../domain/calendar/half-term.ts';
import { directedHours, weeklyHours } from '../../domain/plan/plan-hours.ts';
import { nextToBegin } from '../../domain/plan/plan-start.ts';
import { DISTRICTS } from '../../domain/matching/profile.ts';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import { DISTRICT_WORDS, ROUTE_WORDS } from '../../domain/words.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkboxes } from '../../ui/checkboxes.tsx';
import { errorItems, ErrorSummary } from '../../ui/error-summary.tsx';
import { FactLink } from '../../ui/fact.tsx';
import { formatCount } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { LENGTHS } from './settings-form.ts';

export interface SettingsPageProps {
  readonly here: PlanVisit;
  readonly sent?: SentForm | undefined;
  readonly errors?: FieldErrors | undefined;
}

const YES_NO = [
  { value: '', text: 'Not said' },
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'Not yet' },
  { value: 'unsure', text: 'Not sure' },
];

/** The usual lengths, and the one it has. */
function lengthsFor(halfTerms: number): readonly number[] {
  return [...new Set([...LENGTHS, halfTerms])].toSorted((a, b) => a - b);
}

/** Half terms as years: six make one. */
function lengthWords(halfTerms: number): string {
  return formatCount(halfTerms / 6, 'year');
}

export function SettingsPage(props: SettingsPageProps): VNode {
  const { here, errors } = props;
  const { visit, planUrls, plan, kept } = here;
  const title = 'Settings of this plan';
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
      <form method="post" action={planUrls.settings()}>
        <HiddenFields fields={[['version', String(kept.version)]]} />
        <HoursAndMoney {...props} />
        <PeopleAndAims {...props} />
        <Dates {...props} />
        <Button>Save</Button>
      </form>
    </Layout>
  );
}

function fieldOf({ sent, errors }: SettingsPageProps) {
  return (name: string, held: string | number | undefined) => ({
    name,
    value: sent?.one(name) ?? String(held ?? ''),
    error: errors?.get(name),
    labelSize: 's' as const,
  });
}

function HoursAndMoney(props: SettingsPageProps): VNode {
  const { title, profile } = props.here.plan;
  const field = fieldOf(props);
  const usual = weeklyHours(profile.fte === undefined ? {} : { fte: profile.fte });
  return (
    <>
      <TextInput {...field('title', title)} label="Title" class="app-plan__line" />
      <TextInput
        {...field('hours', profile.hoursPerWeek)}
        label="Hours a week you have for all of this"
        hint={`As many as you really have, part-time or not. Left empty, we reckon with ${formatCount(usual.hours, 'hour')}.`}
        inputMode="decimal"
        width={3}
      />
      <TextInput
        {...field('fte', profile.fte)}
        label="Share of a full week you work"
        hint={<ShareHint {...props} />}
        inputMode="decimal"
        width={3}
      />
      <TextInput
        {...field('budget', profile.budget)}
        label="What you could pay yourself in a year"
        hint="Left empty, drafts use only what costs you nothing"
        prefix="£"
        inputMode="numeric"
        width={5}
      />
    </>
  );
}

/** Directed time is shown beside the plan, and nothing is made of it. */
function ShareHint({ here: { plan, visit, told } }: SettingsPageProps): VNode {
  const [fact] = visit.on.facts.get('directed-time') ?? [];
  const directed = directedHours(plan.profile, fact);
  return (
    <>
      A part of one, such as 0.6. Left empty, a full week.
      {fact && directed !== undefined && (
        <>
          {' '}
          Directed time in a year would be{' '}
          <FactLink href={told.fact(fact)} text={formatCount(directed, 'hour')} title={fact.statement} />: what you do
          outside it is yours to give.
        </>
      )}
    </>
  );
}

function PeopleAndAims(props: SettingsPageProps): VNode {
  const { profile } = props.here.plan;
  const field = fieldOf(props);
  return (
    <>
      <Checkboxes
        name="aims"
        legend="What would you like to do?"
        legendSize="s"
        small
        values={props.sent?.all('aims') ?? profile.aims ?? []}
        items={ROUTE_IDS.map((id) => ({ value: id, text: ROUTE_WORDS[id] }))}
      />
      <Select {...field('sponsor', profile.sponsor)} label="Does your head back you?" options={YES_NO} />
      <Select
        {...field('line-manager', profile.lineManager)}
        label="Will a line manager or colleague help?"
        options={YES_NO}
      />
    </>
  );
}

function Dates(props: SettingsPageProps): VNode {
  const { plan, halfTerms, visit } = props.here;
  const field = fieldOf(props);
  const now = nextToBegin(halfTerms, visit.today).id;
  const earliest = ordinalOf(plan.first) < ordinalOf(now) ? plan.first : addHalfTerms(now, -1);
  const firsts = Array.from({ length: 8 }, (_, index) => addHalfTerms(earliest, index));
  const shown = firsts.includes(plan.first) ? firsts : [plan.first, ...firsts];
  const [half] = halfTerms;
  return (
    <>
      <Select
        {...field('district', plan.profile.district)}
        label="Whose term dates"
        hint={half?.because}
        options={[
          { value: '', text: 'Not said' },
          ...DISTRICTS.map((district) => ({ value: district, text: capital(DISTRICT_WORDS[district]) })),
        ]}
      />
      <Select
        {...field('first', plan.first)}
        label="Timetable starts with"
        options={shown.map((id) => ({ value: id, text: halfTermName(id) }))}
      />
      <Select
        {...field('half-terms', plan.halfTerms)}
        label="How long it is"
        options={lengthsFor(plan.halfTerms).map((length) => ({ value: String(length), text: lengthWords(length) }))}
      />
    </>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
