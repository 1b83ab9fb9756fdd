import type { ComponentChildren, VNode } from 'preact';
import type { Visit } from '../../http/page.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';

export interface AboutPageProps {
  readonly visit: Visit;
  readonly title: string;
  readonly lead: string;
  readonly children: ComponentChildren;
}

/** A page about the service itself: the same on every day that is asked for. */
export function AboutPage({ visit, title, lead, children }: AboutPageProps): VNode {
  return (
    <Layout title={title} page={visit.frame} noindex={visit.asked.personal} description={lead}>
      <PageHeading title={title} lead={lead} />
      <div class="app-prose">{children}</div>
    </Layout>
  );
}

/** Whom to write to about the service, with a link that opens a mail. */
export function WriteTo({ visit }: { readonly visit: Visit }): VNode {
  const { hub } = visit.on.catalogue;
  return (
    <>
      write to {hub.name} at <a href={`mailto:${hub.email}`}>{hub.email}</a>
    </>
  );
}
