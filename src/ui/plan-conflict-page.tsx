import type { VNode } from 'preact';
import { Button } from './button.tsx';
import { formatInstant } from './format.ts';
import { HiddenFields } from './hidden-fields.tsx';
import { Layout, type PageFrame } from './layout.tsx';
import { PageHeading } from './page-heading.tsx';
import { Table } from './table.tsx';

/** One field that two people, or one in two tabs, have written differently. */
export interface ConflictField {
  readonly label: string;
  readonly yours: string;
  readonly saved: string;
}

export interface PlanConflictPageProps {
  readonly frame: PageFrame;
  readonly title: string;
  readonly savedAt: string;
  /** What was saved since the form was shown, the newest first. */
  readonly since: readonly { readonly version: number; readonly said: string; readonly savedAt: string }[];
  /** The change that was not saved, in a sentence; or why it cannot be made any more. */
  readonly yours: string | undefined;
  readonly cannot: string | undefined;
  readonly fields: readonly ConflictField[];
  readonly action: string;
  /** All that was sent, with the newer version's number. */
  readonly entries: readonly (readonly [name: string, value: string])[];
  readonly back: string;
}

/** For who saved second: nothing of theirs is lost, and nothing of the other's is written over unseen. */
export function PlanConflictPage(props: PlanConflictPageProps): VNode {
  const { frame, title, savedAt, since, yours, cannot, fields, action, entries, back } = props;
  const heading = 'Your plan was changed somewhere else';
  return (
    <Layout title={heading} page={frame} noindex>
      <PageHeading title={heading} caption={title} />
      <div class="app-prose">
        <p>
          It was saved in another tab or on another device on {formatInstant(savedAt)}, after you had opened this page.
          What you have just sent is <strong>not saved yet</strong>.
        </p>
        <h2>Saved there</h2>
        <ul>
          {since.map((one) => (
            <li key={one.version}>{one.said}</li>
          ))}
        </ul>
        <h2>Sent by you</h2>
        <p>{yours ?? cannot}</p>
      </div>
      {fields.length > 0 && (
        <Table
          caption="Where the two differ"
          captionSize="m"
          head={['', 'Yours, not saved', 'Saved there']}
          firstCellIsHeader
          rows={fields.map(({ label, yours: sent, saved }) => [label, sent || 'empty', saved || 'empty'])}
        />
      )}
      {cannot === undefined && (
        <form method="post" action={action}>
          <HiddenFields fields={entries} />
          <Button>Save mine as well</Button>
        </form>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={back}>
          {cannot === undefined ? 'Leave it as it is there' : 'See the plan as it is now'}
        </a>
      </p>
    </Layout>
  );
}
