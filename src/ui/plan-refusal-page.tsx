import type { VNode } from 'preact';
import { Layout, type PageFrame } from './layout.tsx';
import { PageHeading } from './page-heading.tsx';

export interface PlanRefusalPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly because: string;
  readonly back: string;
}

/** A change that cannot be made, why, and the way back. Nothing of the plan has changed. */
export function PlanRefusalPage({ frame, title, because, back }: PlanRefusalPageProps): VNode {
  const heading = 'Your plan is as it was';
  return (
    <Layout title={heading} page={frame} noindex>
      <PageHeading title={heading} caption={title} lead={because} />
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          Back to your plan
        </a>
      </p>
    </Layout>
  );
}
