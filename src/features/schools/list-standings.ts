import type { EligibilitySnapshot } from '../../db/eligibility.ts';
import { FUNDING_LISTS, type FundingList, type IdentifierType } from '../../domain/funding/funding-codes.ts';
import type { School } from '../../domain/school.ts';

/** Where a school stands on one of DfE's lists, intake by intake. */
export interface ListStanding {
  readonly list: FundingList;
  readonly vintages: readonly { readonly vintage: string; readonly standing: 'yes' | 'no' | 'not-held' }[];
  /** Schools it took the place of that the list names, where it does not name this one. */
  readonly formerly: readonly School[];
}

/** The kind of number each list that can name a school goes by. */
const GOES_BY: Partial<Readonly<Record<FundingList, IdentifierType>>> = {
  'pp50-school': 'urn',
  'pp50-further-education': 'ukprn',
  rise: 'urn',
  'la-nursery': 'urn',
};
const FURTHER_EDUCATION_TYPES: ReadonlySet<number> = new Set([18, 31, 32, 41, 45, 46, 48, 49]);
const NURSERY_TYPE = 15;

export function listStandings(
  school: School,
  predecessors: readonly School[],
  { held, isOn }: EligibilitySnapshot,
): readonly ListStanding[] {
  return FUNDING_LISTS.flatMap((list) => {
    const type = GOES_BY[list];
    if (type === undefined || !couldName(list, school)) return [];
    const vintages = held
      .filter((one) => one.list === list)
      .map(({ vintage }) => ({ vintage, standing: isOnList(school, vintage) }));
    function isOnList(one: School, vintage: string) {
      const identifier = type === 'ukprn' ? one.ukprn : one.urn;
      return identifier === null || type === undefined
        ? 'no'
        : isOn(list, type, String(identifier), vintage as Parameters<typeof isOn>[3]);
    }
    const isNamed = vintages.some(({ standing }) => standing === 'yes');
    const formerly = isNamed
      ? []
      : predecessors.filter((one) => vintages.some(({ vintage }) => isOnList(one, vintage) === 'yes'));
    return vintages.length === 0 ? [] : [{ list, vintages, formerly }];
  });
}

/** A list that could never name this kind of school says nothing by leaving it out. */
function couldName(list: FundingList, { typeCode }: School): boolean {
  const isFurther = typeCode !== null && FURTHER_EDUCATION_TYPES.has(typeCode);
  if (list === 'pp50-further-education') return isFurther;
  return list === 'la-nursery' ? typeCode === NURSERY_TYPE : !isFurther;
}
