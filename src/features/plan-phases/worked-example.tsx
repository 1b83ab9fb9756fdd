import type { VNode } from 'preact';
import { promptsOf } from '../../domain/plan/plan-prompts.ts';
import type { PhaseId } from '../../domain/plan/plan.ts';
import { ROUTE_IDS, type RouteId } from '../../domain/catalogue/route.ts';
import { ROUTE_WORDS } from '../../domain/words.ts';
import { WORKED_EXAMPLES } from '../../domain/plan/worked-examples.ts';
import { Details } from '../../ui/details.tsx';

export interface ExamplesProps {
  readonly phase: PhaseId;
  /** The route whose example comes first. */
  readonly route: RouteId;
  readonly isOpen: boolean;
}

/**
 * What another teacher might have written in this phase. The other routes’ examples unfold in place: a link to them
 * would lead away from words that are typed and not yet saved.
 */
export function Examples({ phase, route, isOpen }: ExamplesProps): VNode {
  return (
    <section class="app-example" aria-labelledby="example">
      <h2 class="app-example__heading" id="example">
        How it might read
      </h2>
      <p class="app-example__note">Invented, to show how little is enough.</p>
      <Example phase={phase} route={route} isOpen={isOpen} />
      <Details summary="Examples for the other routes">
        {ROUTE_IDS.filter((id) => id !== route).map((id) => (
          <Example key={id} phase={phase} route={id} isOpen={false} />
        ))}
      </Details>
    </section>
  );
}

function Example({ phase, route, isOpen }: ExamplesProps): VNode {
  const { by, answers } = WORKED_EXAMPLES[route];
  return (
    <Details summary={`${ROUTE_WORDS[route]}: ${by}`} open={isOpen} class={`app-example__one app-route--${route}`}>
      <dl class="app-example__answers">
        {promptsOf(phase).map(({ id, ask }) => (
          <div key={id} class="app-example__answer">
            <dt class="app-example__ask">{ask}</dt>
            <dd class="app-example__said">{answers[id]}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
