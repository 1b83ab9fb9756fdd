import type { VNode } from 'preact';
import { Layout, type PageFrame } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';

/**
 * On the way to another service: the browser goes on by itself, by the header that comes with this page. It is no
 * redirect, for browsers hold a redirect after a form to our policy that forms are sent to us alone.
 */
export function GoingPage({
  frame,
  name,
  href,
}: {
  readonly frame: PageFrame;
  readonly name: string;
  readonly href: string;
}): VNode {
  const title = `Going to ${name}`;
  return (
    <Layout title={title} page={frame} noindex>
      <PageHeading title={title} lead="It leads you back here once it knows who you are." />
      <p class="govuk-body">
        <a class="govuk-link" href={href}>
          Go on, if nothing happens
        </a>
      </p>
    </Layout>
  );
}
