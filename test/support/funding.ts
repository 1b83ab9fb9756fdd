import type { IsoDate } from '../../src/domain/date.ts';
import { decideFunding, type FundingAnswer } from '../../src/domain/funding/funding.ts';
import {
  LIST_VINTAGES,
  type FundingList,
  type IdentifierType,
  type IsOn,
  type ListVintage,
} from '../../src/domain/funding/funding-codes.ts';
import { rulesFor, type CohortId } from '../../src/domain/funding/funding-cohorts.ts';
import type { FundingTeacher } from '../../src/domain/funding/funding-input.ts';
import type { NpqCode } from '../../src/domain/catalogue/npq.ts';
import { TODAY } from './builders.ts';

/** `list:identifier type:identifier@vintage` */
export type Entry = `${FundingList}:${IdentifierType}:${string}@${ListVintage}`;

/** Lists that hold these entries and nothing else; vintages not named as held are not with us. */
export function listsHolding(
  entries: readonly Entry[] = [],
  held: readonly ListVintage[] = ['2024-autumn', '2025-spring', '2025-autumn'],
): IsOn {
  const on = new Set<string>(entries);
  return (list, type, identifier, vintage) => {
    if (!held.includes(vintage)) return 'not-held';
    return on.has(`${list}:${type}:${identifier}@${vintage}`) ? 'yes' : 'no';
  };
}

/** Everything is on every list. */
export const onAll: IsOn = () => 'yes';

export const ALL_VINTAGES: readonly ListVintage[] = LIST_VINTAGES;

/** Somebody in a community school, on no list, for whom DfE has paid nothing. */
export function aFundingTeacher(told: Partial<FundingTeacher> = {}): FundingTeacher {
  return {
    inEngland: true,
    paidFor: [],
    perhapsPaidFor: [],
    newHeadteacher: false,
    workplace: 'school',
    school: { urn: '100001', ukprn: '10000001', typeCode: 1 },
    ...told,
  };
}

export interface Asked {
  readonly npq?: NpqCode;
  readonly cohort?: CohortId;
  readonly on?: IsoDate;
  readonly isOn?: IsOn;
}

/** The answer for that teacher, changed as told: leading teaching in autumn 2026 unless said otherwise. */
export function decided(told: Partial<FundingTeacher> = {}, asked: Asked = {}): FundingAnswer {
  const { npq = 'npq-leading-teaching', cohort = '2026-autumn', on = TODAY, isOn = listsHolding() } = asked;
  return decideFunding({ npq, rules: rulesFor(cohort, on), teacher: aFundingTeacher(told), isOn });
}
