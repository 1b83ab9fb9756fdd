import { answersQuery } from '../domain/matching/told-query.ts';
import { urlsCarrying, type Urls } from '../urls.ts';
import type { Asked } from './asked.ts';

/** The addresses of the same visitor once they have named this school. */
export function urlsWithSchool(asked: Asked, urn: number): Urls {
  return urlsCarrying({ on: asked.on, answers: answersQuery({ ...asked, school: urn, personal: true }) });
}
