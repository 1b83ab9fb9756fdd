import type { ComponentChildren, VNode } from 'preact';
import { BackLink } from './back-link.tsx';
import { KeepInAccount } from './keep-in-account.tsx';
import { Layout, type PageFrame } from './layout.tsx';
import { PageHeading } from './page-heading.tsx';
import { SignInForm, type PlanToKeep } from './sign-in-form.tsx';

/** What a page says that is for a plan's owner alone, to somebody who holds the plan's private link. */
export interface OwnerOnlyWords {
  readonly title: string;
  /** Why it takes the plan's owner, signed in. */
  readonly because: string;
  readonly back: { readonly href: string; readonly text: string };
  /** More of the reasons, above the way in. */
  readonly more?: ComponentChildren;
  /** What can be done without an account, below it. */
  readonly children?: ComponentChildren;
}

export interface OwnerOnlyPageProps extends OwnerOnlyWords {
  readonly frame: PageFrame;
  /** The plan's title. */
  readonly caption: string;
  /** The plan, and the page of it to go on to from the sign-in. */
  readonly page: PlanToKeep;
  /** The address of whoever is signed in and could keep the plan in their account. */
  readonly reader: string | undefined;
  /** Whether the plan is in somebody's account already. */
  readonly isKept: boolean;
}

/** An answer has to reach somebody, and nobody is mailed by somebody we do not know: the reason, and the way in. */
export function OwnerOnlyPage(props: OwnerOnlyPageProps): VNode {
  const { frame, title, because, caption, back, more, page, reader, isKept, children } = props;
  return (
    <Layout title={title} page={frame} noindex before={<BackLink href={back.href}>{back.text}</BackLink>}>
      <PageHeading title={title} caption={caption} lead={because} />
      {more}
      <p class="govuk-body">
        {isKept
          ? 'This plan is kept in an account. If that is yours, sign in with its address.'
          : 'First keep this plan in an account.'}
      </p>
      {reader !== undefined && !isKept ? (
        <KeepInAccount wanted={page} reader={reader} />
      ) : (
        <SignInForm frame={frame} wanted={page} />
      )}
      {children}
    </Layout>
  );
}
