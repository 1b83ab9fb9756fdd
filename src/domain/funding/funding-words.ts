import type { FundingAnswer } from './funding.ts';
import { LAST_DAY_HELD } from '../date.ts';
import type { FundingStatus } from './funding-codes.ts';
import { rulesFor } from './funding-cohorts.ts';
import type { CourseRule } from './funding-courses.ts';
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
export function shortWord({ status, owner, check }: Pick<FundingAnswer, 'status' | 'owner' | 'check'>): string {
  if (status !== 'unknown') return check === undefined ? FUNDING_WORDS[status] : `${FUNDING_WORDS[status]}, check list`;
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

/** Whom an intake's own rules name, where nothing is known of the person yet. */
export const RULE_WORDS: Readonly<Record<CourseRule, string>> = {
  universal: 'Every eligible setting',
  list: 'Settings on a list',
  'early-years': 'Early years, with no list but childminders’',
  'early-years-list': 'Early years, by list',
  'new-head': 'New heads',
  'top-pupil-premium': 'Schools highest for pupil premium',
  'new-head-or-top-pupil-premium': 'New heads, and schools highest for pupil premium',
  'not-offered': 'Not offered',
};

/** Where DfE's scholarships pass a whole kind of school by, that in one sentence, with the exception there is. */
export function settingSentence(answers: readonly FundingAnswer[]): string | undefined {
  const npqs = answers.filter(({ npq }) => npq !== 'npq-early-headship-coaching-offer');
  const isOutside = npqs.every(
    ({ code, settledBy }) => code === 'ineligible_establishment_type' && settledBy === 'type',
  );
  if (npqs.length === 0 || !isOutside) return undefined;
  const [first] = npqs;
  const exception = first && rulesFor(first.cohort, LAST_DAY_HELD).preSchoolClasses === 'every-school';
  return exception
    ? 'DfE’s NPQ scholarships are not for this setting, except early years leadership for a pre-school class in the school.'
    : 'DfE’s NPQ scholarships are not for this setting.';
}
