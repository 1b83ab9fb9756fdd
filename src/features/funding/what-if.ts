import { decideFunding, type FundingAnswer } from '../../domain/funding/funding.ts';
import type { FundingList, IsOn } from '../../domain/funding/funding-codes.ts';
import { rulesFor, type CohortId } from '../../domain/funding/funding-cohorts.ts';
import type { FundingTeacher } from '../../domain/funding/funding-input.ts';
import { intakeName, intakesAbout } from '../../domain/funding/funding-intakes.ts';
import { NPQ_CODES, type NpqCode } from '../../domain/catalogue/npq.ts';
import type { School } from '../../domain/school.ts';
import { whoPays, type WhoPays } from '../../http/who-pays.ts';
import type { Asked } from '../../http/asked.ts';

export const CHANGES = ['school', 'wait', 'part-time'] as const;
export type Change = (typeof CHANGES)[number];

/** Schools to think with, for whoever has none in mind yet. */
export const KINDS_OF_SCHOOL = {
  rise: 'A state school on the RISE list',
  listed: 'A state school on DfE’s disadvantage list',
  unlisted: 'A state school on no list',
  independent: 'An independent school',
} as const;
export type KindOfSchool = keyof typeof KINDS_OF_SCHOOL;

export interface Compared {
  readonly npq: NpqCode;
  readonly now: FundingAnswer;
  readonly instead: FundingAnswer;
  readonly differs: boolean;
}

export interface WhatIf {
  readonly nowName: string;
  readonly insteadName: string;
  readonly rows: readonly Compared[];
}

/** Now beside one intake later. */
export function ifYouWaited(pays: WhoPays): WhatIf | undefined {
  const { newest, next } = intakesAbout(pays.day);
  if (newest === undefined || next === undefined) return undefined;
  return {
    nowName: intakeName(newest),
    insteadName: intakeName(next),
    rows: compared(
      (npq) => pays.answer(npq, newest),
      (npq) => pays.answer(npq, next),
    ),
  };
}

/** Here beside another school on the register. */
export function ifYouMoved(pays: WhoPays, asked: Asked, other: School): WhatIf | undefined {
  const { newest } = intakesAbout(pays.day);
  if (newest === undefined) return undefined;
  const there = whoPays({ ...asked, answers: withoutSetting(asked), school: other.urn }, pays.day, other, pays.isOn);
  return {
    nowName: hereName(pays),
    insteadName: other.name,
    rows: compared(
      (npq) => pays.answer(npq, newest),
      (npq) => there.answer(npq, newest),
    ),
  };
}

/** Here beside a school of some kind. */
export function ifYouMovedTo(pays: WhoPays, kind: KindOfSchool): WhatIf | undefined {
  const { newest } = intakesAbout(pays.day);
  if (newest === undefined) return undefined;
  return {
    nowName: hereName(pays),
    insteadName: KINDS_OF_SCHOOL[kind],
    rows: compared(
      (npq) => pays.answer(npq, newest),
      (npq) => atKind(pays, kind, npq, newest),
    ),
  };
}

const ON_LIST: Readonly<Record<KindOfSchool, FundingList | undefined>> = {
  rise: 'rise',
  listed: 'pp50-school',
  unlisted: undefined,
  independent: undefined,
};
const COMMUNITY_SCHOOL = 1;
const INDEPENDENT_SCHOOL = 11;

function atKind({ teacher, day }: WhoPays, kind: KindOfSchool, npq: NpqCode, cohort: CohortId): FundingAnswer {
  const there: FundingTeacher = {
    ...teacher,
    inEngland: true,
    workplace: 'school',
    school: { urn: '0', typeCode: kind === 'independent' ? INDEPENDENT_SCHOOL : COMMUNITY_SCHOOL },
    sector: undefined,
    earlyYears: undefined,
    employment: undefined,
  };
  const isOn: IsOn = (list) => (list === ON_LIST[kind] ? 'yes' : 'no');
  return decideFunding({ npq, rules: rulesFor(cohort, day), teacher: there, isOn });
}

function hereName({ school, told }: WhoPays): string {
  return school?.name ?? (told ? 'Where you work now' : 'Nothing told yet');
}

function withoutSetting({ answers }: Asked): Asked['answers'] {
  return new Map([...answers].filter(([id]) => id !== 'setting'));
}

function compared(now: (npq: NpqCode) => FundingAnswer, instead: (npq: NpqCode) => FundingAnswer): readonly Compared[] {
  return NPQ_CODES.map((npq) => {
    const pair = { npq, now: now(npq), instead: instead(npq) };
    // What hangs on an answer we have not been given may be the same in the end.
    const isOwed = pair.now.owner === 'teacher' || pair.instead.owner === 'teacher';
    return { ...pair, differs: !isOwed && pair.now.status !== pair.instead.status };
  }).filter((pair) => pair.now.status !== 'not-offered' || pair.instead.status !== 'not-offered');
}
