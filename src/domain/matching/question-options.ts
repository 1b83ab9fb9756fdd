import type { NpqCode } from '../catalogue/npq.ts';
import {
  SUBJECTS,
  type District,
  type Holding,
  type Phase,
  type Profile,
  type Role,
  type Sector,
  type SettingKind,
  type Subject,
} from './profile.ts';
import { NPQ_WORDS } from '../words.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
  /**
   * How many in a hundred teachers are likely to choose it. Only the order of the questions hangs on it, never a
   * verdict. Phases and roles follow DfE's school workforce census (November 2024); the rest are our estimates.
   */
  readonly weight: number;
  /** What the answer tells, alone. */
  readonly tells: Partial<Profile>;
}

export const npq = (code: NpqCode, weight: number): Option => {
  const name = NPQ_WORDS[code].replace(/^the NPQ (in|for) /, '').replace(/^the /, '');
  return { value: code, label: name, weight, tells: { npqs: [{ code }] } };
};

export const place = (
  value: string,
  label: string,
  hint: string | undefined,
  kind: SettingKind,
  weight: number,
  more: Partial<Profile> = {},
): Option => ({
  value,
  label,
  ...(hint ? { hint } : {}),
  weight,
  tells: { setting: { kind }, inEngland: true, ...more },
});

/** Nobody is a new head but who says so: heads choose which they are, and everyone else has said it by their role. */
export const role = (value: Role, label: string, weight: number): Option => ({
  value,
  label,
  weight,
  tells: { role: value, newHeadteacher: 'no' },
});
export const phase = (value: Phase, label: string, weight: number): Option => ({
  value,
  label,
  weight,
  tells: { phase: value },
});
export const subject = (value: Subject, label: string, weight: number): Option => ({
  value,
  label,
  weight,
  tells: { subjects: [value] },
});
export const holding = (value: Holding, label: string, weight: number): Option => ({
  value,
  label,
  weight,
  tells: { holds: [value] },
});
export const district = (value: District, label: string, weight: number): Option => ({
  value,
  label,
  weight,
  tells: { district: value },
});
export const box = (value: string, label: string, weight: number, tells: Partial<Profile>, hint?: string): Option => ({
  value,
  label,
  ...(hint ? { hint } : {}),
  weight,
  tells,
});
export const school = (sector: Sector, age?: Phase): Partial<Profile> => ({ sector, ...(age ? { phase: age } : {}) });

/** Whoever teaches one class most subjects teaches each of these, and is barred from nothing that asks for one. */
export const CLASS_SUBJECTS: readonly Subject[] = SUBJECTS.filter((one) => one !== 'physics' && one !== 'other');
