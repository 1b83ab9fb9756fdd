import { withSchool } from '../funding/funding-school.ts';
import { DISTRICTS, type District, type Phase, type Profile } from './profile.ts';
import type { School } from '../school.ts';

/** Special schools and alternative provision, by GIAS type: the register gives no phase for them. */
const SPECIAL_TYPES: ReadonlySet<number> = new Set([7, 8, 10, 12, 14, 33, 36, 38, 42, 43, 44]);

const PHASES: Readonly<Record<string, Phase>> = {
  Nursery: 'early-years',
  Primary: 'primary',
  'Middle deemed primary': 'primary',
  Secondary: 'secondary',
  'Middle deemed secondary': 'secondary',
  'All-through': 'all-through',
  'All through': 'all-through',
  '16 plus': '16-to-19',
};

export function phaseOf({ typeCode, phase }: Pick<School, 'typeCode' | 'phase'>): Phase | undefined {
  if (typeCode !== null && SPECIAL_TYPES.has(typeCode)) return 'special';
  return phase === null ? undefined : PHASES[phase];
}

export function districtOf({ districtName }: Pick<School, 'districtName'>): District | undefined {
  if (districtName === null) return undefined;
  return DISTRICTS.find((one) => one === districtName.toLowerCase()) ?? 'elsewhere';
}

/**
 * A profile with what the register says of the school its teacher named, which then need not be asked. An age group
 * that was told by itself stands: in a school for all ages somebody mostly teaches one of them.
 */
export function withNamedSchool(profile: Profile, school: School, toldPhase: Phase | undefined): Profile {
  const phase = toldPhase ?? phaseOf(school) ?? profile.phase;
  const district = districtOf(school) ?? profile.district;
  return {
    ...withSchool(profile, school),
    ...(profile.inEngland === undefined ? { inEngland: true } : undefined),
    ...(phase ? { phase } : undefined),
    ...(district ? { district } : undefined),
  };
}
