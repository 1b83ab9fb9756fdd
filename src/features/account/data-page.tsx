import type { VNode } from 'preact';
import { PERSONAL_TABLES, type PersonalTable } from '../../db/personal-tables.ts';
import { LARGEST_ACCOUNT_FILE } from '../../domain/account/account-file.ts';
import { MAIL_FATE_KEPT_DAYS } from '../../domain/account/retention.ts';
import { BackLink } from '../../ui/back-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Details } from '../../ui/details.tsx';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Table } from '../../ui/table.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';
import type { AccountVisit } from './account-visit.ts';

const MEGABYTE = 1024 * 1024;

export interface DataPageProps {
  readonly here: AccountVisit;
  /** How many there are of each kind of thing. */
  readonly counts: readonly (readonly [PersonalTable, number])[];
}

export function DataPage({ here, counts }: DataPageProps): VNode {
  const title = 'Everything we keep about you';
  return (
    <Layout
      title={title}
      page={here.visit.frame}
      noindex
      before={<BackLink href={ACCOUNT_URLS.account()}>Back to your account</BackLink>}
    >
      <PageHeading title={title} lead="Every kind of thing there is, how many of it, and how long it is kept." />
      <Table
        class="app-account__kept"
        head={['What', { text: 'How many', numeric: true }, 'How long']}
        firstCellIsHeader
        rows={counts.map(([{ holds, kept }, count]) => [holds, { text: String(count), numeric: true }, kept])}
      />
      <TakeAway />
      <div class="app-prose">
        <h2>What is not in this list</h2>
        <ul>
          <li>
            How often an address or a network tried to sign in, for some days, under a check value made with a key of
            the service: it cannot be traced back to you, nor found for you.
          </li>
          <li>
            What you answered when somebody shared their plan with you. It belongs to their plan and goes with it; ask
            them, or write to the hub.
          </li>
          <li>Backups of the whole service, until whoever runs it throws them away.</li>
          <li>
            Once your account is removed: that a mail of some kind was sent, for {MAIL_FATE_KEPT_DAYS} days, without
            your address.
          </li>
        </ul>
      </div>
    </Layout>
  );
}

function TakeAway(): VNode {
  return (
    <>
      <div class="app-prose">
        <h2>Take it with you</h2>
        <p>
          One file holds all of it except check values of secret keys, and says what is left out and why. Sign in, here
          or wherever this service runs, and bring it in again under “Plan”: your plans come back as they were, with
          their older versions, what you wrote when you looked back, your notes, links and reading, your page of impact,
          the case you write, the lists you follow and which mails you do not want.
        </p>
        <p>
          Two things do not come back. The bytes of your files: take each from “Evidence and reading” of its plan; the
          file says its name, its size and its check value. And shares, with what was said in them: those links were
          sent to people, and half of the words are theirs.
        </p>
      </div>
      <Button href={ACCOUNT_URLS.accountFile()} class="app-account__press">
        Take everything as a file
      </Button>
      <p class="govuk-body">
        A file of more than {LARGEST_ACCOUNT_FILE / MEGABYTE} MB cannot be brought in again. If yours is larger, take it{' '}
        <a class="govuk-link" href={ACCOUNT_URLS.accountFile('older-versions')} download>
          without the older versions of your plans
        </a>{' '}
        as well.
      </p>
      <Details summary="Everything that is in the file and does not come in again, and why">
        <ul class="govuk-list govuk-list--bullet">
          {TABLES.flatMap(({ as, holds, comesIn }) =>
            comesIn === true
              ? []
              : [
                  <li key={as}>
                    {holds}: {comesIn}.
                  </li>,
                ],
          )}
          <li>Plans, evidence and lists that you had deleted: you had deleted them.</li>
        </ul>
      </Details>
    </>
  );
}

const TABLES: readonly PersonalTable[] = PERSONAL_TABLES;
