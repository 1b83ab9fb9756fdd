import type { ComponentChildren, VNode } from 'preact';
import { NPQ_WORDS } from '../../domain/words.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Compare } from '../../ui/compare.tsx';
import { formatList } from '../../ui/format.ts';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { HiddenFields } from '../../ui/hidden-fields.tsx';
import { Layout } from '../../ui/layout.tsx';
import { NothingHeld } from '../../ui/nothing-held.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Prose, TopicFigure } from '../../ui/prose.tsx';
import { Radios } from '../../ui/radios.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { PATHS } from '../../urls.ts';
import { capital, npqName } from './funding-table.tsx';
import type { FundingVisit } from './funding-visit.ts';
import { SchoolNotes } from './school-notes.tsx';
import { CHANGES, KINDS_OF_SCHOOL, type Change, type WhatIf } from './what-if.ts';

export interface WhatIfPageProps extends FundingVisit {
  readonly change: Change | undefined;
  readonly compared: WhatIf | undefined;
  /** What was typed for the other school, and what is wrong with it. */
  readonly other: { readonly typed: string; readonly error: string | undefined };
  readonly kind: string | undefined;
}

const CHANGE_WORDS: Readonly<Record<Change, string>> = {
  school: 'You moved to another school',
  wait: 'You waited for the next intake',
  'part-time': 'You worked part-time',
};

const TITLES: Readonly<Record<Change, string>> = {
  school: 'What if you moved to another school',
  wait: 'What if you waited for the next intake',
  'part-time': 'What if you worked part-time',
};

export function WhatIfPage(props: WhatIfPageProps): VNode {
  const { visit, change, pays, other, compared } = props;
  const { asked, frame, urls } = visit;
  const title = change ? TITLES[change] : 'What if';
  return (
    <Layout
      title={title}
      page={frame}
      noindex
      hasErrors={other.error !== undefined}
      before={<Breadcrumbs items={[{ text: 'Who pays for an NPQ', href: urls.funding() }]} />}
    >
      <PageHeading title={title} caption={pays.school?.name} />
      {asked.beforeAll ? (
        <NothingHeld />
      ) : (
        <>
          <SchoolNotes {...props} />
          {compared && !pays.told && <NothingTold visit={visit} />}
          {change === 'part-time' && <PartTime {...props} />}
          {change === 'school' && <OtherSchool {...props} />}
          <SideBySide {...props} />
          <OtherChanges {...props} />
        </>
      )}
    </Layout>
  );
}

/** Until somebody says where they work, every row would only say that it depends. */
function NothingTold({ visit: { urls } }: Pick<WhatIfPageProps, 'visit'>): VNode {
  return (
    <p class="govuk-body">
      <a class="govuk-link" href={urls.schools()}>
        Name your school
      </a>
      , or{' '}
      <a class="govuk-link" href={urls.funding()}>
        say what kind of school or setting you work in
      </a>
      : then the answers here are yours.
    </p>
  );
}

/** Two columns, what differs marked with a word as well as a frame. */
function SideBySide({ compared }: WhatIfPageProps): VNode | null {
  if (!compared) return null;
  return (
    <>
      <p class="govuk-body-l">{inShort(compared)}</p>
      <Compare
        caption="Side by side"
        columns={[{ name: capital(compared.nowName) }, { name: capital(compared.insteadName) }]}
        rows={compared.rows.map(({ npq, now, instead, differs }) => ({
          name: capital(npqName(npq)),
          cells: [
            <Cell key="now" mark={<FundingMark answer={now} />} because={now.because} />,
            <Cell key="instead" mark={<FundingMark answer={instead} />} because={instead.because} differs={differs} />,
          ],
        }))}
      />
    </>
  );
}

function inShort({ rows, insteadName }: WhatIf): string {
  const different = rows.filter(({ differs }) => differs);
  if (rows.every(({ instead }) => instead.status === 'not-announced')) {
    return `Nobody has announced the rules for ${insteadName}: waiting is a chance and a risk.`;
  }
  if (different.length === 0) {
    return rows.some(({ now, instead }) => now.owner === 'teacher' || instead.owner === 'teacher')
      ? 'What would be different hangs on what you have not told us yet.'
      : 'Nothing about who pays would be different.';
  }
  if (different.length === rows.length) return 'Every one of them would be different.';
  return `Different for ${different.length} of the ${rows.length}: ${formatList(different.map(({ npq }) => npqName(npq)))}.`;
}

function Cell({
  mark,
  because,
  differs = false,
}: {
  readonly mark: ComponentChildren;
  readonly because: string;
  readonly differs?: boolean;
}): VNode {
  return (
    <>
      {mark}
      {differs && (
        <span class="app-differs">
          <span class="app-differs__word">Different</span>
        </span>
      )}
      <span class="app-sums__note">{because}</span>
    </>
  );
}

function OtherSchool({ visit: { asked }, other, kind }: WhatIfPageProps): VNode {
  const on = asked.on === undefined ? [] : [['on', asked.on] as const];
  return (
    <form class="app-funding-form" method="get" action={PATHS.whatIf}>
      <HiddenFields fields={[...on, ['change', 'school'], ...answersQuery(asked)]} />
      <Radios
        name="kind"
        legend="What kind of school?"
        legendSize="s"
        small
        value={kind}
        items={Object.entries(KINDS_OF_SCHOOL).map(([value, text]) => ({ value, text }))}
      />
      <TextInput
        name="other"
        label="Or one school: its URN"
        labelSize="s"
        hint="Its page in our school finder has it"
        value={other.typed}
        error={other.error}
        inputMode="numeric"
        width={10}
      />
      <Button kind="secondary">Set side by side</Button>
    </form>
  );
}

/** DfE's rules ask for no hours: what changes with a shorter week is everything but who pays. */
function PartTime({ visit: { on, urls, asked }, pays }: WhatIfPageProps): VNode {
  const shown = { on, urls };
  const named = asked.query.get('npq');
  const npq = on.opportunities.find((one) => one.npq !== undefined && one.npq === named);
  const same = (text: ComponentChildren) => [text, text];
  return (
    <Compare
      caption="Side by side"
      columns={[{ name: 'Full-time' }, { name: 'Part-time' }]}
      rows={[
        {
          name: 'Who pays',
          cells: same(
            pays.told
              ? 'By your school or setting, as before: the rules ask for no hours.'
              : 'By school or setting: the rules ask for no hours.',
          ),
        },
        ...(npq && 'fact' in npq.figures.time
          ? [
              {
                name: `Study for ${NPQ_WORDS[npq.npq ?? 'npq-senior-leadership']}`,
                cells: same(<TopicFigure key="study" topic={npq.figures.time.fact} {...shown} />),
              },
            ]
          : []),
        {
          name: 'Your week',
          cells: [
            'A course takes its hours out of a full week.',
            <>
              A course asks the same hours of a shorter week: it takes a larger share of yours. <Different />
            </>,
          ],
        },
        {
          name: 'Days out of class',
          cells: [
            'Your school covers each.',
            <>
              Only those on your working days need cover; agree first what happens when one falls on another day.{' '}
              <Different />
            </>,
          ],
        },
        {
          name: 'A payment for extra responsibility',
          cells: [
            'Paid in full.',
            <>
              <Prose text="{{tlr-part-time}}" {...shown} />. <Different />
            </>,
          ],
        },
      ]}
    />
  );
}

function Different(): VNode {
  return (
    <span class="app-differs">
      <span class="app-differs__word">Different</span>
    </span>
  );
}

function OtherChanges({ visit: { urls, asked }, change }: WhatIfPageProps): VNode {
  const npq = asked.query.get('npq');
  const more = npq === null ? [] : [['npq', npq] as const];
  return (
    <>
      <h2 class="govuk-heading-m">{change ? 'Other changes' : 'Choose a change'}</h2>
      <ul class="govuk-list">
        {CHANGES.filter((one) => one !== change).map((one) => (
          <li key={one}>
            <a class="govuk-link" href={urls.whatIf([['change', one], ...more])}>
              {CHANGE_WORDS[one]}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
