import type { NpqCode } from '../catalogue/npq.ts';

/** Whom an NPQ is funded for in an intake. */
export type CourseRule =
  /** Everybody in an eligible type of school or setting. */
  | 'universal'
  /** Only schools and 16 to 19 settings on DfE's disadvantage lists. */
  | 'list'
  /** Early years leadership with no list but that of childminders. */
  | 'early-years'
  /** Early years leadership by list. */
  | 'early-years-list'
  /** The Early Headship Coaching Offer and its forerunner. */
  | 'new-head'
  /** Only the state-funded schools highest for pupil premium, by a list of 2021 that is not held. */
  | 'top-pupil-premium'
  | 'new-head-or-top-pupil-premium'
  | 'not-offered';

export type CourseRules = Readonly<Record<NpqCode, CourseRule>>;

/** From October 2021: the rules were widened, and those already registered were looked at again. */
export const WIDENED: CourseRules = {
  'npq-leading-teaching': 'universal',
  'npq-leading-teaching-development': 'universal',
  'npq-leading-behaviour-culture': 'universal',
  'npq-leading-literacy': 'not-offered',
  'npq-leading-primary-mathematics': 'not-offered',
  'npq-senior-leadership': 'universal',
  'npq-headship': 'universal',
  'npq-executive-leadership': 'universal',
  'npq-early-years-leadership': 'not-offered',
  'npq-senco': 'not-offered',
  'npq-early-headship-coaching-offer': 'not-offered',
  'npq-additional-support-offer': 'new-head',
};

/** July to October 2021: narrower, but for leading teacher development. */
export const FIRST_RULES: CourseRules = {
  ...WIDENED,
  'npq-leading-teaching': 'top-pupil-premium',
  'npq-leading-behaviour-culture': 'top-pupil-premium',
  'npq-senior-leadership': 'top-pupil-premium',
  'npq-headship': 'new-head-or-top-pupil-premium',
  'npq-executive-leadership': 'top-pupil-premium',
};

/** June 2022: leading literacy and early years leadership are new, and the coaching offer takes over from its forerunner. */
export const UNIVERSAL_2022: CourseRules = {
  ...WIDENED,
  'npq-leading-literacy': 'universal',
  'npq-early-years-leadership': 'early-years',
  'npq-early-headship-coaching-offer': 'new-head',
  'npq-additional-support-offer': 'not-offered',
};

/** February 2024: leading primary mathematics is new. */
export const UNIVERSAL_2024: CourseRules = { ...UNIVERSAL_2022, 'npq-leading-primary-mathematics': 'universal' };

/** Autumn 2024 and spring 2025: the NPQ for SENCOs is new; most others are funded by list. */
export const LISTS_2024: CourseRules = {
  'npq-leading-teaching': 'list',
  'npq-leading-teaching-development': 'list',
  'npq-leading-behaviour-culture': 'list',
  'npq-leading-literacy': 'list',
  'npq-leading-primary-mathematics': 'universal',
  'npq-senior-leadership': 'list',
  'npq-headship': 'universal',
  'npq-executive-leadership': 'list',
  'npq-early-years-leadership': 'early-years-list',
  'npq-senco': 'universal',
  'npq-early-headship-coaching-offer': 'new-head',
  'npq-additional-support-offer': 'not-offered',
};

/** Autumn 2025: leading primary mathematics goes to the lists too. */
export const LISTS_2025: CourseRules = { ...LISTS_2024, 'npq-leading-primary-mathematics': 'list' };

/** Autumn 2026: senior leadership is for everybody again, and early years leadership needs no disadvantage list. */
export const LISTS_2026: CourseRules = {
  ...LISTS_2025,
  'npq-senior-leadership': 'universal',
  'npq-early-years-leadership': 'early-years',
};
