import type { VNode } from 'preact';
import { BackLink } from '../../ui/back-link.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';

export interface NewLinkPageProps {
  readonly here: AccountVisit;
  readonly link: string;
  readonly titles: string;
}

/** The only time a new private link is shown: what is kept of it cannot be turned back into it. */
export function NewLinkPage({ here, link, titles }: NewLinkPageProps): VNode {
  const title = 'Your new private link';
  return (
    <Layout
      title={title}
      page={here.visit.frame}
      noindex
      before={<BackLink href={ACCOUNT_URLS.account()}>Back to your account</BackLink>}
    >
      <PageHeading
        title={title}
        lead={`It opens ${titles}, without signing in. The link there was before opens nothing any more.`}
      />
      <TextInput
        name="private-link"
        label="Your private link"
        labelSize="s"
        hint="It is shown this once. We keep no copy."
        value={link}
        spellcheck={false}
        class="app-keep-link__address"
      />
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-module="app-copy"
        data-copies="private-link"
        hidden
      >
        Copy the link
      </button>
    </Layout>
  );
}
