import type { VNode } from 'preact';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SignInForm, signInFields } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { CaseVisit } from './case-visit.ts';

export interface OwnerOnlyPageProps {
  readonly here: CaseVisit;
  /** Why it is for the plan's owner. */
  readonly because: string;
  /** The address of whoever is signed in and could keep the plan in their account. */
  readonly reader: string | undefined;
}

/** An answer has to reach somebody, and nobody is mailed by somebody we do not know. */
export function OwnerOnlyPage({ here, because, reader }: OwnerOnlyPageProps): VNode {
  const { visit, planUrls, isKept } = here;
  const wanted = { key: here.key, number: here.kept.number, page: 'case' } as const;
  return (
    <Layout
      title="Keep this plan in your account first"
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.casePreview()}>Back to the case</BackLink>}
    >
      <PageHeading title="Keep this plan in your account first" lead={because} />
      {reader !== undefined && !isKept ? (
        <form method="post" action={ACCOUNT_URLS.signInKeep()}>
          <HiddenFields fields={signInFields(wanted)} />
          <p class="govuk-body">You are signed in as {reader}.</p>
          <Button>Keep it in my account</Button>
        </form>
      ) : (
        <>
          {isKept && <p class="govuk-body">It is kept in an account. If that is yours, sign in with its address.</p>}
          <SignInForm frame={visit.frame} wanted={wanted} />
        </>
      )}
      <p class="govuk-body">
        Without an account you can still{' '}
        <a class="govuk-link" href={planUrls.casePdf()} download>
          take the case as a page to print (PDF)
        </a>
        .
      </p>
    </Layout>
  );
}
