import type { ComponentChildren, VNode } from 'preact';
import type { CreditAnswer, NpqCredit } from '../../domain/funding/masters-credit.ts';
import { Estimate, FactLink } from '../../ui/fact.tsx';
import { sourceWords, TopicFigure } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { ageWords, npqName, rangeWords, universityName } from './credit-words.ts';
import { StackedTable, type StackedCell } from './stacked-table.tsx';

export type CreditTableProps = Shown & { readonly answers: readonly CreditAnswer[] };

/** What this teacher's NPQs come to at each university. */
export function CreditTable({ answers, on, urls }: CreditTableProps): VNode {
  const shown = { on, urls };
  return (
    <StackedTable
      caption="University by university"
      columns={['University', 'Your credits', 'Left to study', 'What it saves', 'Apply by', 'Confirmed?']}
      rows={answers.map((answer) => ({
        id: answer.university.provider,
        name: <UniversityLink answer={answer} {...shown} />,
        cells: [
          ...(answer.credits ? figures(answer, shown) : [unknown(answer, shown)]),
          { content: <ApplyBy npqs={answer.npqs} /> },
          { content: confirmedWords(answer.isConfirmed) },
        ],
      }))}
    />
  );
}

export function UniversityLink({ answer, on, urls }: Shown & { readonly answer: CreditAnswer }): VNode {
  return (
    <a class="govuk-link" href={urls.opportunity({ id: answer.university.opportunity })}>
      {universityName(answer, on).replace(/^the /, '')}
    </a>
  );
}

export function confirmedWords(isConfirmed: boolean): string {
  return isConfirmed ? 'Published by the university, which decides for each applicant' : 'Not confirmed: ask';
}

function figures(answer: CreditAnswer, shown: Shown): readonly StackedCell[] {
  const { credits, left, best } = answer;
  if (!credits || credits.max === 0) return [{ content: 'None: too old', span: 3 }];
  const words = rangeWords(credits, 'credits');
  return [
    {
      content: (
        <>
          <strong>
            {best?.fact ? (
              <FactLink href={shown.urls.fact(best.fact)} text={words} title={sourceWords(best.fact)} />
            ) : (
              words
            )}
          </strong>
          {best && answer.npqs.length > 1 && <Note>for the {npqName(best.npq)}</Note>}
        </>
      ),
    },
    { content: left ? rangeWords(left, 'credits') : 'Not known' },
    { content: <Saves answer={answer} {...shown} /> },
  ];
}

function Saves({ answer, ...shown }: Shown & { readonly answer: CreditAnswer }): ComponentChildren {
  const { saves, university, isFeeConfirmed } = answer;
  if (!saves || !university.fee) return 'Not known: ask for the fee';
  return (
    <>
      <Estimate text={rangeWords(saves, 'pence')} isOpenEnded={saves.min === 0} />
      <Note>
        at <TopicFigure topic={university.fee.price} {...shown} /> for{' '}
        <TopicFigure topic={university.fee.credits} {...shown} />
        {!isFeeConfirmed && ', a fee we could not confirm'}
      </Note>
    </>
  );
}

/** No figure is held, so none is worked out; a limit on all earlier learning is no figure for an NPQ, and is said. */
function unknown({ university: { limit } }: CreditAnswer, shown: Shown): StackedCell {
  return {
    span: 3,
    content: (
      <>
        No figure found for your NPQ: ask
        {limit !== undefined && (
          <Note>
            Of all earlier learning it counts <TopicFigure topic={limit} {...shown} />
          </Note>
        )}
      </>
    ),
  };
}

function ApplyBy({ npqs }: { readonly npqs: readonly NpqCredit[] }): ComponentChildren {
  const said = [...new Set(npqs.map(ageWords))];
  const [only] = said;
  if (said.length === 1) return only;
  return npqs.map((one) => (
    <div key={one.npq}>
      {npqName(one.npq)}: {lowerFirst(ageWords(one))}
    </div>
  ));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function Note({ children }: { readonly children: ComponentChildren }): VNode {
  return <span class="app-sums__note">{children}</span>;
}
