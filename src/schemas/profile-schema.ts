import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../domain/date.ts';
import { NPQ_CODES } from '../domain/catalogue/npq.ts';
import {
  DISTRICTS,
  EARLY_YEARS_SETTINGS,
  EMPLOYMENTS,
  HOLDINGS,
  HOSTED,
  PHASES,
  ROLES,
  SECTORS,
  SETTING_KINDS,
  SUBJECTS,
  YES_NO_UNSURE,
  type Profile,
} from '../domain/matching/profile.ts';
import { ROUTE_IDS } from '../domain/catalogue/route.ts';

const day = z
  .string()
  .refine((text) => parseIsoDate(text) !== undefined, 'a day is written YYYY-MM-DD')
  .transform((text) => text as IsoDate);
const identifier = z.number().int().positive();
const answer = z.enum(YES_NO_UNSURE);

const npq = z.strictObject({ code: z.enum(NPQ_CODES), completed: day.nullish(), funded: z.boolean().nullish() });
const setting = z.strictObject({
  kind: z.enum(SETTING_KINDS),
  urn: identifier.nullish(),
  ukprn: identifier.nullish(),
  ofstedId: identifier.nullish(),
  trustId: identifier.nullish(),
});

/** A profile as a file or a kept plan holds it: unknown keys are refused. */
export const profileSchema = z.strictObject({
  npqs: z.array(npq).nullish(),
  setting: setting.nullish(),
  sector: z.enum(SECTORS).nullish(),
  employment: z.enum(EMPLOYMENTS).nullish(),
  earlyYears: z.enum(EARLY_YEARS_SETTINGS).nullish(),
  role: z.enum(ROLES).nullish(),
  phase: z.enum(PHASES).nullish(),
  subjects: z.array(z.enum(SUBJECTS)).nullish(),
  yearsTeaching: z.number().min(0).max(60).nullish(),
  fte: z.number().gt(0).max(1).nullish(),
  hoursPerWeek: z.number().min(0).max(60).nullish(),
  aims: z.array(z.enum(ROUTE_IDS)).nullish(),
  holds: z.array(z.enum(HOLDINGS)).nullish(),
  district: z.enum(DISTRICTS).nullish(),
  hosts: z.array(z.enum(HOSTED)).nullish(),
  sponsor: answer.nullish(),
  lineManager: answer.nullish(),
  newHeadteacher: answer.nullish(),
  ittProviderApproved: answer.nullish(),
  referredByReturnToTeachingAdviser: answer.nullish(),
  mentorTrained: answer.nullish(),
  receptionTeacher: answer.nullish(),
  masteryYear: answer.nullish(),
  catholicSchool: answer.nullish(),
  budget: z.number().min(0).max(1_000_000).nullish(),
  inEngland: z.boolean().nullish(),
});

export type ParsedProfile =
  { readonly ok: true; readonly profile: Profile } | { readonly ok: false; readonly problem: string };

/** Takes a profile as JSON text. Absent and null both mean "not told"; an unknown key is refused and named. */
export function parseProfile(text: string): ParsedProfile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, problem: 'the profile is not JSON' };
  }
  const parsed = profileSchema.safeParse(json);
  if (parsed.success) return { ok: true, profile: asProfile(parsed.data) };
  const [issue] = parsed.error.issues;
  const where = issue && issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return { ok: false, problem: `the profile is wrong: ${where}${issue?.message ?? 'unknown'}` };
}

/** Absent and null both mean "not told". */
export function asProfile(parsed: z.output<typeof profileSchema>): Profile {
  return withoutNulls(parsed) as Profile;
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, held]) =>
      held === null || held === undefined ? [] : [[key, withoutNulls(held)]],
    ),
  );
}
