import type { VNode } from 'preact';
import type { PlanLine } from '../../db/plans.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { addHalfTerms, halfTermName, ordinalOf } from '../../domain/calendar/half-term.ts';
import { saidTogether } from '../../domain/plan/plan-checks-together.ts';
import { hoursPlanned } from '../../domain/plan/plan-hours.ts';
import { COPIES, type CopyKind } from '../../domain/plan/plan-copies.ts';
import { DELETED_KEPT_DAYS, plannedSteps, type Plan } from '../../domain/plan/plan.ts';
import type { FolderVisit, PlanVisit } from '../../http/plan/plan-visit.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatDay, formatInstant, formatPence } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Select } from '../../ui/select.tsx';
import { Table, type Cell } from '../../ui/table.tsx';

export interface FolderPageProps {
  readonly here: FolderVisit;
  readonly plans: readonly PlanVisit[];
  /** Deleted ones that can still be brought back. */
  readonly deleted: readonly PlanLine[];
  /** Goes with what makes a plan: pressed twice, it makes one. */
  readonly once: string;
}

const COPY_WORDS: Readonly<Record<CopyKind, string>> = {
  'as-it-is': 'As it is',
  'half-term': 'With what is to do half a term later',
  term: 'With what is to do a term later',
  year: 'With what is to do a year later',
};

export function FolderPage({ here, plans, deleted, once }: FolderPageProps): VNode {
  const title = plans.length === 1 ? 'Your plan' : 'Your plans';
  const action = `/plans/${here.key}`;
  return (
    <Layout title={title} page={here.visit.frame} noindex>
      <PageHeading title={title} lead="Whoever has your private link can open everything here." />
      {plans.length > 0 && (
        <ScrollRegion label="Your plans side by side">
          <Table class="app-wide-table" head={HEAD} firstCellIsHeader rows={plans.map(row)} />
        </ScrollRegion>
      )}
      {plans.length > 0 && <CopyForm action={action} plans={plans} once={once} />}
      {plans.length > 0 && <DeleteForm action={action} plans={plans} />}
      {plans.length === 0 && (
        <form method="post" action={action}>
          <HiddenFields
            fields={[
              ['act', 'new'],
              ['once', once],
            ]}
          />
          <Button>Start a plan</Button>
        </form>
      )}
      {deleted.length > 0 && (
        <PageSection id="deleted" name="Deleted">
          {deleted.map((line) => (
            <form key={line.number} method="post" action={action}>
              <p class="govuk-body">
                {line.title}. It can be brought back until {formatDay(lastDay(line))}.
              </p>
              <HiddenFields
                fields={[
                  ['act', 'bring-back'],
                  ['number', String(line.number)],
                ]}
              />
              <Button kind="secondary">
                Bring it back<span class="govuk-visually-hidden">: {line.title}</span>
              </Button>
            </form>
          ))}
        </PageSection>
      )}
    </Layout>
  );
}

function lastDay({ deletedAt }: PlanLine): IsoDate {
  return addDays(londonDay(deletedAt ?? ''), DELETED_KEPT_DAYS);
}

const HEAD: readonly Cell[] = ['Plan', 'Steps', 'Hours', 'Cost to you', 'Last step ends', 'To look at', 'Saved'];

function row({ plan, kept, checks, planUrls }: PlanVisit): readonly Cell[] {
  const planned = plannedSteps(plan);
  const toLookAt = saidTogether(checks, plan).length;
  const hours = [...hoursPlanned(plan).values()].reduce((sum, each) => sum + each, 0);
  return [
    {
      text: (
        <a class="govuk-link" href={planUrls.plan()}>
          {plan.title}
        </a>
      ),
    },
    String(planned.length),
    String(hours),
    costWords(plan),
    lastEnd(plan),
    toLookAt === 0 ? 'nothing' : formatCount(toLookAt, 'thing'),
    formatInstant(kept.savedAt),
  ];
}

function costWords(plan: Plan): string {
  const costs = plannedSteps(plan).map(({ cost }) => cost);
  const known = costs.reduce<number>((sum, cost) => sum + (cost ?? 0), 0);
  const words = known === 0 ? 'nothing' : formatPence(known);
  return costs.includes(null) ? `${words}, and what is not known` : words;
}

function lastEnd(plan: Plan): string {
  const ends = plannedSteps(plan).map(({ start, hours }) => addHalfTerms(start, hours.length - 1));
  const last = ends.toSorted((a, b) => ordinalOf(a) - ordinalOf(b)).at(-1);
  return last ? halfTermName(last) : 'nothing planned';
}

interface FormProps {
  readonly action: string;
  readonly plans: readonly PlanVisit[];
}

function WhichPlan({ plans, id }: { readonly plans: readonly PlanVisit[]; readonly id: string }): VNode {
  const [only, ...others] = plans;
  if (only && others.length === 0) return <HiddenFields fields={[['number', String(only.kept.number)]]} />;
  return (
    <Select
      name="number"
      id={id}
      label="Which plan?"
      labelSize="s"
      options={plans.map(({ kept, plan }) => ({ value: String(kept.number), text: plan.title }))}
    />
  );
}

function CopyForm({ action, plans, once }: FormProps & { readonly once: string }): VNode {
  return (
    <PageSection id="try-out" name="Try something out in a copy" lead="The plan you copy stays as it is.">
      <form method="post" action={action}>
        <HiddenFields
          fields={[
            ['act', 'copy'],
            ['once', once],
          ]}
        />
        <WhichPlan plans={plans} id="copy-number" />
        <Select
          name="copy"
          label="Copy it"
          labelSize="s"
          options={COPIES.map((kind) => ({ value: kind, text: COPY_WORDS[kind] }))}
        />
        <Button kind="secondary">Make a copy</Button>
      </form>
    </PageSection>
  );
}

function DeleteForm({ action, plans }: FormProps): VNode {
  return (
    <PageSection
      id="delete"
      name="Delete a plan"
      lead={`It can be brought back for ${DELETED_KEPT_DAYS} days. Then it is gone.`}
    >
      <form method="post" action={action}>
        <HiddenFields fields={[['act', 'delete']]} />
        <WhichPlan plans={plans} id="delete-number" />
        <Button kind="warning">Delete {plans.length === 1 ? 'it' : 'this plan'}</Button>
      </form>
    </PageSection>
  );
}
