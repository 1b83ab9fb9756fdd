import type { NpqCode } from '../../src/domain/catalogue/npq.ts';
import {
  SUBJECTS,
  type Holding,
  type Phase,
  type Profile,
  type Role,
  type Subject,
  type YesNoUnsure,
} from '../../src/domain/matching/profile.ts';
import {
  DISTRICT_SHARES,
  NPQ_SHARES,
  PHASE_SHARES,
  PLACE_SHARES,
  RATES,
  ROLE_SHARES,
  SUBJECT_SHARES,
  type Share,
} from './workforce-shares.ts';

type Draw = () => number;
type Place = (typeof PLACE_SHARES)[number]['value'];
type District = (typeof DISTRICT_SHARES)[number]['value'];

/** What may be varied, to see what the questionnaire's figures hang on. */
export interface Spread {
  readonly seed: number;
  readonly district?: District;
}

/** Made people, spread as the workforce is; the same seed always makes the same people. Each answers every question. */
export function madeProfiles(count: number, spread: Spread): readonly Profile[] {
  const draw = randomFrom(spread.seed);
  return Array.from({ length: count }, () => madeProfile(draw, spread));
}

function madeProfile(draw: Draw, spread: Spread): Profile {
  const npq = pick(draw, NPQ_SHARES);
  const place = npq === 'npq-early-years-leadership' && chance(draw, 40) ? 'early-years' : pick(draw, PLACE_SHARES);
  const phase = phaseOf(draw, npq, place);
  const role = place === 'academy-trust' && chance(draw, 30) ? 'executive' : pick(draw, rolesOf(npq));
  const yearsTeaching = yearsOf(draw, role);
  const subjects = subjectsOf(draw, phase, npq);
  const district = spread.district ?? pick(draw, DISTRICT_SHARES);
  return {
    npqs: npqsOf(draw, npq),
    ...placeTells(place),
    role,
    phase,
    yearsTeaching,
    subjects,
    holds: holdsOf(draw, place, role),
    district,
    hosts: (['ects', 'trainees'] as const).filter((who) =>
      chance(draw, hostingRate(place, phase) - (who === 'trainees' ? 15 : 0)),
    ),
    sponsor: answer(draw, role === 'headteacher' || role === 'executive' ? 75 : 50, 30),
    lineManager: answer(draw, 65, 15),
    mentorTrained: answer(draw, yearsTeaching < 3 ? 3 : phase === 'secondary' ? 35 : 28, 8),
    receptionTeacher: answer(draw, receptionRate(phase, place), 2),
    masteryYear: answer(draw, phase === 'primary' ? 35 : subjects.includes('mathematics') ? 40 : 4, 10),
    newHeadteacher: answer(draw, role === 'headteacher' ? 40 : npq === 'npq-headship' ? 12 : 1, 2),
    catholicSchool: chance(
      draw,
      district === 'elsewhere' ? RATES.catholicElsewhere.weight : RATES.catholicInArea.weight,
    )
      ? 'yes'
      : 'no',
  };
}

/** Mulberry32: small, seeded, the same on every machine. */
export function randomFrom(seed: number): Draw {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function pick<Value extends string>(draw: Draw, shares: readonly Share<Value>[]): Value {
  let left = draw() * shares.reduce((sum, share) => sum + share.weight, 0);
  for (const share of shares) {
    left -= share.weight;
    if (left <= 0) return share.value;
  }
  throw new Error('no shares to draw from');
}

function chance(draw: Draw, inAHundred: number): boolean {
  return draw() * 100 < inAHundred;
}

function answer(draw: Draw, yes: number, unsure: number): YesNoUnsure {
  if (chance(draw, yes)) return 'yes';
  return chance(draw, unsure) ? 'unsure' : 'no';
}

function npqsOf(draw: Draw, npq: NpqCode): readonly { readonly code: NpqCode }[] {
  const second = chance(draw, 18) ? pick(draw, NPQ_SHARES) : npq;
  return second === npq ? [{ code: npq }] : [{ code: npq }, { code: second }];
}

function rolesOf(npq: NpqCode): readonly Share<Role>[] {
  return npq in ROLE_SHARES ? ROLE_SHARES[npq as keyof typeof ROLE_SHARES] : ROLE_SHARES.specialist;
}

function placeTells(place: Place): Partial<Profile> {
  switch (place) {
    case 'state-school':
      return { setting: { kind: 'school' }, sector: 'state', inEngland: true };
    case 'independent-school':
      return { setting: { kind: 'school' }, sector: 'independent', inEngland: true };
    case 'independent-special':
      return { setting: { kind: 'school' }, sector: 'independent-special', inEngland: true };
    case 'outside-england':
      return { setting: { kind: 'other' }, inEngland: false };
    case 'academy-trust':
    case '16-to-19':
      return { setting: { kind: place }, sector: 'state', inEngland: true };
    default:
      return { setting: { kind: place }, inEngland: true };
  }
}

function phaseOf(draw: Draw, npq: NpqCode, place: Place): Phase {
  if (place === 'early-years' || place === '16-to-19') return place;
  if (place === 'independent-special') return 'special';
  if (npq === 'npq-early-years-leadership') return chance(draw, 60) ? 'early-years' : 'primary';
  if (npq === 'npq-leading-primary-mathematics') return chance(draw, 94) ? 'primary' : 'all-through';
  if (npq === 'npq-leading-literacy' && chance(draw, 50)) return 'primary';
  return pick(draw, PHASE_SHARES);
}

function yearsOf(draw: Draw, role: Role): number {
  if (role === 'trainee') return 0;
  if (role === 'ect') return 1 + Math.floor(draw() * 2);
  const least = role === 'class-teacher' ? 3 : role === 'middle-leader' ? 4 : role === 'support-staff' ? 0 : 7;
  return least + Math.floor(draw() ** 1.5 * 22);
}

/** A class teacher in a primary school teaches most subjects, and some lead one; elsewhere people teach one or two. */
function subjectsOf(draw: Draw, phase: Phase, npq: NpqCode): readonly Subject[] {
  if (phase === 'early-years') return chance(draw, 40) ? CLASS_SUBJECTS : [];
  if (phase === 'primary') return CLASS_SUBJECTS;
  if (phase === 'special' && chance(draw, 60)) return CLASS_SUBJECTS;
  const main = npq === 'npq-leading-literacy' && chance(draw, 80) ? 'english' : pick(draw, SUBJECT_SHARES);
  if (main === 'physics') return ['science', 'physics'];
  const second = chance(draw, 18) ? pick(draw, SUBJECT_SHARES) : main;
  return second === main ? [main] : [main, second];
}

/** Whoever teaches a class most subjects teaches all but these. */
const CLASS_SUBJECTS: readonly Subject[] = SUBJECTS.filter((subject) => subject !== 'physics' && subject !== 'other');

function holdsOf(draw: Draw, place: Place, role: Role): readonly Holding[] {
  const nursery = place === 'early-years';
  const qualified =
    role === 'support-staff' || role === 'trainee'
      ? 10
      : nursery
        ? 40
        : place.startsWith('independent')
          ? 82
          : RATES.qts.weight;
  const qts = chance(draw, qualified);
  const rates: readonly (readonly [Holding, number])[] = [
    ['degree', qts ? 99 : 55],
    ['eyts', nursery ? 25 : 2],
    ['masters', role === 'executive' || role === 'headteacher' ? 25 : 14],
    ['early-years-level-3', nursery ? 75 : 3],
    ['chartered-college-member', 7],
  ];
  return [
    ...(qts ? ['qts' as const] : []),
    ...rates.filter(([, rate]) => chance(draw, rate)).map(([holding]) => holding),
  ];
}

function hostingRate(place: Place, phase: Phase): number {
  if (place === 'early-years' || place === 'another' || place === 'other') return 15;
  return phase === 'secondary' || phase === 'all-through' ? 90 : 55;
}

function receptionRate(phase: Phase, place: Place): number {
  if (place === 'early-years') return 8;
  if (phase === 'early-years') return 65;
  return phase === 'primary' ? 14 : 1;
}
