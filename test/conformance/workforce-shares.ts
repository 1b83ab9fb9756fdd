/**
 * How the people who finish NPQs in England are spread, as far as anybody has published it. `published`: a count of
 * DfE's. `derived`: worked out from one, as its source says. `our-estimate`: nobody publishes it; the questionnaire's
 * figures are printed with these varied too, so that none of them hangs on a guess.
 */
export interface Share<Value extends string = string> {
  readonly value: Value;
  readonly weight: number;
  readonly basis: 'published' | 'derived' | 'our-estimate';
  readonly source: string;
}

type Row<Value extends string> = readonly [value: Value, weight: number];

const shares = <Value extends string>(
  basis: Share['basis'],
  source: string,
  rows: readonly Row<Value>[],
): readonly Share<Value>[] => rows.map(([value, weight]) => ({ value, weight, basis, source }));

const STARTS_2022 =
  'DfE, Teacher and leader development: ECF and NPQs, 2022/23 (revised): funded starts of 35,733 or so, explore-education-statistics.service.gov.uk';
const CENSUS_2024 =
  'DfE, School workforce in England, November 2024: FTE teachers, explore-education-statistics.service.gov.uk';
const SCHOOLS_2026 = 'DfE, Get Information about Schools, January 2026: open state-funded schools';
const NOT_PUBLISHED = 'no count was found';

/** The NPQ somebody has just finished. */
export const NPQ_SHARES = [
  ...shares('published', STARTS_2022, [
    ['npq-senior-leadership', 25.1],
    ['npq-leading-teaching', 20.8],
    ['npq-headship', 12.3],
    ['npq-early-years-leadership', 8.7],
    ['npq-leading-literacy', 8.6],
  ]),
  ...shares('derived', `${STARTS_2022}; the remaining 24.5 in a hundred, parted by our estimate`, [
    ['npq-leading-teaching-development', 11.5],
    ['npq-leading-behaviour-culture', 10.5],
    ['npq-executive-leadership', 2.5],
  ]),
  ...shares('our-estimate', 'offered since spring 2024, no count was found', [
    ['npq-leading-primary-mathematics', 2.5],
  ]),
  ...shares('our-estimate', '10,537 starts in 2024/25, its first year (Schools Week); few had finished by 2026', [
    ['npq-senco', 10],
  ]),
];

export const PLACE_SHARES = [
  ...shares('our-estimate', 'what the others leave', [['state-school', 86]]),
  ...shares('our-estimate', NOT_PUBLISHED, [
    ['academy-trust', 3],
    ['16-to-19', 2.5],
    ['early-years', 4],
    ['independent-school', 2],
    ['independent-special', 0.5],
    ['other', 0.5],
    ['outside-england', 0.5],
  ]),
  ...shares('published', `${CENSUS_2024}: 4,500 of 468,300 are employed centrally by a council`, [['another', 1]]),
];

/** In state-funded schools. */
export const PHASE_SHARES = [
  ...shares('published', CENSUS_2024, [
    ['primary', 215_600],
    ['secondary', 219_000],
    ['special', 29_200],
  ]),
  ...shares('our-estimate', `${CENSUS_2024} counts nursery classes under primary, all-through schools under both`, [
    ['early-years', 10_000],
    ['all-through', 8_000],
  ]),
];

/** Districts of a hub's teachers: half are taken to be its own, as it is the hub's service. Varied in the report. */
export const DISTRICT_SHARES = [
  ...shares('derived', `${SCHOOLS_2026}: 134 in Wigan, 91 in Warrington, 67 in Halton`, [
    ['wigan', 23],
    ['warrington', 15.5],
    ['halton', 11.5],
  ]),
  ...shares('our-estimate', NOT_PUBLISHED, [['elsewhere', 50]]),
];

/** In a hundred. */
export const RATES = {
  qts: { weight: 97, basis: 'published', source: `${CENSUS_2024}: most teachers hold qualified teacher status (97 %)` },
  catholicInArea: { weight: 21, basis: 'derived', source: `${SCHOOLS_2026}: 62 of 292 in the hub's area, by name` },
  catholicElsewhere: { weight: 8.5, basis: 'derived', source: `${SCHOOLS_2026}: 1,855 of 21,835, by name` },
} as const;

export const ROLE_SHARES = {
  specialist: shares('our-estimate', NOT_PUBLISHED, [
    ['class-teacher', 34],
    ['middle-leader', 42],
    ['senior-leader', 15],
    ['headteacher', 2],
    ['ect', 3],
    ['support-staff', 2],
    ['other', 2],
  ]),
  'npq-senior-leadership': shares('our-estimate', NOT_PUBLISHED, [
    ['class-teacher', 6],
    ['middle-leader', 40],
    ['senior-leader', 46],
    ['headteacher', 5],
    ['executive', 1],
    ['other', 2],
  ]),
  'npq-headship': shares('our-estimate', NOT_PUBLISHED, [
    ['middle-leader', 4],
    ['senior-leader', 55],
    ['headteacher', 38],
    ['executive', 3],
  ]),
  'npq-executive-leadership': shares('our-estimate', NOT_PUBLISHED, [
    ['senior-leader', 26],
    ['headteacher', 40],
    ['executive', 34],
  ]),
  'npq-early-years-leadership': shares('our-estimate', NOT_PUBLISHED, [
    ['class-teacher', 38],
    ['middle-leader', 22],
    ['senior-leader', 14],
    ['headteacher', 8],
    ['support-staff', 10],
    ['other', 8],
  ]),
  'npq-senco': shares('our-estimate', NOT_PUBLISHED, [
    ['class-teacher', 22],
    ['middle-leader', 44],
    ['senior-leader', 30],
    ['headteacher', 4],
  ]),
} as const;

/** What a secondary teacher mainly teaches. */
export const SUBJECT_SHARES = shares('our-estimate', 'after the hours of a usual timetable', [
  ['english', 17],
  ['mathematics', 16],
  ['science', 14],
  ['physics', 4],
  ['physical-education', 9],
  ['languages', 8],
  ['history', 7],
  ['geography', 7],
  ['religious-education', 5],
  ['art-and-design', 4],
  ['design-and-technology', 4],
  ['computing', 4],
  ['music', 3],
  ['other', 8],
]);
