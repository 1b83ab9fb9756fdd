import type { VNode } from 'preact';
import type { Ranked } from '../../domain/matching/ranking.ts';
import type { Results, RouteResults } from '../../domain/matching/results.ts';
import type { School } from '../../domain/school.ts';
import type { Visit } from '../../http/page.ts';
import type { MoneyAnswers } from '../../http/who-pays.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { OpportunityStep } from '../../ui/opportunity-step.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose } from '../../ui/prose.tsx';
import { RouteCount } from '../../ui/route-count.tsx';
import { RouteRule } from '../../ui/route-rule.tsx';
import { WhoPaysLine } from '../../ui/who-pays.tsx';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { MattersForm } from './matters-form.tsx';
import { VerdictWords } from './verdict-words.tsx';

export interface ResultsPageProps extends Results {
  readonly visit: Visit;
  /** The answers in the teacher's own words, to check and change. */
  readonly said: readonly { readonly id: string; readonly text: string }[];
  /** The school the teacher named. */
  readonly school: School | undefined;
  /** For an NPQ: who would pay. */
  readonly money: (opportunity: Opportunity) => MoneyAnswers | undefined;
  readonly unanswered: boolean;
}

export function ResultsPage(props: ResultsPageProps): VNode {
  const { visit, routes, notForYou, open } = props;
  const title = `${formatCount(open, 'next step')} ${open === 1 ? 'is' : 'are'} open to you`;
  return (
    <Layout title={title} page={visit.frame} noindex>
      <PageHeading title={title} />
      <p class="app-said">
        <Said {...props} />
      </p>
      <ThisWeek {...props} />
      <HeadsBacking routes={routes} />
      <StartPlan visit={visit} />
      <RouteCount
        items={routes.map(({ route, open: count }) => ({
          route: route.id,
          href: `#${route.id}`,
          count,
          text: route.name,
        }))}
      />
      <MattersForm asked={visit.asked} />
      <p class="govuk-body">
        <a class="govuk-link" href={visit.urls.follow('results')}>
          Tell me when this changes
        </a>
      </p>
      <WhatIf visit={visit} />
      {routes.map((results) => (
        <RouteSection key={results.route.id} results={results} {...props} />
      ))}
      {notForYou.length > 0 && <NotForYou steps={notForYou} visit={visit} />}
    </Layout>
  );
}

function Said({ visit, said, school, unanswered }: ResultsPageProps): VNode {
  const { urls } = visit;
  const answers = said.map(({ id, text }) => ({ id, text, href: urls.check([['change', id]]) }));
  const shown = school ? [{ id: 'school', text: school.name, href: urls.schools() }, ...answers] : answers;
  if (shown.length === 0) {
    return (
      <>
        You have not told us anything yet, so most steps wait for an answer.{' '}
        <a class="govuk-link" href={urls.check()}>
          Answer a few questions
        </a>
      </>
    );
  }
  return (
    <>
      {shown.map(({ id, text, href }, index) => (
        <span key={id}>
          {index > 0 && ' · '}
          <a class="govuk-link govuk-link--no-underline app-said__answer" href={href}>
            {text}
            <span class="govuk-visually-hidden"> (change)</span>
          </a>
        </span>
      ))}
      .{' '}
      {unanswered && (
        <a class="govuk-link" href={urls.check()}>
          Answer more questions
        </a>
      )}
      {!school && (
        <>
          {' '}
          <a class="govuk-link" href={urls.schools()}>
            Name your school
          </a>
        </>
      )}
    </>
  );
}

/** From here on it is kept: a private link and no account. */
function StartPlan({ visit: { urls } }: Pick<ResultsPageProps, 'visit'>): VNode {
  return (
    <form method="post" action={urls.plans()} class="app-start-plan">
      <Button>Make a plan from these</Button>
      <p class="app-start-plan__note">It drafts one that fits your hours. No account: you get a private link.</p>
    </form>
  );
}

/** Where the head's agreement is all that is missing, it is said once here and not only on each step. */
function HeadsBacking({ routes }: Pick<ResultsPageProps, 'routes'>): VNode | null {
  const waiting = routes.flatMap(({ steps }) => steps).filter(waitsForTheHeadAlone).length;
  if (waiting === 0) return null;
  return (
    <p class="govuk-body">
      <strong>Ask your head.</strong> Their backing alone would open {formatCount(waiting, 'next step')}.
    </p>
  );
}

function waitsForTheHeadAlone({ findings }: Ranked): boolean {
  const missing = findings.filter((finding) => finding.outcome === 'not-met' || finding.owner === 'teacher');
  return missing.length === 1 && missing[0]?.rule === 'sponsor' && missing[0].outcome === 'not-met';
}

function ThisWeek({ visit, first }: ResultsPageProps): VNode | null {
  if (!first) return null;
  const { opportunity } = first;
  return (
    <section class="app-this-week" aria-labelledby="this-week">
      <h2 class="app-this-week__title" id="this-week">
        One thing to do this week
      </h2>
      <p class="app-this-week__text">
        <Prose text={opportunity.firstStep} on={visit.on} urls={visit.urls} /> It begins{' '}
        <a class="govuk-link" href={visit.urls.opportunity(opportunity)}>
          {opportunity.name}
        </a>
        .
      </p>
    </section>
  );
}

/** Side by side with now: the pages about money open each in one step. */
function WhatIf({ visit: { urls } }: Pick<ResultsPageProps, 'visit'>): VNode {
  const link = (change: string, text: string) => (
    <a class="govuk-link" href={urls.whatIf([['change', change]])}>
      {text}
    </a>
  );
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={urls.funding()}>
        Who pays, for every NPQ
      </a>
      . What if you {link('school', 'moved to another school')}, {link('wait', 'waited for the next intake')} or{' '}
      {link('part-time', 'worked part-time')}?
    </p>
  );
}

type ForSteps = Pick<ResultsPageProps, 'visit' | 'money'>;

function Money({ of, visit: { urls }, money }: ForSteps & { readonly of: Opportunity }): VNode | null {
  if (of.kind === 'masters') return <CreditLine of={of} urls={urls} />;
  const answers = money(of);
  return answers ? <WhoPaysLine {...answers} urls={urls} /> : null;
}

/** A master's costs less with credit for an NPQ, and may then carry no loan. */
function CreditLine({ of, urls }: { readonly of: Opportunity; readonly urls: Visit['urls'] }): VNode {
  return (
    <p class="app-step__why">
      <a class="govuk-link" href={urls.credit()}>
        What your NPQ counts for<span class="govuk-visually-hidden"> towards {of.name}</span>
      </a>
    </p>
  );
}

/** Rows shown whole on each route; a route the teacher aims for shows more. The rest stand below in a line each. */
const SHOWN = 3;
const SHOWN_OF_AIM = 6;

function RouteSection({ results, visit, money }: ForSteps & { readonly results: RouteResults }): VNode {
  const { route, steps, open } = results;
  const shown = visit.asked.aims.includes(route.id) ? SHOWN_OF_AIM : SHOWN;
  const lead =
    open === 0
      ? 'Nothing can be started now. What would change that:'
      : `${open} open to you now, of ${formatCount(steps.length, 'next step')}.`;
  const rest = steps.slice(shown);
  return (
    <section class="app-results__route" aria-labelledby={route.id}>
      <RouteRule
        route={route.id}
        id={route.id}
        name={
          <a class="app-step__link" href={visit.urls.route(route)}>
            {route.name}
          </a>
        }
        lead={lead}
      />
      <ul class="app-step-list">
        {steps.slice(0, shown).map((ranked) => (
          <OpportunityStep
            key={ranked.opportunity.id}
            opportunity={ranked.opportunity}
            verdict={ranked.verdict}
            on={visit.on}
            urls={visit.urls}
          >
            <VerdictWords ranked={ranked} urls={visit.urls} />
            <Money of={ranked.opportunity} money={money} visit={visit} />
          </OpportunityStep>
        ))}
      </ul>
      {rest.length > 0 && (
        <Details summary={`${rest.length} more on this route`}>
          <ShortSteps steps={rest} visit={visit} money={money} />
        </Details>
      )}
    </section>
  );
}

/** The rest of a route: verdict, name, and in one line what it is or what would change it. */
function ShortSteps({ steps, visit, money }: ForSteps & { readonly steps: readonly Ranked[] }): VNode {
  return (
    <ul class="app-short-steps">
      {steps.map(({ opportunity, verdict, next, findings }) => (
        <li key={opportunity.id} class="app-short-steps__item">
          <VerdictMark verdict={verdict} />
          <div>
            <a class="govuk-link" href={visit.urls.opportunity(opportunity)}>
              {opportunity.name}
            </a>
            {next ? `: once ${next.change}.` : null}
            <ToConfirm verdict={verdict} findings={findings} />
            <Money of={opportunity} money={money} visit={visit} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What nobody could confirm is said of every step; that somebody else chooses, only where the step reads as open. */
function ToConfirm({ verdict, findings }: Pick<Ranked, 'verdict' | 'findings'>): VNode | null {
  const open = findings.filter(({ owner }) => owner === 'world');
  const doubt = open.find(({ code }) => code === 'could-not-confirm') ?? (verdict === 'open' ? open[0] : undefined);
  return doubt ? <p class="app-step__why">To confirm: {doubt.because}</p> : null;
}

function NotForYou({ steps, visit }: { readonly steps: readonly Ranked[]; readonly visit: Visit }): VNode {
  return (
    <Details summary={`${formatCount(steps.length, 'next step')} not for you, and why`}>
      <ul class="govuk-list">
        {steps.map(({ opportunity, findings }) => (
          <li key={opportunity.id}>
            <a class="govuk-link" href={visit.urls.opportunity(opportunity)}>
              {opportunity.name}
            </a>
            . {findings.find((finding) => finding.permanent)?.because}
          </li>
        ))}
      </ul>
    </Details>
  );
}
