import { FIRST_DAY_HELD, type IsoDate } from '../date.ts';
import type { ListVintage } from './funding-codes.ts';
import { ELIGIBLE_TYPES, ELIGIBLE_TYPES_2021, ELIGIBLE_TYPES_FIRST_RULES } from './funding-establishments.ts';
import {
  FIRST_RULES,
  LISTS_2024,
  LISTS_2025,
  LISTS_2026,
  UNIVERSAL_2022,
  UNIVERSAL_2024,
  WIDENED,
  type CourseRule,
} from './funding-courses.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';

export const COHORT_IDS = [
  '2021-autumn',
  '2022-spring',
  '2022-autumn',
  '2023-spring',
  '2023-autumn',
  '2024-spring',
  '2024-autumn',
  '2025-spring',
  '2025-autumn',
  '2026-spring',
  '2026-autumn',
  '2027-spring',
  '2027-autumn',
] as const;
export type CohortId = (typeof COHORT_IDS)[number];

/** What virtual, hospital and secure settings and local authority supply come to, and under which rules. */
export interface ElsewhereRule {
  readonly outcome: 'funded' | 'review' | 'not-held';
  readonly courses: readonly CourseRule[];
}

/** The parameters of one intake. The decision itself is the same for all of them: `funding-tree.ts`. */
export interface CohortRules extends IntakeParameters {
  /** Where the statement, source and date behind each NPQ's rule stand. */
  readonly facts: Readonly<Record<NpqCode, FactRef>>;
}

interface IntakeParameters {
  readonly cohort: CohortId;
  /** Reads on after "for": "autumn 2026". */
  readonly name: string;
  /** The first day these rules held; `null` where none are announced. */
  readonly from: IsoDate | null;
  /** The last day, where later rules for the same intake replaced them. */
  readonly until: IsoDate | null;
  readonly money: 'full' | 'capped' | 'zero' | 'not-announced' | 'not-held';
  readonly courses: Readonly<Record<NpqCode, CourseRule>>;
  /** The intake whose lists it uses; `null` where it uses none that we know by name. */
  readonly lists: ListVintage | null;
  readonly types: ReadonlySet<number>;
  /** Whether every 16 to 19 setting counts by what it is; under the first rules only some types of school did. */
  readonly sixteenToNineteen: boolean;
  /** Schools on the RISE list are funded for every NPQ. */
  readonly rise: boolean;
  readonly elsewhere: ElsewhereRule;
  readonly leadMentors: 'funded' | 'not-held';
  readonly returners: 'review' | 'not-held';
  readonly coachingOffer: 'any-setting' | 'state-setting';
  /** Staff of nursery schools and classes: by the school they belong to, or by the rules for early years settings. */
  readonly nurseryClasses: 'as-school' | 'as-early-years';
  /** For early years leadership: all childminders, or those on Ofsted's list. */
  readonly childminders: 'all' | 'listed';
  /** For early years leadership: pre-school classes of every school, or of state schools and some others. */
  readonly preSchoolClasses: 'every-school' | 'some-independent' | 'listed';
  /** A day on which the facts that bear this out hold, by course where it differs. */
  readonly factDay: IsoDate;
  readonly factDays?: Partial<Readonly<Record<NpqCode, IsoDate>>>;
}

/** Where a page finds the statement, source and date behind a row: the fact of this topic that held on this day. */
export interface FactRef {
  readonly topic: string;
  readonly day: IsoDate;
}

const day = (text: string): IsoDate => text as IsoDate;

/** 1 July to 11 October 2021 (DfE's announcement of June 2021 as hubs gave it; DfE's code of July 2021). */
const FIRST: IntakeParameters = {
  cohort: '2021-autumn',
  name: 'autumn 2021',
  from: day('2021-07-01'),
  until: day('2021-10-11'),
  money: 'full',
  courses: FIRST_RULES,
  lists: null,
  types: ELIGIBLE_TYPES_FIRST_RULES,
  sixteenToNineteen: false,
  rise: false,
  elsewhere: { outcome: 'not-held', courses: ['universal', 'top-pupil-premium', 'new-head-or-top-pupil-premium'] },
  leadMentors: 'not-held',
  returners: 'not-held',
  coachingOffer: 'state-setting',
  nurseryClasses: 'as-school',
  childminders: 'all',
  preSchoolClasses: 'some-independent',
  factDay: day('2021-07-01'),
};

/** 12 October 2021 to spring 2022 (DfE's announcement of that day; DfE's code of October 2021). */
const FROM_OCTOBER_2021: IntakeParameters = {
  ...FIRST,
  from: day('2021-10-12'),
  until: null,
  courses: WIDENED,
  types: ELIGIBLE_TYPES_2021,
  sixteenToNineteen: true,
  elsewhere: { outcome: 'not-held', courses: ['universal'] },
  factDay: day('2021-10-12'),
};

/** June 2022 to spring 2024 (hubs' pages on DfE's funding guidance; DfE's relaunch of June 2022). */
const FROM_JUNE_2022: IntakeParameters = {
  ...FROM_OCTOBER_2021,
  cohort: '2022-autumn',
  name: 'autumn 2022',
  from: day('2022-06-01'),
  courses: UNIVERSAL_2022,
  types: ELIGIBLE_TYPES,
  elsewhere: { outcome: 'funded', courses: ['universal', 'early-years'] },
  factDay: day('2022-06-01'),
};

/** From autumn 2024 (GOV.UK's page of 12 June 2024; DfE's code of 2024 for nurseries and childminders). */
const FROM_JUNE_2024: IntakeParameters = {
  ...FROM_JUNE_2022,
  cohort: '2024-autumn',
  name: 'autumn 2024',
  from: day('2024-06-12'),
  money: 'capped',
  courses: LISTS_2024,
  lists: '2024-autumn',
  elsewhere: { outcome: 'funded', courses: ['universal'] },
  leadMentors: 'funded',
  returners: 'review',
  childminders: 'listed',
  preSchoolClasses: 'listed',
  factDay: day('2024-06-12'),
};

/** Autumn 2025, the first with RISE (hubs' pages on the guidance of 24 July 2025; DfE's code of that autumn). */
const FROM_JULY_2025: IntakeParameters = {
  ...FROM_JUNE_2024,
  cohort: '2025-autumn',
  name: 'autumn 2025',
  from: day('2025-07-24'),
  courses: LISTS_2025,
  lists: '2025-autumn',
  rise: true,
  nurseryClasses: 'as-early-years',
  factDay: day('2025-07-24'),
};

/** Autumn 2026 (GOV.UK's page of 18 May 2026; DfE's code after its change of 1 June 2026). */
const FROM_MAY_2026: IntakeParameters = {
  ...FROM_JULY_2025,
  cohort: '2026-autumn',
  name: 'autumn 2026',
  from: day('2026-05-18'),
  courses: LISTS_2026,
  lists: '2026-autumn',
  elsewhere: { outcome: 'review', courses: ['universal'] },
  coachingOffer: 'any-setting',
  preSchoolClasses: 'every-school',
  factDay: day('2026-05-18'),
};

const notAnnounced = (cohort: CohortId, name: string): IntakeParameters => ({
  ...FROM_MAY_2026,
  cohort,
  name,
  from: null,
  money: 'not-announced',
  lists: null,
});

/** Every set of rules, the oldest first; autumn 2021 had two. */
const PARAMETERS: readonly IntakeParameters[] = [
  FIRST,
  FROM_OCTOBER_2021,
  { ...FROM_OCTOBER_2021, cohort: '2022-spring', name: 'spring 2022' },
  FROM_JUNE_2022,
  { ...FROM_JUNE_2022, cohort: '2023-spring', name: 'spring 2023' },
  {
    ...FROM_JUNE_2022,
    cohort: '2023-autumn',
    name: 'autumn 2023',
    from: day('2023-04-03'),
    factDay: day('2023-04-03'),
  },
  {
    ...FROM_JUNE_2022,
    cohort: '2024-spring',
    name: 'spring 2024',
    from: day('2023-04-03'),
    courses: UNIVERSAL_2024,
    factDay: day('2023-04-03'),
    factDays: { 'npq-leading-primary-mathematics': day('2024-02-01') },
  },
  FROM_JUNE_2024,
  {
    ...FROM_JUNE_2024,
    cohort: '2025-spring',
    name: 'spring 2025',
    from: day('2024-12-16'),
    lists: '2025-spring',
    factDay: day('2024-12-16'),
  },
  FROM_JULY_2025,
  // DfE's code had it marked unfunded from July 2025; the statement for each NPQ dates from that autumn's close.
  {
    ...FROM_JULY_2025,
    cohort: '2026-spring',
    name: 'spring 2026',
    money: 'zero',
    lists: null,
    factDay: day('2025-12-23'),
  },
  FROM_MAY_2026,
  notAnnounced('2027-spring', 'spring 2027'),
  notAnnounced('2027-autumn', 'autumn 2027'),
];

export const COHORT_RULES: readonly CohortRules[] = PARAMETERS.map((rules) => ({
  ...rules,
  facts: Object.fromEntries(NPQ_CODES.map((npq) => [npq, factBehind(rules, npq)])) as Record<NpqCode, FactRef>,
}));

const BY_COHORT: ReadonlyMap<CohortId, readonly CohortRules[]> = new Map(
  COHORT_IDS.map((cohort) => [cohort, COHORT_RULES.filter((rules) => rules.cohort === cohort)]),
);

/** Each intake before its rules: made once, so that the same rules are always the same object. */
const before = (money: 'not-announced' | 'not-held'): ReadonlyMap<CohortId, CohortRules> =>
  new Map(
    COHORT_IDS.flatMap(
      (cohort) =>
        BY_COHORT.get(cohort)
          ?.slice(0, 1)
          .map((rules) => [cohort, { ...rules, money }] as const) ?? [],
    ),
  );
const NOT_YET = before('not-announced');
const BEFORE_ALL = before('not-held');

/**
 * The rules of an intake as they stood on a day. After the rules were widened the newest stand for good; before the
 * first of them was announced the intake is not announced either.
 */
export function rulesFor(cohort: CohortId, on: IsoDate): CohortRules {
  const all = BY_COHORT.get(cohort) ?? [];
  const held = all.findLast((rules) => rules.from !== null && rules.from <= on);
  if (held) return held;
  const untold = (on < FIRST_DAY_HELD ? BEFORE_ALL : NOT_YET).get(cohort);
  if (!untold) throw new Error(`no rules for "${cohort}"`);
  return untold;
}

function factBehind(rules: IntakeParameters, npq: NpqCode): FactRef {
  if (rules.courses[npq] === 'not-offered') return notOfferedFact(rules, npq);
  if (rules.from === null) return { topic: 'npq-funding-rules-2027', day: FROM_MAY_2026.factDay };
  return { topic: `${npq}-funding`, day: rules.factDays?.[npq] ?? rules.factDay };
}

function notOfferedFact(rules: IntakeParameters, npq: NpqCode): FactRef {
  const heads = npq === 'npq-additional-support-offer' || npq === 'npq-early-headship-coaching-offer';
  return heads
    ? { topic: 'npq-additional-support-offer-funding', day: FIRST.factDay }
    : { topic: 'npq-count', day: rules.factDay };
}
