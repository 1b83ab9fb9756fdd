import type { VNode } from 'preact';
import type { ShareKind } from '../../domain/conversation/share.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Details } from '../../ui/details.tsx';
import { formatCount, formatDay, formatTime } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import type { By, Line, Log } from './log.ts';

export interface OpeningsPageProps {
  readonly here: PlanVisit;
  readonly log: Log;
}

export function OpeningsPage({ here, log }: OpeningsPageProps): VNode {
  const { visit, planUrls, plan, owner } = here;
  const title = 'Who opened this plan';
  return (
    <Layout
      title={`${title}: ${plan.title}`}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={title}
        caption={plan.title}
        lead="Every visit, by day, and what was changed or answered that day. Only you see this, and whoever has your private link."
      />
      {log.days.map(({ day, lines }) => (
        <section key={day} class="app-openings__day" aria-labelledby={`d${day}`}>
          <h2 class="govuk-heading-s" id={`d${day}`}>
            {formatDay(day)}
          </h2>
          <ul class="app-account__list">
            {lines.map((line, index) => (
              <li key={index}>
                <Words line={line} here={here} isOwner={owner !== undefined} />
              </li>
            ))}
          </ul>
        </section>
      ))}
      {log.hasOlder && (
        <p class="govuk-body">
          Older changes are in the{' '}
          <a class="govuk-link" href={planUrls.history()}>
            history
          </a>
          . Older visits are in the file you can take away with your account.
        </p>
      )}
      <Details summary="What is not recorded">
        <p class="govuk-body">
          Pages opened within half an hour of one another count as one visit. Which page it was, the machine and the
          network are not recorded. A link you sent counts once its reader has pressed the button that says who they
          are: programs that check mail open links too. A calendar program is counted once a day. Whoever has a file or
          a print of the plan is not seen here. What you wrote to each other stands where it was written, not here.
        </p>
      </Details>
    </Layout>
  );
}

interface WordsProps {
  readonly line: Line;
  readonly here: PlanVisit;
  readonly isOwner: boolean;
}

function Words({ line, here, isOwner }: WordsProps): VNode {
  switch (line.kind) {
    case 'opened':
      return (
        <>
          <strong>{byWords(line.by, here, isOwner)}</strong> opened it
          <span class="app-account__when">{visitWords(line)}</span>
        </>
      );
    case 'changed':
      return (
        <>
          <strong>Changed:</strong> {line.version.said}{' '}
          <a class="govuk-link" href={versionHref(line.version.version, here)}>
            Version {line.version.version}
          </a>
          <span class="app-account__when">, at {formatTime(line.at)}</span>
        </>
      );
    case 'said':
      return (
        <>
          <strong>{byWords(line.by, here, isOwner)}</strong> {line.words}
          <span class="app-account__when">, at {formatTime(line.at)}</span>
        </>
      );
    default:
      return line satisfies never;
  }
}

function versionHref(version: number, { kept, planUrls }: PlanVisit): string {
  return version === kept.version ? planUrls.plan() : planUrls.version(version);
}

const KIND_WORDS: Readonly<Record<ShareKind, string>> = { 'line-manager': 'line manager', sponsor: 'sponsor' };

/** A name is the account owner's to see: whoever else holds the private link reads what the person is to them. */
function byWords(by: By, { isKept }: PlanVisit, isOwner: boolean): string {
  switch (by) {
    case 'account':
      return isOwner ? 'You, signed in,' : 'The owner, signed in,';
    case 'link':
      return isKept ? 'Somebody with the private link' : 'You, or somebody else with the private link,';
    case 'feed':
      return 'A calendar program';
    default:
      return isOwner && by.name !== '' ? `${by.name}, ${KIND_WORDS[by.kind]},` : `A ${KIND_WORDS[by.kind]}`;
  }
}

/** `, at 9:02`, or how often and between when. */
function visitWords({ opening }: Extract<Line, { kind: 'opened' }>): string {
  const { visits, firstAt, lastAt } = opening;
  if (visits === 1) return `, at ${formatTime(firstAt)}`;
  return `, ${formatCount(visits, 'time')} between ${formatTime(firstAt)} and ${formatTime(lastAt)}`;
}
