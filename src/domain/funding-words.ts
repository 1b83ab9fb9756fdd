import type { FundingAnswer } from './funding.ts';
import type { FundingStatus } from './funding-codes.ts';
import { intakeName } from './funding-intakes.ts';
import { INTAKE_NAMES } from './funding-list-words.ts';

/** What an answer comes to, in the fewest words. */
export const FUNDING_WORDS: Readonly<Record<FundingStatus, string>> = {
  funded: 'Funded',
  'not-funded': 'Not funded',
  review: 'Needs review',
  'not-announced': 'Not announced',
  'not-offered': 'Not offered',
  unknown: 'Not known',
};

/** The few words a table has room for: what hangs on the person is told apart from what nobody here holds. */
export function shortWord({ status, owner }: Pick<FundingAnswer, 'status' | 'owner'>): string {
  if (status !== 'unknown') return FUNDING_WORDS[status];
  return owner === 'teacher' ? 'Depends on you' : 'Not held here';
}

/** The answer in a line, with what it hangs on: never the promise of a place. */
export function fundingLine(answer: FundingAnswer): string {
  const intake = intakeName(answer.cohort);
  switch (answer.status) {
    case 'funded':
      return `Funded by the ${intake} rules${ifStillOn(answer)}`;
    case 'not-funded':
      return `Not funded by the ${intake} rules${unlessNewOn(answer)}`;
    case 'review':
      return `Needs review by DfE, by the ${intake} rules`;
    case 'not-announced':
      return `Not announced for ${intake}`;
    case 'not-offered':
      return `Not offered in ${intake}`;
    case 'unknown':
      return answer.owner === 'teacher' ? 'It depends on your school and on you' : `Not known for ${intake}`;
    default:
      return answer.status satisfies never;
  }
}

/** An older list than the intake's own was used: it may have changed since. */
function ifStillOn({ check, list }: FundingAnswer): string {
  return check !== undefined && list ? ` if still on the ${INTAKE_NAMES[list.wanted]} list` : '';
}

function unlessNewOn({ check, list }: FundingAnswer): string {
  return check !== undefined && list ? ` unless new on the ${INTAKE_NAMES[list.wanted]} list` : '';
}
