import type { VNode } from 'preact';
import { TAKES, type ReflectionPrompt } from '../../domain/looking-back/reflection.ts';
import { saidTogether } from '../../domain/plan/plan-checks-together.ts';
import { phaseProgress } from '../../domain/plan/plan-prompts.ts';
import { weeklyHours } from '../../domain/plan/plan-hours.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { CaseSentTo } from '../../http/shares/cases-of-plan.ts';
import type { SharedWith } from '../../http/shares/shares-of-plan.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatSaved } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NotificationBanner } from '../../ui/notification-banner.tsx';
import { PhaseLine } from '../../ui/phase-line.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { halfTermName } from '../../domain/calendar/half-term.ts';
import { ChecksSection } from './checks-section.tsx';
import { CaseLines, SharedLines } from './shared-lines.tsx';
import { PlanLinks } from './plan-links.tsx';
import { PlanTimetable } from './plan-timetable.tsx';
import { StepsSection } from './steps-section.tsx';
import { WaysBack, WhoSeesIt } from './ways-back.tsx';

export interface PlanPageProps {
  readonly here: PlanVisit;
  /** The plan has just been started: the link is shown to be kept. */
  readonly isNew: boolean;
  /** A change has just been saved: it is said, and can be undone. */
  readonly isAfterChange: boolean;
  /** The private link, whole. */
  readonly link: string;
  /** The address of whoever is signed in, where they could keep the plan in their account. */
  readonly reader: string | undefined;
  /** This instant. */
  readonly now: string;
  /** What it asks to look back on, where something waits. */
  readonly due: ReflectionPrompt | undefined;
  /** With whom it is talked about, for its owner. */
  readonly shares: readonly SharedWith[];
  /** The cases it sent to sponsors, for its owner. */
  readonly cases: readonly CaseSentTo[];
}

export function PlanPage(props: PlanPageProps): VNode {
  const { here, isNew, isAfterChange, now, due } = props;
  const { plan, kept, visit, planUrls } = here;
  const isEmpty = plan.steps.length === 0;
  const toLookAt = saidTogether(here.checks, plan).length;
  return (
    <Layout title={plan.title} page={visit.frame} noindex>
      {isAfterChange && <Undo here={here} />}
      <PageHeading title={plan.title} />
      <p class="app-plan__saved">
        {formatSaved(kept.savedAt, now)}. {!isNew && <WhoSeesIt here={here} />}
        {toLookAt > 0 && (
          <>
            {isNew ? ' ' : ' · '}
            <a class="govuk-link" href="#checks">
              {formatCount(toLookAt, 'thing')} to look at
            </a>
          </>
        )}
      </p>
      {isNew && <WaysBack {...props} />}
      {due && (
        <p class="govuk-body">
          <a class="govuk-link" href={planUrls.reflection(due)}>
            Look back: {due.name.charAt(0).toLowerCase() + due.name.slice(1)}
          </a>{' '}
          ({TAKES}, or skip it)
        </p>
      )}
      <SharedLines here={here} shares={props.shares} />
      <CaseLines here={here} cases={props.cases} />
      <GoalLines here={here} />
      {isEmpty ? <Beginning here={here} /> : <PlanTimetable here={here} />}
      <ChecksSection here={here} />
      <StepsSection here={here} shares={props.shares} />
      <ThinkItThrough here={here} />
      <PlanLinks urls={planUrls} />
      {!isNew && <WaysBack {...props} />}
      <p class="govuk-body-s app-plan__version">Version {kept.version} of this plan.</p>
    </Layout>
  );
}

function Undo({ here: { kept, planUrls } }: { readonly here: PlanVisit }): VNode {
  return (
    <NotificationBanner type="success" title="Saved">
      <p class="govuk-notification-banner__heading">{kept.said}</p>
      <form method="post" action={planUrls.plan()}>
        <HiddenFields
          fields={[
            ['version', String(kept.version)],
            ['act', 'undo'],
          ]}
        />
        <button type="submit" class="app-link-button">
          Undo
        </button>
      </form>
    </NotificationBanner>
  );
}

function GoalLines({ here: { plan } }: { readonly here: PlanVisit }): VNode | null {
  if (plan.goals.length === 0) return null;
  return (
    <ul class="app-plan__goals">
      {plan.goals.map(({ id, text, by }) => (
        <li key={id}>
          <strong>Goal:</strong> {text}
          {by && `, by ${halfTermName(by)}`}
        </li>
      ))}
    </ul>
  );
}

/** A plan with nothing in it: two ways to begin, the shorter first. */
function Beginning({ here: { plan, planUrls } }: { readonly here: PlanVisit }): VNode {
  const { hours, basis } = weeklyHours(plan.profile);
  return (
    <section class="app-plan__beginning" aria-labelledby="begin">
      <h2 class="govuk-heading-m" id="begin">
        Nothing is planned yet
      </h2>
      <p class="govuk-body">
        We can draft a plan from what is open to you, in {formatCount(hours, 'hour')} a week
        {basis === 'our-estimate' ? ' (our guess: change it in the settings)' : ''}. You then move, change or remove
        anything in it.
      </p>
      <Button href={planUrls.drafts()}>Draft a plan for me</Button>
      <p class="govuk-body">
        Or{' '}
        <a class="govuk-link" href={planUrls.add()}>
          choose the steps yourself
        </a>
        .
      </p>
    </section>
  );
}

function ThinkItThrough({ here: { plan, planUrls } }: { readonly here: PlanVisit }): VNode {
  return (
    <PageSection
      id="think"
      name="Think it through"
      lead="Four short pages of questions from the EEF’s guidance. Skip what does not help."
    >
      <PhaseLine phases={phaseProgress(plan)} hrefOf={(phase) => planUrls.phase(phase)} />
    </PageSection>
  );
}
