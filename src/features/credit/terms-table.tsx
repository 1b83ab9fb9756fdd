import type { ComponentChildren, VNode } from 'preact';
import { isPublishedBy } from '../../domain/funding/masters-credit.ts';
import type { University } from '../../domain/funding/masters-credit-universities.ts';
import { formatList } from '../../ui/format.ts';
import { TopicFigure } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { ASKED_NPQS } from './credit-form.ts';
import { confirmedWords, UniversityLink, type CreditTableProps } from './credit-table.tsx';
import { npqName } from './credit-words.ts';
import { StackedTable } from './stacked-table.tsx';

/** What each university says to anybody, before an NPQ is told. */
export function TermsTable({ answers, on, urls }: CreditTableProps): VNode {
  const shown = { on, urls };
  return (
    <StackedTable
      caption="University by university"
      columns={['University', 'What an NPQ counts for', 'The most it counts', 'How old it may be', 'Confirmed?']}
      rows={answers.map((answer) => {
        const { university } = answer;
        return {
          id: university.provider,
          name: <UniversityLink answer={answer} {...shown} />,
          cells: [
            { content: <Named university={university} {...shown} /> },
            { content: <Topic topic={university.limit} {...shown} /> },
            { content: <Topic topic={university.age} {...shown} /> },
            { content: confirmedWords(isPublishedBy(university, on.facts)) },
          ],
        };
      })}
    />
  );
}

function Topic({ topic, ...shown }: Shown & { readonly topic: string | undefined }): ComponentChildren {
  return topic === undefined ? 'No limit found' : <TopicFigure topic={topic} {...shown} />;
}

/** NPQs that one fact speaks of stand together. */
function Named({ university: { credit }, ...shown }: Shown & { readonly university: University }): ComponentChildren {
  const topics = [...new Set(ASKED_NPQS.flatMap((npq) => credit[npq] ?? []))];
  if (topics.length === 0) return 'No figure found: ask';
  return topics.map((topic) => (
    <div key={topic}>
      <TopicFigure topic={topic} {...shown} />:{' '}
      {formatList(ASKED_NPQS.filter((npq) => credit[npq] === topic).map(npqName))}
    </div>
  ));
}
