import type { VNode } from 'preact';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PageSection } from '../../ui/page-section.tsx';
import { SummaryList } from '../../ui/summary-list.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PLAN_FILES } from './files.ts';

/** Whether the folder has a calendar link: none, one whose address is known only to its owner, or one just made. */
export type Feed = { readonly kind: 'none' | 'kept' | 'ended' } | { readonly kind: 'made'; readonly address: string };

export interface TakeAwayPageProps {
  readonly here: PlanVisit;
  readonly feed: Feed;
}

const TITLE = 'Take your plan away';

export function TakeAwayPage({ here, feed }: TakeAwayPageProps): VNode {
  const { visit, plan, planUrls } = here;
  return (
    <Layout
      title={TITLE}
      page={visit.frame}
      noindex
      before={<BackLink href={planUrls.plan()}>Back to your plan</BackLink>}
    >
      <PageHeading
        title={TITLE}
        caption={plan.title}
        lead="None of these files holds your private link. What you hand on cannot be used to open your plan."
      />
      {feed.kind === 'made' && <NewFeed address={feed.address} />}
      <PageSection id="files" name="Files">
        <SummaryList
          rows={PLAN_FILES.map(({ name, title, use }) => ({
            key: (
              <a class="govuk-link" href={planUrls.file(name)} download>
                {title}
              </a>
            ),
            value: use,
          }))}
        />
      </PageSection>
      <CalendarLink here={here} feed={feed} />
    </Layout>
  );
}

function CalendarLink({ here: { planUrls }, feed }: TakeAwayPageProps): VNode {
  const hasFeed = feed.kind === 'kept' || feed.kind === 'made';
  return (
    <PageSection
      id="calendar-link"
      name="A calendar that keeps up"
      lead="A link for your calendar program. A date that moves in your plan moves there too."
    >
      <p class="govuk-body">
        It shows the dates of all your plans here: deadlines, starts, ends, and a day to look back at the end of each
        half term. Whoever has it can read those dates and the names of your steps, and can open and change nothing.
      </p>
      {feed.kind === 'ended' && (
        <p class="govuk-body">The calendar link is ended: the old one shows nothing any more.</p>
      )}
      {feed.kind === 'kept' && (
        <p class="govuk-body">
          You have a calendar link. We keep no copy of it. If you have lost it, make a new one; the old one then shows
          nothing any more.
        </p>
      )}
      <FeedForm action={planUrls.takeAway()} act="make">
        <Button kind={hasFeed ? 'secondary' : 'primary'}>
          {hasFeed ? 'Make a new calendar link' : 'Make a calendar link'}
        </Button>
      </FeedForm>
      {hasFeed && (
        <FeedForm action={planUrls.takeAway()} act="end">
          <button type="submit" class="app-link-button">
            End the calendar link
          </button>
        </FeedForm>
      )}
    </PageSection>
  );
}

function FeedForm({
  action,
  act,
  children,
}: {
  readonly action: string;
  readonly act: string;
  readonly children: VNode;
}): VNode {
  return (
    <form method="post" action={action}>
      <HiddenFields fields={[['act', act]]} />
      {children}
    </form>
  );
}

/** Shown this once: of the address only what cannot be turned back is kept. */
function NewFeed({ address }: { readonly address: string }): VNode {
  return (
    <section class="app-keep-link" aria-labelledby="new-feed">
      <h2 class="app-keep-link__title" id="new-feed">
        Your calendar link: copy it now, it is not shown again
      </h2>
      <TextInput
        name="calendar-address"
        label="The address of your calendar"
        labelSize="s"
        value={address}
        spellcheck={false}
        class="app-keep-link__address"
      />
      <p class="govuk-body">
        <button
          type="button"
          class="govuk-button govuk-button--secondary"
          data-module="app-copy"
          data-copies="calendar-address"
          hidden
        >
          Copy the address
        </button>
      </p>
      <ul class="govuk-list govuk-list--spaced">
        {PROGRAMS.map(({ name, how }) => (
          <li key={name}>
            <strong>{name}:</strong> {how}
          </li>
        ))}
      </ul>
      <p class="govuk-body">Calendars look again by themselves, some of them only once a day.</p>
    </section>
  );
}

/** Where each calendar program asks for an address, in its own words, as guides of 2026 name them (read 25 November 2026). */
const PROGRAMS = [
  { name: 'Outlook', how: 'Calendar, Add calendar, Subscribe from web. Paste the address.' },
  { name: 'Google Calendar', how: 'On a computer, + beside Other calendars, From URL. Paste the address.' },
  {
    name: 'Apple Calendar',
    how: 'On a Mac, File, New Calendar Subscription. On an iPhone, Settings, Apps, Calendar, Calendar Accounts, Add Account, Other, Add Subscribed Calendar. Paste the address.',
  },
] as const;
