import type { VNode } from 'preact';
import type { AccountFolder, AccountPlan } from '../../db/account-plans.ts';
import { addDays } from '../../domain/date.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { DELETED_KEPT_DAYS } from '../../domain/plan/plan.ts';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { formatDay, formatInstant, formatList } from '../../ui/format.ts';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { ACCOUNT_URLS, urlsOfPlan } from '../../urls.ts';

export interface PlansSectionProps {
  readonly folders: readonly AccountFolder[];
  /** Where a plan is started. */
  readonly plansHref: string;
}

export function PlansSection({ folders, plansHref }: PlansSectionProps): VNode {
  if (folders.length === 0)
    return (
      <PageSection id="plans" name="Your plans" lead="There is no plan in your account.">
        <p class="govuk-body">
          One that you start while you are signed in is kept here. One that you have under a private link: open it, and
          keep it in your account from there.
        </p>
        <Button href={plansHref}>Make a plan</Button>
      </PageSection>
    );
  return (
    <PageSection id="plans" name="Your plans">
      {folders.map((folder) => (
        <Folder key={folder.id} folder={folder} />
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={plansHref}>
          Start another plan
        </a>
      </p>
    </PageSection>
  );
}

function Folder({ folder }: { readonly folder: AccountFolder }): VNode {
  const { id, plans } = folder;
  const standing = plans.filter(({ deletedAt }) => deletedAt === null);
  const deleted = plans.filter(({ deletedAt }) => deletedAt !== null);
  return (
    <div class="app-account__folder">
      {standing.length > 0 && (
        <ul class="app-account__list">
          {standing.map(({ number, title, savedAt }) => (
            <li key={number}>
              <a class="govuk-link app-account__plan" href={urlsOfPlan({ key: id, number }).plan()}>
                {title}
              </a>{' '}
              <span class="app-account__when">Saved {formatInstant(savedAt)}</span>
            </li>
          ))}
        </ul>
      )}
      {deleted.map((plan) => (
        <Deleted key={plan.number} folder={id} plan={plan} />
      ))}
      <PrivateLink folder={folder} titles={formatList(plans.map(({ title }) => title))} />
    </div>
  );
}

function Deleted({ folder, plan }: { readonly folder: string; readonly plan: AccountPlan }): VNode {
  const { number, title, deletedAt } = plan;
  const until = addDays(londonDay(deletedAt ?? ''), DELETED_KEPT_DAYS);
  return (
    <form method="post" action={ACCOUNT_URLS.account()} class="app-account__deleted">
      <HiddenFields
        fields={[
          ['act', 'bring-back-plan'],
          ['folder', folder],
          ['number', String(number)],
        ]}
      />
      <p class="govuk-body">
        {title}, deleted. It can be brought back until {formatDay(until)}.{' '}
        <button type="submit" class="app-link-button">
          Bring it back<span class="govuk-visually-hidden">: {title}</span>
        </button>
      </p>
    </form>
  );
}

/** Whoever has the link can open and change the plans, account or not: its owner can change the lock. */
function PrivateLink({ folder, titles }: { readonly folder: AccountFolder; readonly titles: string }): VNode {
  const { id, linkEndedAt } = folder;
  return (
    <Details
      summary={
        <>
          Its private link<span class="govuk-visually-hidden">: {titles}</span>
        </>
      }
    >
      <form method="post" action={ACCOUNT_URLS.account()}>
        <HiddenFields fields={[['folder', id]]} />
        {linkEndedAt === null ? (
          <p class="govuk-body">
            Whoever has it can open and change {titles}, without signing in. A new one makes the old one open nothing;
            without one only you can open it, signed in.
          </p>
        ) : (
          <p class="govuk-body">
            There is none since {formatInstant(linkEndedAt)}: only you can open {titles}, signed in.
          </p>
        )}
        <Button kind="secondary" name="act" value="new-link">
          Make a new private link<span class="govuk-visually-hidden"> for {titles}</span>
        </Button>
        {linkEndedAt === null && (
          <Button kind="secondary" name="act" value="end-link" class="app-account__second">
            End the private link<span class="govuk-visually-hidden"> of {titles}</span>
          </Button>
        )}
      </form>
    </Details>
  );
}
