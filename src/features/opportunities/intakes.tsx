import type { VNode } from 'preact';
import { intakeState } from '../../domain/catalogue/intakes.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';
import { windowText } from '../../ui/figure.tsx';
import { formatDay, formatDayOrMonth } from '../../ui/format.ts';
import type { Shown } from '../../ui/shown.ts';

/** Every intake known, those to come first; and what is not announced, said. */
export function Intakes({ opportunity, on }: Shown & { readonly opportunity: Opportunity }): VNode | null {
  if (opportunity.when.kind !== 'intakes') return null;
  const intakes = opportunity.intakes.toSorted((a, b) => (b.starts ?? '9').localeCompare(a.starts ?? '9'));
  const coming = intakes.filter((intake) => intakeState(intake, on.day) !== 'past');
  const past = intakes.filter((intake) => intakeState(intake, on.day) === 'past');
  return (
    <section aria-labelledby="intakes" class="app-prose">
      <h2 id="intakes">When you can start</h2>
      {coming.length === 0 && <p>The next intake is not announced. This page will show it when it is.</p>}
      {coming.length > 0 && <IntakeList intakes={coming.toReversed()} day={on.day} />}
      {past.length > 0 && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Intakes that have begun</span>
          </summary>
          <div class="govuk-details__text">
            <IntakeList intakes={past} day={on.day} />
          </div>
        </details>
      )}
    </section>
  );
}

function IntakeList({
  intakes,
  day,
}: {
  readonly intakes: Opportunity['intakes'];
  readonly day: Shown['on']['day'];
}): VNode {
  return (
    <ul>
      {intakes.map((intake) => (
        <li key={intake.id}>
          <strong>{intake.name}</strong>
          {intake.starts !== null && <>, starting {formatDayOrMonth(intake.starts)}</>}:{' '}
          {intakeState(intake, day) === 'past' ? pastWords(intake) : windowText(intake, day)}
        </li>
      ))}
    </ul>
  );
}

function pastWords({ window }: Opportunity['intakes'][number]): string {
  const { opens, closes } = window;
  if (opens !== null && closes !== null) return `applications ran from ${formatDay(opens)} to ${formatDay(closes)}`;
  if (opens !== null) return `applications opened on ${formatDay(opens)}; the closing day was not found`;
  return closes === null ? 'the application days were not found' : `applications closed on ${formatDay(closes)}`;
}
