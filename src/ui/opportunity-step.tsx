import type { ComponentChildren, VNode } from 'preact';
import type { Verdict } from '../domain/matching/assess.ts';
import type { Opportunity } from '../domain/catalogue/opportunity.ts';
import { DecidingFigures } from './figure.tsx';
import { Prose } from './prose.tsx';
import type { Shown } from './shown.ts';
import { VerdictMark } from './verdict-mark.tsx';

export interface OpportunityStepProps extends Shown {
  readonly opportunity: Opportunity;
  readonly verdict?: Verdict;
  readonly level?: 2 | 3;
  /** What follows the summary: why, what would change it, what to answer. */
  readonly children?: ComponentChildren;
}

/** One opportunity in a list: its verdict, its name and summary, and the four figures people decide by. */
export function OpportunityStep({ opportunity, verdict, level = 3, on, urls, children }: OpportunityStepProps): VNode {
  const Heading = `h${level}` as const;
  return (
    <li class="app-step">
      <div class="app-step__body">
        <Heading class="app-step__title">
          <a class="app-step__link" href={urls.opportunity(opportunity)}>
            {opportunity.name}
          </a>
        </Heading>
        <p class="app-step__summary">
          <Prose text={opportunity.summary} on={on} urls={urls} />
        </p>
        {children}
      </div>
      <div class="app-step__verdict">{verdict && <VerdictMark verdict={verdict} />}</div>
      <div class="app-step__figures">
        <DecidingFigures opportunity={opportunity} on={on} urls={urls} />
      </div>
    </li>
  );
}
