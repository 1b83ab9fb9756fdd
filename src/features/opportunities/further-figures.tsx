import type { VNode } from 'preact';
import type { Figures } from '../../domain/catalogue/opportunity.ts';
import { FigureView } from '../../ui/figure.tsx';
import type { Shown } from '../../ui/shown.ts';

const NAMES = {
  duration: 'How long',
  total: 'Hours in all',
  outOfClass: 'Out of class, and cover',
  income: 'What comes to your school',
} as const;

const ESTIMATED = {
  time: 'Your time',
  ...NAMES,
  costToYou: 'Cost to you',
  costToSchool: 'Cost to your school',
} as const;

/** The figures beyond the four, and the basis of every one that is ours. */
export function FurtherFigures({ figures, on, urls }: Shown & { readonly figures: Figures }): VNode | null {
  const rows = Object.entries(NAMES).flatMap(([key, name]) => {
    const figure = figures[key as keyof typeof NAMES];
    return figure ? [{ name, figure }] : [];
  });
  const estimates = Object.entries(ESTIMATED).flatMap(([key, name]) => {
    const figure = figures[key as keyof Figures];
    return figure && 'estimate' in figure ? [{ name, because: figure.because }] : [];
  });
  if (rows.length === 0 && estimates.length === 0) return null;
  return (
    <>
      <h2>Time and money</h2>
      <dl class="app-figures app-figures--list">
        {rows.map(({ name, figure }) => (
          <div key={name} class="app-figures__item">
            <dt class="app-figures__name">{name}</dt>
            <dd class="app-figures__value">
              <FigureView figure={figure} on={on} urls={urls} />
            </dd>
          </div>
        ))}
      </dl>
      {estimates.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">How we reckoned our estimates</span>
          </summary>
          <div class="govuk-details__text">
            <ul>
              {estimates.map(({ name, because }) => (
                <li key={name}>
                  {name}: {because}
                </li>
              ))}
            </ul>
          </div>
        </details>
      )}
    </>
  );
}
