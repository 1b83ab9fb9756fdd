import type { VNode } from 'preact';
import type { PlanVersion } from '../../db/plans.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { formatInstant } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';

export interface HistoryPageProps {
  readonly here: PlanVisit;
  /** The newest first. */
  readonly versions: readonly PlanVersion[];
  /** The oldest one shown, where there are older ones. */
  readonly older: number | undefined;
}

export function HistoryPage({ here, versions, older }: HistoryPageProps): VNode {
  const { visit, planUrls, plan, kept } = here;
  const title = 'History';
  return (
    <Layout
      title={`${title} of ${plan.title}`}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={title}
        caption={plan.title}
        lead="Every change, the newest first. Any version can be looked at and brought back; nothing is ever written over."
      />
      <Table
        head={['Version', 'What changed', 'Saved']}
        firstCellIsHeader
        rows={versions.map(({ version, said, savedAt }) => [
          {
            text: (
              <a class="govuk-link" href={version === kept.version ? planUrls.plan() : planUrls.version(version)}>
                {version}
                <span class="govuk-visually-hidden">: look at it</span>
              </a>
            ),
          },
          `${said}${version === kept.version ? ' This is the plan as it is now.' : ''}`,
          formatInstant(savedAt),
        ])}
      />
      {older !== undefined && (
        <p class="govuk-body">
          <a class="govuk-link" href={planUrls.history([['before', String(older)]])}>
            Older versions
          </a>
        </p>
      )}
    </Layout>
  );
}
