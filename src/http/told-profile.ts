import { profileFrom } from '../domain/matching/answers.ts';
import { PHASES, type Profile } from '../domain/matching/profile.ts';
import type { School } from '../domain/school.ts';
import { withNamedSchool } from '../domain/matching/school-profile.ts';
import { urlsCarrying, type Urls } from '../urls.ts';
import { answersQuery, type Asked } from './asked.ts';

/** All that an address tells: the answers, the aims, and what the register says of the school it names. */
export function toldBy(asked: Asked, school?: School): Profile {
  const told = {
    ...profileFrom(asked.answers),
    ...(asked.aims.length > 0 ? { aims: asked.aims } : {}),
    ...(asked.hoursPerWeek === undefined ? {} : { hoursPerWeek: asked.hoursPerWeek }),
  };
  if (!school) return told;
  return withNamedSchool(
    told,
    school,
    PHASES.find((phase) => asked.answers.get('phase')?.includes(phase)),
  );
}

/** The addresses of the same visitor once they have named this school. */
export function urlsWithSchool(asked: Asked, urn: number): Urls {
  return urlsCarrying({ on: asked.on, answers: answersQuery({ ...asked, school: urn, personal: true }) });
}
