import type { VNode } from 'preact';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { isId } from '../../http/private-link.ts';
import { Details } from '../../ui/details.tsx';
import { KeepInAccount } from '../../ui/keep-in-account.tsx';
import { SignInForm } from '../../ui/sign-in-form.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import { KeepLink } from './keep-link.tsx';

export interface WaysBackProps {
  readonly here: PlanVisit;
  /** The private link, whole; what stands there instead where the plan was opened from its owner's account. */
  readonly link: string;
  /** The address of whoever is signed in, where they could keep the plan in their account. */
  readonly reader: string | undefined;
  /** The link is shown to be kept: the plan has just been started. */
  readonly isNew: boolean;
}

/** How its owner comes back to a plan: by its private link, or from their account. */
export function WaysBack({ here, link, reader, isNew }: WaysBackProps): VNode {
  const isFromAccount = isId(here.key);
  return (
    <div id="your-link">
      {isFromAccount ? (
        <p class="govuk-body">
          This plan is in <a href={ACCOUNT_URLS.account()}>your account</a>. Its private link opens it as before.
        </p>
      ) : (
        <KeepLink link={link} mailHref={here.planUrls.link()} isFolded={!isNew} />
      )}
      {!here.isKept && <IntoAccount here={here} reader={reader} />}
    </div>
  );
}

/** The other way to keep a plan: one address that is shown to be theirs, and no link to lose. */
function IntoAccount({ here, reader }: Pick<WaysBackProps, 'here' | 'reader'>): VNode {
  const wanted = { key: here.key, number: here.kept.number, page: 'plan' } as const;
  const summary = 'Keep this plan in your account';
  if (reader !== undefined)
    return (
      <Details summary={summary}>
        <KeepInAccount
          wanted={wanted}
          reader={reader}
          why="In your account the plan can be shared, and no link can be lost."
          kind="secondary"
        />
      </Details>
    );
  return (
    <Details summary={summary}>
      <p class="govuk-body">
        Then you can share it, open it on any machine, and need not keep the link. It goes into the account of the
        address you give.
      </p>
      <SignInForm frame={here.visit.frame} wanted={wanted} />
    </Details>
  );
}

/** Who can see a plan, in the line under its title. */
export function WhoSeesIt({ here }: { readonly here: PlanVisit }): VNode {
  return (
    <>
      {isId(here.key)
        ? 'It is in your account. Others see it only by its private link, or the parts you share.'
        : 'Only somebody with your private link can see this.'}{' '}
      <a class="govuk-link" href="#your-link">
        {isId(here.key) ? 'How you come back to it' : 'Your link'}
      </a>
    </>
  );
}
