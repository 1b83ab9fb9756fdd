import type { VNode } from 'preact';
import type { PinnedFact, PlanStep } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatDay } from '../../ui/format.ts';
import { PageSection } from '../../ui/page-section.tsx';

/** The statements a step was planned by, as they stood that day, each leading to its source. */
export function RestsOn({ here, step }: { readonly here: PlanVisit; readonly step: PlanStep }): VNode | null {
  const { visit, told } = here;
  const { pin } = step;
  if (!pin) return null;
  const pinned = [...Object.values(pin.figures), pin.intake].flatMap((figure) =>
    figure && 'facts' in figure ? figure.facts : [],
  );
  const facts = [...new Map(pinned.map((fact) => [fact.id, fact])).values()];
  const topicOf = ({ id }: PinnedFact) => visit.on.catalogue.facts.find((fact) => fact.id === id)?.topic;
  return (
    <PageSection id="rests-on" name="What it rests on" lead={`As known on ${formatDay(pin.on)}.`}>
      <p class="govuk-body">
        {pin.summary}{' '}
        <a class="govuk-link" href={told.opportunity({ id: pin.opportunity })}>
          All about it
        </a>
      </p>
      {facts.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {facts.map((fact) => {
            const topic = topicOf(fact);
            return (
              <li key={fact.id}>
                {fact.statement}{' '}
                {topic !== undefined && (
                  <a class="govuk-link" href={told.fact({ topic })}>
                    Source<span class="govuk-visually-hidden"> of: {fact.statement}</span>
                  </a>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </PageSection>
  );
}
