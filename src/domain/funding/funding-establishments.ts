import type { SettingKind } from '../matching/profile.ts';

/** GIAS type of a nursery school maintained by a local authority. */
export const NURSERY_SCHOOL_TYPE = 15;

/** GIAS type of an independent special school: not a state school, yet eligible since 2022. */
export const INDEPENDENT_SPECIAL_TYPE = 10;

/**
 * Types of establishment (GIAS codes) whose staff DfE's registration service counts as eligible (code of August 2026;
 * the same since June 2022).
 */
export const ELIGIBLE_TYPES: ReadonlySet<number> = new Set([
  1, 2, 3, 5, 6, 7, 8, 10, 12, 14, 15, 18, 24, 26, 28, 31, 32, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45, 46,
]);

/** From 12 October 2021 to spring 2022 independent special schools were not among them (DfE's code of October 2021). */
export const ELIGIBLE_TYPES_2021: ReadonlySet<number> = new Set(
  [...ELIGIBLE_TYPES].filter((type) => type !== INDEPENDENT_SPECIAL_TYPE),
);

/** Under the first rules further education, sixth form colleges and secure units were out too (code of July 2021). */
export const ELIGIBLE_TYPES_FIRST_RULES: ReadonlySet<number> = new Set([
  1, 2, 3, 5, 6, 7, 8, 12, 14, 15, 28, 33, 34, 35, 36, 38, 39, 40, 41, 42, 43, 44, 45,
]);

/** Of those, the types whose place on the pupil premium list of 2021 was never asked for (code of July 2021). */
export const OUTSIDE_PUPIL_PREMIUM_2021: ReadonlySet<number> = new Set([15, 39, 45]);

const SIXTEEN_TO_NINETEEN_TYPES: ReadonlySet<number> = new Set([18, 31, 32, 39, 45, 46]);

/** Where the staff of an establishment would say they work: what a page about a school itself asks with. */
export function workplaceOfType(type: number | undefined): SettingKind {
  if (type === NURSERY_SCHOOL_TYPE) return 'early-years';
  return type !== undefined && SIXTEEN_TO_NINETEEN_TYPES.has(type) ? '16-to-19' : 'school';
}

/** Local authority codes that GIAS uses for places outside England (DfE's registration service, 2026). */
const OUTSIDE_ENGLAND_AUTHORITIES: ReadonlySet<string> = new Set(['000', '673', '702', '704', '708']);
const WELSH_TYPE = 30;

export function isInEngland({
  typeCode,
  laCode,
}: {
  readonly typeCode?: number | undefined;
  readonly laCode?: string | undefined;
}): boolean {
  return typeCode !== WELSH_TYPE && !(laCode !== undefined && OUTSIDE_ENGLAND_AUTHORITIES.has(laCode));
}
