import type { VNode } from 'preact';
import type { PageFrame } from '../../ui/layout.tsx';
import { Layout } from '../../ui/layout.tsx';
import type { Urls } from '../../urls.ts';

export interface ProblemPageProps {
  readonly title: string;
  readonly frame: PageFrame;
  readonly urls: Urls;
  readonly what: string;
  readonly requestId?: string | undefined;
  readonly email: string;
}

/** What went wrong, in words, and three ways on. */
export function ProblemPage({ title, frame, urls, what, requestId, email }: ProblemPageProps): VNode {
  return (
    <Layout title={title} page={frame} noindex>
      <h1 class="govuk-heading-xl app-page-heading">{title}</h1>
      <div class="app-prose">
        <p>{what}</p>
        <ul>
          <li>
            <a href={urls.home()}>Start again from the six routes</a>
          </li>
          <li>
            <a href={urls.opportunities()}>Search every next step</a>
          </li>
          <li>
            Write to <a href={`mailto:${email}`}>{email}</a> and say what you were looking for
          </li>
        </ul>
        {requestId !== undefined && <p>If you write, this helps us find it: {requestId}</p>}
      </div>
    </Layout>
  );
}
