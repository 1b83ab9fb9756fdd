import {
  LIST_VINTAGES,
  type FundingList,
  type IdentifierType,
  type IsOn,
  type ListUse,
  type ListVintage,
} from './funding-codes.ts';
import { NURSERY_SCHOOL_TYPE, OUTSIDE_PUPIL_PREMIUM_2021, INDEPENDENT_SPECIAL_TYPE } from './funding-establishments.ts';
import type { FundingInput } from './funding-input.ts';
import type { NpqCode } from '../catalogue/npq.ts';

/** Answers to the questions of the decision. `undefined`: not told, or the list that would answer is not held. */
export type YesNo = 'yes' | 'no';

const yesNo = (told: boolean | undefined): YesNo | undefined => (told === undefined ? undefined : told ? 'yes' : 'no');

const COACHING = [
  'npq-early-headship-coaching-offer',
  'npq-additional-support-offer',
] as const satisfies readonly NpqCode[];

/** DfE counts money for the Additional Support Offer as money for the coaching offer, and the other way round. */
function isSameCourse(a: NpqCode, b: NpqCode): boolean {
  return a === b || (COACHING.some((code) => code === a) && COACHING.some((code) => code === b));
}

export function wasPaidFor({ npq, teacher }: FundingInput): YesNo | undefined {
  if (teacher.paidFor.some((code) => isSameCourse(code, npq))) return 'yes';
  return teacher.perhapsPaidFor.some((code) => isSameCourse(code, npq)) ? undefined : 'no';
}

export const worksInEngland = ({ teacher }: FundingInput) => yesNo(teacher.inEngland);
export const isNewHead = ({ teacher }: FundingInput) => yesNo(teacher.newHeadteacher);
export const isReferred = ({ teacher }: FundingInput) => yesNo(teacher.referred);
export const isProviderApproved = ({ teacher }: FundingInput) => yesNo(teacher.ittProviderApproved);

export function workplaceOf({
  teacher,
}: FundingInput): 'school' | 'early-years' | 'another' | 'other' | 'unlisted' | undefined {
  const kind = teacher.workplace;
  return kind === 'academy-trust' || kind === '16-to-19' ? 'school' : kind;
}

export function employmentOf({ teacher }: FundingInput): 'lead-mentor' | 'elsewhere' | 'neither' | undefined {
  if (teacher.employment === undefined) return undefined;
  if (teacher.employment === 'itt-lead-mentor') return 'lead-mentor';
  return teacher.employment === 'other' ? 'neither' : 'elsewhere';
}

/** By the register where it names the type, else by what the teacher said; a nursery school may be told either way. */
export function nurseryOf({
  teacher,
}: FundingInput): 'nursery-school' | 'pre-school' | 'childminder' | 'setting' | undefined {
  if (teacher.earlyYears === 'childminder') return 'childminder';
  const type = teacher.school?.typeCode;
  if (type === NURSERY_SCHOOL_TYPE) return 'nursery-school';
  if (teacher.earlyYears === 'la-nursery') return type === undefined ? 'nursery-school' : 'pre-school';
  if (teacher.earlyYears === 'school-pre-school') return 'pre-school';
  if (teacher.earlyYears !== undefined) return 'setting';
  // Only a school has a URN of the register, so that who gives one and no more works in its nursery class.
  return teacher.school === undefined ? undefined : 'pre-school';
}

/** Whether the establishment is of a type whose staff these rules fund: by the register, else by what was told. */
export function isEligibleType(input: FundingInput): YesNo | undefined {
  const { rules, teacher } = input;
  const type = teacher.school?.typeCode;
  if (type !== undefined) return yesNo(rules.types.has(type));
  return yesNo(teacher.school?.stateFunded ?? isEligibleAsTold(input));
}

function isEligibleAsTold({ rules, teacher: { workplace, earlyYears, sector } }: FundingInput): boolean | undefined {
  if (workplace === 'early-years' && earlyYears === 'la-nursery') return rules.types.has(NURSERY_SCHOOL_TYPE);
  if (sector === 'independent') return false;
  if (sector === 'independent-special') return rules.types.has(INDEPENDENT_SPECIAL_TYPE);
  // Trusts are state-funded by what they are, and so are 16 to 19 settings where the rules take them all.
  if (workplace === '16-to-19') return rules.sixteenToNineteen || undefined;
  return workplace === 'academy-trust' || sector === 'state' || undefined;
}

/** The list of 2021 is not held; a few types were never asked for on it. */
export function isTopForPupilPremium({ teacher }: FundingInput): YesNo | undefined {
  const type = teacher.school?.typeCode;
  return type !== undefined && OUTSIDE_PUPIL_PREMIUM_2021.has(type) ? 'no' : undefined;
}

/** A place to look: a list and the identifier it goes by; the identifier is absent where the teacher has not told it. */
export interface Place {
  readonly list: FundingList;
  readonly type: IdentifierType;
  readonly identifier: string | undefined;
}

/** Looks in the intake's own list, else in the newest earlier one that is held. */
function lookUp(isOn: IsOn, { list, type, identifier }: Place, wanted: ListVintage): YesNo | undefined {
  if (identifier === undefined) return undefined;
  for (let at = LIST_VINTAGES.indexOf(wanted); at >= 0; at -= 1) {
    const answer = isOn(list, type, identifier, LIST_VINTAGES[at] as ListVintage);
    if (answer !== 'not-held') return answer;
  }
  return undefined;
}

/** Which vintage of a list an answer rests on, or would. */
export function listUse({ isOn, rules }: FundingInput, { list, type }: Place): ListUse | undefined {
  const wanted = rules.lists;
  if (wanted === null) return undefined;
  for (let at = LIST_VINTAGES.indexOf(wanted); at >= 0; at -= 1) {
    const vintage = LIST_VINTAGES[at] as ListVintage;
    // Nothing has the empty identifier; the question is only whether the list is here.
    if (isOn(list, type, '', vintage) !== 'not-held') return { name: list, vintage, wanted, held: true };
  }
  return { name: list, vintage: wanted, wanted, held: false };
}

function onAny(input: FundingInput, places: readonly Place[]): YesNo | undefined {
  if (input.rules.lists === null) return undefined;
  let answer: YesNo | undefined = 'no';
  for (const place of places) {
    const one = lookUp(input.isOn, place, input.rules.lists);
    if (one === 'yes') return 'yes';
    if (one === undefined) answer = undefined;
  }
  return answer;
}

const byUrn = (list: FundingList, { teacher }: FundingInput): Place => ({
  list,
  type: 'urn',
  identifier: teacher.school?.urn,
});

function byOfsted(list: FundingList, { teacher }: FundingInput): readonly Place[] {
  const told: readonly (string | undefined)[] = teacher.ofstedUrns ?? [undefined];
  return told.map((identifier) => ({ list, type: 'ofsted-urn', identifier }));
}

export const risePlaces = (input: FundingInput): readonly Place[] => [byUrn('rise', input)];

export function isOnRise(input: FundingInput): YesNo | undefined {
  const { sector, school } = input.teacher;
  // The RISE list holds state schools, so an independent school without a name is not on it.
  if (school?.urn === undefined && (sector === 'independent' || sector === 'independent-special')) return 'no';
  return onAny(input, risePlaces(input));
}

/** 16 to 19 settings have a list of their own, by UKPRN; everybody else is looked up by URN. */
export function disadvantagePlaces(input: FundingInput): readonly Place[] {
  const { teacher, rules, npq } = input;
  if (teacher.workplace === '16-to-19')
    return [{ list: 'pp50-further-education', type: 'ukprn', identifier: teacher.school?.ukprn }];
  const school = byUrn('pp50-school', input);
  if (rules.nurseryClasses !== 'as-school') return [school];
  // DfE's code to spring 2025: a school could also come in by the early years list, a nursery school by that of nurseries.
  if (rules.courses[npq] === 'early-years-list') return [school, byUrn('disadvantaged-early-years', input)];
  return nurseryOf(input) === 'nursery-school' ? [school, byUrn('la-nursery', input)] : [school];
}

/** For early years leadership in an early years setting that is part of a school, and in one that is not. */
export const preSchoolPlaces = (input: FundingInput): readonly Place[] => [
  byUrn('disadvantaged-early-years', input),
  byUrn('pp50-school', input),
];
export const settingPlaces = (input: FundingInput): readonly Place[] => byOfsted('disadvantaged-early-years', input);
export const childminderPlaces = (input: FundingInput): readonly Place[] => byOfsted('childminder', input);

export type PlacesOf = (input: FundingInput) => readonly Place[];

export const isOnOneOf = (places: PlacesOf) => (input: FundingInput) => onAny(input, places(input));

/** The place that says yes, else the first: what an answer is said to rest on. */
export function restsOn(input: FundingInput, places: PlacesOf): Place | undefined {
  const all = places(input);
  return (
    all.find((place) => input.rules.lists !== null && lookUp(input.isOn, place, input.rules.lists) === 'yes') ?? all[0]
  );
}

/** Whether it is the teacher who could end the not-knowing: not where the register has their school without a UKPRN. */
export function isIdentifierUntold(input: FundingInput, places: PlacesOf): boolean {
  const named = input.teacher.school?.urn !== undefined;
  return places(input).some(({ identifier, type }) => identifier === undefined && !(named && type === 'ukprn'));
}
