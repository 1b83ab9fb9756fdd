import type { VNode } from 'preact';
import type { PlanVersion } from '../../db/plans.ts';
import { ordinalOf } from '../../domain/calendar/half-term.ts';
import { PROMPTS } from '../../domain/plan/plan-prompts.ts';
import type { PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { formatInstant } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { costWords, hoursWords, STATE_WORDS, whenWords } from '../../ui/step-words.ts';
import { Table } from '../../ui/table.tsx';

export interface VersionPageProps {
  readonly here: PlanVisit;
  readonly version: PlanVersion;
  /** The plan as that version had it. */
  readonly then: PlanVisit;
}

/** A plan as it once was, to look at and to go back to. */
export function VersionPage({ here, version, then }: VersionPageProps): VNode {
  const { visit, planUrls, kept } = here;
  const { plan } = then;
  const written = PROMPTS.filter(({ id }) => plan.answers[id] !== undefined);
  return (
    <Layout
      title={`Version ${version.version} of ${plan.title}`}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.history()}>Back to the history</BackLink>}
    >
      <PageHeading
        title={`Version ${version.version}`}
        caption={plan.title}
        lead={`Saved ${formatInstant(version.savedAt)}: ${version.said}`}
      />
      {plan.steps.length === 0 ? (
        <p class="govuk-body">Nothing was planned.</p>
      ) : (
        <ScrollRegion label="Steps">
          <Table
            class="app-wide-table"
            caption="Steps"
            captionSize="m"
            head={['Step', 'When', 'Hours', 'Cost', 'How far']}
            firstCellIsHeader
            rows={plan.steps
              .toSorted(byStart)
              .map((step) => [step.name, whenWords(step), hoursWords(step), costWords(step), STATE_WORDS[step.state]])}
          />
        </ScrollRegion>
      )}
      {plan.goals.length > 0 && (
        <PageSection id="goals" name="Goals">
          <ul class="govuk-list govuk-list--bullet">
            {plan.goals.map(({ id, text }) => (
              <li key={id}>{text}</li>
            ))}
          </ul>
        </PageSection>
      )}
      {written.length > 0 && (
        <PageSection id="written" name="Thought through">
          {written.map(({ id, ask }) => (
            <div key={id} class="app-prose">
              <h3>{ask}</h3>
              <p class="app-plan__answer">{plan.answers[id]}</p>
            </div>
          ))}
        </PageSection>
      )}
      {version.version !== kept.version && (
        <form method="post" action={planUrls.version(version.version)}>
          <HiddenFields fields={[['version', String(kept.version)]]} />
          <Button>Go back to this version</Button>
        </form>
      )}
    </Layout>
  );
}

function byStart(a: PlanStep, b: PlanStep): number {
  const at = ({ start }: PlanStep) => (start === null ? Number.MAX_SAFE_INTEGER : ordinalOf(start));
  return at(a) - at(b) || (a.id < b.id ? -1 : 1);
}
