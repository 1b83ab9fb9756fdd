import type { ComponentChildren } from 'preact';
import type { Figures } from '../../domain/catalogue/opportunity.ts';
import { requirementWords } from '../../ui/requirement-words.ts';
import type { CompareProps } from '../../ui/compare.tsx';
import { FigureView, whenText } from '../../ui/figure.tsx';
import { formatDay } from '../../ui/format.ts';
import type { Shown } from '../../ui/shown.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import type { Compared } from './compare-page.tsx';

const FIGURES: readonly (readonly [keyof Figures, string])[] = [
  ['time', 'Your time'],
  ['total', 'Hours in all'],
  ['duration', 'How long'],
  ['outOfClass', 'Days out of class, to be covered'],
  ['costToYou', 'Cost to you'],
  ['costToSchool', 'Cost to your school'],
  ['income', 'Paid to your school'],
];

/** The rows in the order people decide by. One that nobody has anything to say in is left out. */
export function comparisonRows(compared: readonly Compared[], personal: boolean, shown: Shown): CompareProps['rows'] {
  const figures = FIGURES.flatMap(([key, name]) => {
    const held = compared.map(({ assessment }) => assessment.opportunity.figures[key]);
    const missing = key === 'income' ? 'none that we know of' : 'not known';
    return held.some(Boolean)
      ? [{ name, cells: held.map((figure) => (figure ? <FigureView figure={figure} {...shown} /> : missing)) }]
      : [];
  });
  return [
    ...(personal ? [{ name: 'For you', cells: compared.map(verdictCell) }] : []),
    ...figures,
    { name: 'When', cells: compared.map(({ assessment }) => whenText(assessment.opportunity, shown.on.day)) },
    {
      name: personal ? 'What it asks, for you' : 'What it asks',
      cells: compared.map((one) => asksCell(one, personal)),
    },
    ...(compared.some(({ opens }) => opens.length > 0)
      ? [{ name: 'What it opens', cells: compared.map((one) => opensCell(one, shown)) }]
      : []),
  ];
}

function verdictCell({ assessment: { verdict, next } }: Compared): ComponentChildren {
  return (
    <>
      <VerdictMark verdict={verdict} />
      {next && (
        <span class="app-comparison__next">
          Once {next.change}
          {next.when !== null && `, ${formatDay(next.when)}`}.
        </span>
      )}
    </>
  );
}

function asksCell({ assessment: { opportunity, findings } }: Compared, personal: boolean): ComponentChildren {
  if (opportunity.requirements.length === 0) return 'nothing that we know of';
  return (
    <ul class="app-comparison__list">
      {opportunity.requirements.map((requirement, index) => {
        const words = personal ? findings[index]?.because : requirementWords(requirement);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}

function opensCell({ opens }: Compared, { urls }: Shown): ComponentChildren {
  if (opens.length === 0) return 'nothing that we list';
  return (
    <ul class="app-comparison__list">
      {opens.map((opportunity) => (
        <li key={opportunity.id}>
          <a class="govuk-link" href={urls.opportunity(opportunity)}>
            {opportunity.name}
          </a>
        </li>
      ))}
    </ul>
  );
}
