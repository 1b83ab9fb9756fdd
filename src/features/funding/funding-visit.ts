import type { Context } from 'hono';
import { findLinksOf, findSchoolsByUrn, getSchool } from '../../db/schools.ts';
import { isOpen, type School } from '../../domain/school.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import { visit, type Visit } from '../../http/page.ts';
import { listsHeld, whoPays, type WhoPays } from '../../http/who-pays.ts';
import type { Services } from '../../services/services.ts';
import { urlsCarrying, type Urls } from '../../urls.ts';

/** What every page about money starts from. */
export interface FundingVisit {
  readonly visit: Visit;
  readonly pays: WhoPays;
  /** Whether schools and lists can be asked yet. */
  readonly ready: boolean;
  /** A school was named that the register does not have. */
  readonly unknownSchool: boolean;
  /** Open schools that took the place of a closed one. */
  readonly successors: readonly School[];
  /** Schools it took the place of: lists may still name them. */
  readonly predecessors: readonly School[];
}

export async function fundingVisit(context: Context, services: Services): Promise<FundingVisit> {
  const here = visit(context, services);
  const { school: urn } = here.asked;
  const ready = services.schools.ready();
  const school = urn === undefined || !ready ? undefined : await getSchool(services.db, urn);
  return {
    visit: here,
    pays: whoPays(here.asked, here.asked.day, school, listsHeld(services)),
    ready,
    unknownSchool: ready && urn !== undefined && school === undefined,
    ...(await neighbours(services, school)),
  };
}

async function neighbours(
  { db }: Services,
  school: School | undefined,
): Promise<Pick<FundingVisit, 'successors' | 'predecessors'>> {
  if (!school) return { successors: [], predecessors: [] };
  const links = await findLinksOf(db, school.urn);
  const successors = isOpen(school) ? [] : await findSchoolsByUrn(db, links.successors);
  return { successors: successors.filter(isOpen), predecessors: await findSchoolsByUrn(db, links.predecessors) };
}

/** The addresses of the same visitor at another school. */
export function urlsAt({ asked }: Visit, school: number | undefined): Urls {
  return urlsCarrying({ on: asked.on, answers: answersQuery({ ...asked, school }) });
}
