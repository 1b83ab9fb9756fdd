import type { VNode } from 'preact';
import { halfTermName } from '../domain/calendar/half-term.ts';
import type { HalfTerm } from '../domain/calendar/term-calendar.ts';
import type { IsoDate } from '../domain/date.ts';
import type { Check } from '../domain/plan/plan-check.ts';
import { PHASE_IDS, type Plan } from '../domain/plan/plan.ts';
import { PHASE_WORDS, promptsOf } from '../domain/plan/plan-prompts.ts';
import { layOutTimetable } from '../domain/plan/timetable.ts';
import { PageSection } from './page-section.tsx';
import { Timetable } from './timetable.tsx';

/** What of a plan a reader sees beside its steps: the timetable, and goals and phases where they are shared. */
export interface SharedPartsProps {
  /** Only what is shared: there is nothing else in it. */
  readonly plan: Plan;
  readonly halfTerms: readonly HalfTerm[];
  /** The plan’s, which say where a start is a guess. */
  readonly checks: readonly Check[];
  readonly today: IsoDate;
  /** Whose plan it is: the timetable and the questions speak to them. */
  readonly teacher: string;
}

export function SharedParts({ plan, halfTerms, checks, today, teacher }: SharedPartsProps): VNode {
  return (
    <>
      <p class="govuk-body app-shared__whose">From here on “you” is {teacher}, whose plan it is.</p>
      <Timetable timetable={layOutTimetable(plan, halfTerms, today, checks)} />
      <SharedGoals plan={plan} />
      {PHASE_IDS.map((phase) => {
        const written = promptsOf(phase).filter(({ id }) => plan.answers[id] !== undefined);
        return (
          written.length > 0 && (
            <PageSection key={phase} id={phase} name={PHASE_WORDS[phase].name}>
              <dl class="app-shared__phase">
                {written.map(({ id, ask }) => (
                  <div key={id}>
                    <dt>{ask}</dt>
                    <dd class="app-plan__answer">{plan.answers[id]}</dd>
                  </div>
                ))}
              </dl>
            </PageSection>
          )
        );
      })}
    </>
  );
}

function SharedGoals({ plan: { goals } }: { readonly plan: Plan }): VNode | null {
  if (goals.length === 0) return null;
  return (
    <PageSection id="goals" name="Goals">
      <ul class="govuk-list">
        {goals.map(({ id, text, by }) => (
          <li key={id}>
            {text}
            {by && `, by the end of ${halfTermName(by)}`}
          </li>
        ))}
      </ul>
    </PageSection>
  );
}
