import {
  childminderPlaces,
  disadvantagePlaces,
  employmentOf,
  isEligibleType,
  isNewHead,
  isOnOneOf,
  isOnRise,
  isProviderApproved,
  isReferred,
  isTopForPupilPremium,
  nurseryOf,
  preSchoolPlaces,
  risePlaces,
  settingPlaces,
  wasPaidFor,
  workplaceOf,
  worksInEngland,
  type PlacesOf,
} from './funding-answers.ts';
import { statusOf, type FundingCode, type FundingStatus } from './funding-codes.ts';
import type { FundingInput } from './funding-input.ts';
import type { ReasonId } from './funding-reasons.ts';
import { stepFor, type AnswerTo, type FundingQuestion, type FundingStep } from './funding-steps.ts';

/**
 * DfE's decision in the policy's own order (registration service, code of August 2026; its earlier versions where an
 * intake's parameters say so). First match wins. A fork asks something of the person, the school or a list; a switch
 * follows what the intake's own rules say; an end is an answer.
 */
export type FundingNode = Fork | Switch | End;

export interface Fork {
  readonly kind: 'fork';
  readonly question: FundingQuestion;
  readonly answer: (input: FundingInput) => string | undefined;
  /** Where nothing answers and every branch comes to the same, the first branch is the one told. */
  readonly branches: ReadonlyMap<string, Branch>;
  readonly places?: PlacesOf;
  /** No answer of the teacher's would help: the list is not held by anybody here. */
  readonly world?: true;
}

export interface Branch {
  readonly step: FundingStep;
  readonly node: FundingNode;
}

interface Switch {
  readonly kind: 'switch';
  readonly pick: (input: FundingInput) => FundingNode;
}

export interface End {
  readonly kind: 'end';
  readonly code: FundingCode;
  readonly status: FundingStatus;
  readonly reason: ReasonId;
  readonly places?: PlacesOf;
}

function fork<Q extends FundingQuestion>(
  question: Q,
  answer: (input: FundingInput) => AnswerTo<Q> | undefined,
  then: Readonly<Record<AnswerTo<Q>, FundingNode>>,
  more: { readonly places?: PlacesOf; readonly world?: true } = {},
): Fork {
  const answers = Object.keys(then) as AnswerTo<Q>[];
  return {
    kind: 'fork',
    question,
    answer,
    branches: new Map(answers.map((one) => [one, { step: stepFor(question, one), node: then[one] }])),
    ...more,
  };
}

const follow = (pick: (input: FundingInput) => FundingNode): Switch => ({ kind: 'switch', pick });

const end = (code: FundingCode, reason: ReasonId, places?: PlacesOf): End => ({
  kind: 'end',
  code,
  status: statusOf(code),
  reason,
  ...(places ? { places } : {}),
});

const WRONG_TYPE = end('ineligible_establishment_type', 'type-not-eligible');
const WRONG_WORKPLACE = end('ineligible_establishment_type', 'workplace-not-covered');
const NOT_FOR_EARLY_YEARS = end('early_years_invalid_npq', 'early-years-other-npq');
const UNIVERSAL = end('funded', 'funded-universal');
const FOR_EARLY_YEARS = end('funded', 'funded-early-years');

const listed = (places: PlacesOf, yes: End, no: End): Fork =>
  fork('listed', isOnOneOf(places), { no, yes }, { places });

const onDisadvantageList = listed(
  disadvantagePlaces,
  end('funded', 'funded-list', disadvantagePlaces),
  end('ineligible_establishment_not_a_pp50', 'not-listed', disadvantagePlaces),
);

const topForPupilPremium = fork(
  'top-pupil-premium',
  isTopForPupilPremium,
  { no: end('ineligible_establishment_type', 'type-not-eligible'), yes: end('funded', 'funded-top-pupil-premium') },
  { world: true },
);

/** From autumn 2025 maintained nursery schools needed no list, whichever kind of workplace their staff call them. */
const isNurserySchoolOfItsOwn = (input: FundingInput): boolean =>
  input.rules.nurseryClasses === 'as-early-years' && nurseryOf(input) === 'nursery-school';

/** The coaching offer needs a new head; under the first rules of 2021 so did headship outside the listed schools. */
const headOrPupilPremium = fork('new-head', isNewHead, {
  no: topForPupilPremium,
  yes: end('funded', 'funded-new-head-headship'),
});

const byCourse = fork(
  'whom',
  ({ rules, npq }) => {
    const rule = rules.courses[npq];
    if (rule === 'new-head-or-top-pupil-premium') return 'top-pupil-premium';
    return rule === 'not-offered' || rule === 'new-head' ? 'universal' : rule;
  },
  {
    universal: UNIVERSAL,
    list: onDisadvantageList,
    'early-years': end('funded', 'funded-early-years-school'),
    'early-years-list': follow((input) => (isNurserySchoolOfItsOwn(input) ? FOR_EARLY_YEARS : onDisadvantageList)),
    'top-pupil-premium': follow(({ rules, npq }) =>
      rules.courses[npq] === 'top-pupil-premium' ? topForPupilPremium : headOrPupilPremium,
    ),
  },
);

const byType = fork('type', isEligibleType, { yes: byCourse, no: WRONG_TYPE });

/** RISE is looked at even before the type. */
const byRise = fork(
  'rise',
  isOnRise,
  { no: byType, yes: end('funded', 'funded-rise', risePlaces) },
  { places: risePlaces },
);

const inSchool = follow(({ rules }) => (rules.rise ? byRise : byType));

const inPreSchoolClass = follow(({ rules }) => {
  if (rules.preSchoolClasses === 'every-school') return FOR_EARLY_YEARS;
  if (rules.preSchoolClasses === 'some-independent') return preSchoolOfSomeSchools;
  return rules.nurseryClasses === 'as-school' ? inSchool : preSchoolByList;
});
const preSchoolOfSomeSchools = fork('type', isEligibleType, {
  yes: FOR_EARLY_YEARS,
  no: end('unknown', 'pre-school-not-held'),
});
const preSchoolByList = listed(
  preSchoolPlaces,
  end('funded', 'funded-list', preSchoolPlaces),
  end('ineligible_establishment_not_a_pp50', 'not-listed', preSchoolPlaces),
);
const settingByList = listed(
  settingPlaces,
  end('funded', 'funded-list', settingPlaces),
  end('not-funded', 'not-listed', settingPlaces),
);

const childminding = fork(
  'childminder',
  isOnOneOf(childminderPlaces),
  {
    no: end('not_entitled_childminder', 'childminder-not-listed', childminderPlaces),
    yes: end('funded', 'funded-childminder', childminderPlaces),
  },
  { places: childminderPlaces },
);

const isOpen = ({ rules, npq }: FundingInput): boolean => rules.courses[npq] === 'early-years';

const earlyYearsLeadership = fork('nursery', nurseryOf, {
  setting: follow((input) => (isOpen(input) ? FOR_EARLY_YEARS : settingByList)),
  'nursery-school': follow((input) =>
    isOpen(input) || input.rules.nurseryClasses === 'as-early-years' ? FOR_EARLY_YEARS : inSchool,
  ),
  'pre-school': inPreSchoolClass,
  childminder: follow(({ rules }) => (rules.childminders === 'all' ? FOR_EARLY_YEARS : childminding)),
});

const asSchoolOr = (otherwise: FundingNode): FundingNode =>
  follow(({ rules }) => (rules.nurseryClasses === 'as-school' ? inSchool : otherwise));

const otherNpqInEarlyYears = fork('nursery', nurseryOf, {
  setting: NOT_FOR_EARLY_YEARS,
  'nursery-school': asSchoolOr(
    follow(({ rules, npq }) => (rules.courses[npq] === 'universal' ? UNIVERSAL : NOT_FOR_EARLY_YEARS)),
  ),
  'pre-school': asSchoolOr(NOT_FOR_EARLY_YEARS),
  childminder: NOT_FOR_EARLY_YEARS,
});

const inEarlyYears = fork('early-years-npq', ({ npq }) => (npq === 'npq-early-years-leadership' ? 'yes' : 'no'), {
  yes: earlyYearsLeadership,
  no: otherNpqInEarlyYears,
});

const LEAD_MENTORS_NOT_HELD = end('unknown', 'lead-mentor-not-held');
const leadMentor = fork('lead-mentor-npq', ({ npq }) => (npq === 'npq-leading-teaching-development' ? 'yes' : 'no'), {
  yes: follow(({ rules }) => (rules.leadMentors === 'funded' ? byProvider : LEAD_MENTORS_NOT_HELD)),
  no: end('not_lead_mentor_course', 'not-lead-mentor-npq'),
});
const byProvider = fork('provider', isProviderApproved, {
  yes: end('funded', 'funded-lead-mentor'),
  no: end('ineligible_establishment_type', 'provider-not-approved'),
});

const ELSEWHERE = {
  funded: end('funded', 'funded-elsewhere'),
  review: end('subject_to_review', 'review-elsewhere'),
  'not-held': end('unknown', 'elsewhere-not-held'),
} as const;
const NOT_ELSEWHERE = end('ineligible_establishment_type', 'elsewhere-not-covered');

const inAnotherSetting = fork('employment', employmentOf, {
  elsewhere: follow(({ rules, npq }) =>
    rules.elsewhere.courses.includes(rules.courses[npq]) ? ELSEWHERE[rules.elsewhere.outcome] : NOT_ELSEWHERE,
  ),
  'lead-mentor': leadMentor,
  neither: WRONG_WORKPLACE,
});

const RETURNER = end('referred_by_return_to_teaching_adviser', 'review-returner');
const RETURNERS_NOT_HELD = end('unknown', 'returner-not-held');
const returning = fork('referred', isReferred, {
  no: WRONG_WORKPLACE,
  yes: follow(({ rules }) => (rules.returners === 'review' ? RETURNER : RETURNERS_NOT_HELD)),
});

const byWorkplace = fork('workplace', workplaceOf, {
  school: inSchool,
  'early-years': inEarlyYears,
  another: inAnotherSetting,
  other: returning,
  unlisted: WRONG_WORKPLACE,
});

/** Before 2026 the offer for new heads asked for a state-funded setting too. */
const COACHED = end('funded', 'funded-new-head');
const coachedByType = fork('type', isEligibleType, { yes: COACHED, no: WRONG_TYPE });
const coachedByWorkplace = fork('workplace', workplaceOf, {
  school: coachedByType,
  'early-years': fork('nursery', nurseryOf, {
    setting: WRONG_WORKPLACE,
    'nursery-school': coachedByType,
    'pre-school': coachedByType,
    childminder: WRONG_WORKPLACE,
  }),
  another: end('unknown', 'elsewhere-not-held'),
  other: WRONG_WORKPLACE,
  unlisted: WRONG_WORKPLACE,
});
const newHeads = fork('new-head', isNewHead, {
  no: end('not_new_headteacher_requesting_ehco', 'not-new-head'),
  yes: follow(({ rules }) => (rules.coachingOffer === 'any-setting' ? COACHED : coachedByWorkplace)),
});

const byPaid = fork('paid', wasPaidFor, {
  no: follow(({ rules, npq }) => (rules.courses[npq] === 'new-head' ? newHeads : byWorkplace)),
  yes: end('previously_funded', 'paid-already'),
});

const byEngland = fork('england', worksInEngland, { yes: byPaid, no: end('not_in_england', 'not-in-england') });

const byMoney = fork(
  'money',
  ({ rules: { money } }) => {
    if (money === 'zero') return 'no';
    return money === 'full' || money === 'capped' ? 'yes' : money;
  },
  {
    yes: byEngland,
    no: end('unfunded_cohort', 'unfunded-intake'),
    'not-announced': end('not-announced', 'not-announced'),
    'not-held': end('unknown', 'before-all-held'),
  },
);

/** Where every decision begins: an NPQ that an intake did not have is neither funded nor refused in it. */
export const FUNDING_TREE: FundingNode = fork(
  'offered',
  ({ rules, npq }) => (rules.courses[npq] === 'not-offered' ? 'no' : 'yes'),
  {
    yes: byMoney,
    no: end('not-offered', 'not-offered'),
  },
);
