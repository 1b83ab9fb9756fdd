import type { Profile } from './profile.ts';
import { questionOf } from './questions.ts';
import type { QuestionId } from '../catalogue/requirement.ts';

/** Whether a profile already says all that the question would ask. */
export function isTold(id: QuestionId, profile: Profile): boolean {
  switch (id) {
    case 'npqs':
      return profile.npqs !== undefined;
    case 'setting':
      return isSettingTold(profile);
    case 'role':
      return profile.role !== undefined && (profile.role !== 'headteacher' || profile.newHeadteacher !== undefined);
    case 'phase':
      return profile.phase !== undefined;
    case 'holds':
      return areAllTold(profile, ['holds', 'mentorTrained', 'masteryYear']);
    case 'years-teaching':
      return profile.yearsTeaching !== undefined;
    case 'at-work':
      return areAllTold(profile, ['sponsor', 'lineManager', 'hosts', 'receptionTeacher', 'catholicSchool']);
    case 'subjects':
      return profile.subjects !== undefined;
    case 'district':
      return profile.district !== undefined;
    default:
      return id satisfies never;
  }
}

function isSettingTold({ setting, inEngland, sector }: Profile): boolean {
  if (setting === undefined || (inEngland === undefined && setting.urn === undefined)) return false;
  return setting.kind !== 'school' || sector !== undefined;
}

function areAllTold(profile: Profile, keys: readonly (keyof Profile)[]): boolean {
  return keys.every((key) => profile[key] !== undefined);
}

/** What choosing nothing tells, of a question with several boxes: a box left empty is a "no". */
export function tellsNone(id: QuestionId): Partial<Profile> {
  switch (id) {
    case 'npqs':
      return { npqs: [] };
    case 'holds':
      return { holds: [], mentorTrained: 'no', masteryYear: 'no' };
    case 'at-work':
      return { sponsor: 'no', lineManager: 'no', hosts: [], receptionTeacher: 'no', catholicSchool: 'no' };
    case 'subjects':
      return { subjects: [] };
    default:
      return {};
  }
}

/** The questions that asking this one spares: where somebody works mostly says whom they teach. */
export function spares(id: QuestionId, profile: Profile): readonly QuestionId[] {
  if (id !== 'setting' || profile.phase === undefined) return [];
  const { setting, sector } = profile;
  const said = questionOf(id).options.some(
    ({ tells }) =>
      tells.phase === profile.phase && tells.setting?.kind === setting?.kind && (tells.sector ?? sector) === sector,
  );
  return said ? ['phase'] : [];
}
