import type { VNode } from 'preact';
import { PERSONAL_TABLES, type PersonalTable } from '../../db/personal-tables.ts';
import type { Visit } from '../../http/page.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount } from '../../ui/format.ts';
import { Layout } from '../../ui/layout.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ACCOUNT_URLS } from '../../urls.ts';

export interface BroughtInPageProps {
  readonly visit: Visit;
  /** How many came in, or did not, of what has this name in the file. */
  readonly count: (name: string) => number;
}

const TABLES: readonly PersonalTable[] = PERSONAL_TABLES;

/** What came in of the file of an account, and what did not and why: each kind of thing that there was any of. */
export function BroughtInPage({ visit, count }: BroughtInPageProps): VNode {
  const title = 'Your file is brought in';
  // The file has plans as they are taken away, and not as their rows.
  const counted = TABLES.map((table) => ({ ...table, count: count(table.as === 'planRecords' ? 'plans' : table.as) }));
  const came = counted.filter((table) => table.comesIn === true && table.count > 0);
  return (
    <Layout title={title} page={visit.frame} noindex>
      <PageHeading
        title={title}
        lead={`${formatCount(count('plans'), 'plan is', 'plans are')} in your account now, and all below that came in with ${count('plans') === 1 ? 'it' : 'them'}.`}
      />
      <Button href={ACCOUNT_URLS.account()} class="app-account__press">
        Go to your plans
      </Button>
      <div class="app-prose">
        <h2>This came in</h2>
        <ul>
          {came.map(({ as, holds, count: of }) => (
            <li key={as}>
              {holds}: {of}
            </li>
          ))}
        </ul>
        <NotIn counted={counted} count={count} />
      </div>
    </Layout>
  );
}

/** What does not belong to one table, by the name it is counted under. */
const OTHERS: readonly (readonly [name: string, what: string, because: string])[] = [
  [
    'files',
    'The bytes of your files',
    'the file of an account holds what you wrote of them, which came in as notes that name each file; add those you saved again',
  ],
  ['emptyVersions', 'The content of older versions', 'the file was taken without it'],
  [
    'otherAlerts',
    'Some lists you followed',
    'you follow them already, there are no such lists here, or there is no room for more',
  ],
  ['deletedPlans', 'Plans you had deleted', 'you had deleted them'],
];

function NotIn({
  counted,
  count,
}: {
  readonly counted: readonly (PersonalTable & { readonly count: number })[];
  readonly count: BroughtInPageProps['count'];
}): VNode | null {
  const stayed = [
    ...OTHERS.map(([name, what, because]) => ({ what, because, of: count(name) })),
    ...counted.flatMap(({ holds, comesIn, count: of }) =>
      comesIn === true ? [] : [{ what: holds, because: comesIn, of }],
    ),
  ].filter(({ of }) => of > 0);
  if (stayed.length === 0) return null;
  return (
    <>
      <h2>This did not, because</h2>
      <ul>
        {stayed.map(({ what, because, of }) => (
          <li key={what}>
            {what} ({of}): {because}.
          </li>
        ))}
      </ul>
      <p>All of it stays in the file, to be read.</p>
    </>
  );
}
