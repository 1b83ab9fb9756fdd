import type { VNode } from 'preact';
import type { Assessment } from '../../domain/matching/assess.ts';
import type { Finding } from '../../domain/matching/finding.ts';
import { questionOf } from '../../domain/matching/questions.ts';
import { formatDay } from '../../ui/format.ts';
import { factText, sourceWords } from '../../ui/prose.tsx';
import type { Shown } from '../../ui/shown.ts';
import { VerdictMark } from '../../ui/verdict-mark.tsx';
import { requirementWords } from '../../ui/requirement-words.ts';

export interface AsksProps extends Shown {
  readonly assessment: Assessment;
  /** Whether anything was answered: then each requirement is judged for this teacher. */
  readonly personal: boolean;
  readonly live: boolean;
}

/** What it asks of a person and a school; judged, where there are answers to judge by. */
export function Asks({ assessment, personal, live, on, urls }: AsksProps): VNode {
  const { opportunity, findings } = assessment;
  const judged = personal && live;
  const personalFindings = findings.slice(0, opportunity.requirements.length);
  return (
    <section class="app-linked" aria-labelledby="asks">
      <h2 class="app-linked__title" id="asks">
        {judged ? 'For you' : 'Who can take it'}
      </h2>
      {judged && <Verdict assessment={assessment} />}
      <ul class="app-asks">
        {personalFindings.map((finding, index) => {
          const requirement = opportunity.requirements[index];
          return (
            <li
              key={finding.code}
              class={judged ? `app-asks__item app-asks__item--${finding.outcome}` : 'app-asks__item'}
            >
              {judged ? finding.because : requirement && requirementWords(requirement)}{' '}
              <Evidence finding={finding} on={on} urls={urls} />
              {judged && finding.question !== undefined && (
                <>
                  {' '}
                  <a class="govuk-link" href={urls.check([['change', finding.question]])}>
                    Answer<span class="govuk-visually-hidden">: {questionOf(finding.question).ask}</span>
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!personal && live && (
        <p>
          <a class="govuk-link" href={urls.check()}>
            Check whether it is open to you
          </a>
        </p>
      )}
    </section>
  );
}

function Verdict({ assessment: { verdict, next } }: Pick<AsksProps, 'assessment'>): VNode {
  return (
    <>
      <p class="app-asks__verdict">
        <VerdictMark verdict={verdict} />
      </p>
      {next && (
        <p>
          What would change this: once {next.change}
          {next.when !== null && `, ${formatDay(next.when)}`}.
        </p>
      )}
    </>
  );
}

function Evidence({ finding, on, urls }: Shown & { readonly finding: Finding }): VNode | null {
  const held = finding.facts.flatMap((topic) => (on.facts.get(topic) ?? []).slice(0, 1));
  const [fact] = held;
  if (!fact) return null;
  return (
    <a class="govuk-link app-asks__source" href={urls.fact(fact)} title={`${factText(fact)}. ${sourceWords(fact)}`}>
      Source<span class="govuk-visually-hidden"> of: {finding.because}</span>
    </a>
  );
}
