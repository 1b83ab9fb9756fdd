import { z } from 'zod';
import { parseHalfTermId, type HalfTermId } from '../../domain/calendar/half-term.ts';
import type { Edit } from '../../domain/plan/plan-edits.ts';
import { LIMITS, type Plan } from '../../domain/plan/plan.ts';
import { DISTRICTS, YES_NO_UNSURE, type Profile } from '../../domain/matching/profile.ts';
import { ROUTE_IDS, type RouteId } from '../../domain/catalogue/route.ts';
import { oneLine } from '../../http/text-field.ts';

/** How long a timetable can be: a year, two, three, or five. */
export const LENGTHS = [6, 9, 12, 18, 30] as const;

/** Copies and drafts make other lengths too: whatever a timetable can have is taken. */
function isLength(text: string): boolean {
  const { least, most } = LIMITS.halfTerms;
  return /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most;
}

const number = (pattern: RegExp, most: number, message: string) =>
  z
    .string()
    .refine((text) => text === '' || (pattern.test(text) && Number(text) <= most), message)
    .transform((text) => (text === '' ? undefined : Number(text)));

const optional = <T extends readonly [string, ...string[]]>(values: T) =>
  z.string().transform((text): T[number] | undefined => values.find((value) => value === text));

/** What a plan goes by, in the order of its page. */
export const settingsForm = z.object({
  title: oneLine(LIMITS.title, 'A title').min(1, 'Give the plan a title'),
  hours: number(
    /^\d{1,2}(\.\d{1,2})?$/,
    LIMITS.hoursPerWeek,
    `Hours a week must be a number from 0 to ${LIMITS.hoursPerWeek}, such as 2 or 1.5`,
  ),
  fte: number(
    /^(0?\.\d{1,2}|0\.\d{1,2}|1(\.0{1,2})?)$/,
    1,
    'Your share of a full week must be a number up to 1, such as 0.6',
  ).refine((value) => value === undefined || value > 0, 'Your share of a full week must be more than nothing'),
  budget: number(/^\d{1,6}$/, 100_000, 'What you could pay in a year must be whole pounds, such as 200'),
  aims: z.array(z.string()).transform((values): readonly RouteId[] => ROUTE_IDS.filter((id) => values.includes(id))),
  sponsor: optional(YES_NO_UNSURE),
  'line-manager': optional(YES_NO_UNSURE),
  district: optional(DISTRICTS),
  first: z
    .string()
    .refine((text) => parseHalfTermId(text) !== undefined, 'Choose the half term it starts with')
    .transform((text) => text as HalfTermId),
  'half-terms': z.string().refine(isLength, 'Choose how long the timetable is').transform(Number),
});

export type SettingsForm = z.output<typeof settingsForm>;

/** A plan that goes by other settings. Steps stay where they are. */
export function withSettings(plan: Plan, form: SettingsForm): Edit {
  const {
    hoursPerWeek: _h,
    fte: _f,
    budget: _b,
    aims: _a,
    sponsor: _s,
    lineManager: _l,
    district: _d,
    ...rest
  } = plan.profile;
  const profile: Profile = {
    ...rest,
    ...(form.hours === undefined ? {} : { hoursPerWeek: form.hours }),
    ...(form.fte === undefined ? {} : { fte: form.fte }),
    ...(form.budget === undefined ? {} : { budget: form.budget }),
    ...(form.aims.length === 0 ? {} : { aims: form.aims }),
    ...(form.sponsor === undefined ? {} : { sponsor: form.sponsor }),
    ...(form['line-manager'] === undefined ? {} : { lineManager: form['line-manager'] }),
    ...(form.district === undefined ? {} : { district: form.district }),
  };
  return {
    plan: { ...plan, title: form.title, profile, first: form.first, halfTerms: form['half-terms'] },
    said: plan.title === form.title ? 'Changed the settings.' : `Changed the settings and called it “${form.title}”.`,
  };
}
