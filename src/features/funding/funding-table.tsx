import type { ComponentChildren, VNode } from 'preact';
import type { FundingAnswer } from '../../domain/funding/funding.ts';
import { rulesFor, type CohortId } from '../../domain/funding/funding-cohorts.ts';
import { intakeName } from '../../domain/funding/funding-intakes.ts';
import { RULE_WORDS } from '../../domain/funding/funding-words.ts';
import { NPQ_CODES, type NpqCode } from '../../domain/catalogue/npq.ts';
import { NPQ_WORDS } from '../../domain/words.ts';
import type { WhoPays } from '../../http/who-pays.ts';
import { FundingMark } from '../../ui/funding-mark.tsx';
import { classNames } from '../../ui/class-names.ts';
import { pathHref } from '../../ui/who-pays.tsx';
import type { Urls } from '../../urls.ts';

export interface FundingTableProps {
  readonly caption: string;
  readonly pays: WhoPays;
  readonly cohorts: readonly CohortId[];
  readonly newest: CohortId | undefined;
  readonly urls: Urls;
}

/** "NPQ in Senior Leadership", to stand alone. */
export function npqName(npq: NpqCode): string {
  return NPQ_WORDS[npq].replace(/^the /, '');
}

export function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** Every NPQ in these intakes. On a phone its rows are stacked: hence the roles, and an intake's name in each cell. */
export function FundingTable(props: FundingTableProps): VNode {
  const { caption, cohorts, newest, pays } = props;
  const rows = NPQ_CODES.map((npq) => ({ npq, answers: cohorts.map((cohort) => pays.answer(npq, cohort)) }));
  return (
    <table class="app-funding" role="table">
      <caption class="app-funding__caption">{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th class="app-funding__head" scope="col" role="columnheader">
            NPQ
          </th>
          {cohorts.map((cohort) => (
            <th
              key={cohort}
              class={classNames('app-funding__head', cohort === newest && 'app-funding__head--newest')}
              scope="col"
              role="columnheader"
            >
              {capital(intakeName(cohort))}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows
          .filter(({ answers }) => answers.some(({ status }) => status !== 'not-offered'))
          .map(({ npq, answers }) => (
            <tr key={npq} class="app-funding__row" role="row">
              <th class="app-funding__name" scope="row" role="rowheader">
                {capital(npqName(npq))}
              </th>
              {answers.map((answer) => (
                <td
                  key={answer.cohort}
                  class={classNames('app-funding__cell', answer.cohort === newest && 'app-funding__cell--newest')}
                  role="cell"
                >
                  <span class="app-funding__of" aria-hidden="true">
                    {capital(intakeName(answer.cohort))}
                  </span>
                  <Cell answer={answer} {...props} />
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}

/** Where nothing is told of the person, what the rules say of everybody. */
function Cell({ answer, pays, urls }: FundingTableProps & { readonly answer: FundingAnswer }): ComponentChildren {
  const isOpen = answer.status === 'unknown' && answer.owner === 'teacher';
  if (isOpen && !pays.told) return RULE_WORDS[rulesFor(answer.cohort, pays.day).courses[answer.npq]];
  if (answer.status === 'not-offered') return <FundingMark answer={answer} />;
  return (
    <a class="app-funding__link" href={pathHref(answer, urls)}>
      <FundingMark answer={answer} />
      <span class="govuk-visually-hidden">
        : why, for {NPQ_WORDS[answer.npq]}, {intakeName(answer.cohort)}
      </span>
    </a>
  );
}
