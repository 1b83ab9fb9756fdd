import type { Context } from 'hono';
import { getPlan, type KeptPlan } from '../../db/plans.ts';
import { answersFrom } from '../../domain/matching/answers.ts';
import { checkPlan } from '../../domain/plan/plan-checks.ts';
import type { Check } from '../../domain/plan/plan-check.ts';
import { halfTermsOf } from '../../domain/plan/plan-start.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { HalfTerm } from '../../domain/calendar/term-calendar.ts';
import { answersQuery } from '../../domain/matching/told-query.ts';
import type { Services } from '../../services/services.ts';
import { urlsCarrying, urlsOfPlan, type PlanUrls, type Urls } from '../../urls.ts';
import { personalVisit, type Visit } from '../page.ts';
import { backedIn } from './backed-in.ts';
import { noteOpening } from './note-opening.ts';
import { openFolder, type OpenedFolder } from './open-folder.ts';
import { isId } from '../private-link.ts';
import { NotFound, SignInFirst } from '../problems.ts';
import { signedIn } from '../session.ts';

/** A request to somebody's folder, proved by the key in its address or by who is signed in. */
export interface FolderVisit extends OpenedFolder {
  readonly visit: Visit;
  /** What stands in the address: the private link's key, or the folder's id where its owner is signed in. */
  readonly key: string;
}

/** A request about one plan: the plan as it stands, its half terms, and where its pages are. */
export interface PlanVisit extends FolderVisit {
  readonly kept: KeptPlan;
  readonly plan: Plan;
  readonly halfTerms: readonly HalfTerm[];
  /** Steps that a sponsor has said yes to; looked for where one is missing. */
  readonly backed: ReadonlySet<string>;
  readonly checks: readonly Check[];
  readonly planUrls: PlanUrls;
  /** Addresses of the catalogue's pages, with what the plan's owner told. */
  readonly told: Urls;
}

const NO_SUCH_LINK = {
  title: 'This link opens no plan',
  what: 'It may be mistyped or cut short where a mail broke the line. A plan that was deleted more than thirty days ago is gone for good.',
};

/**
 * Throws NotFound where the key opens nothing; nobody learns whether it ever did. Under a folder's id, which opens
 * nothing to somebody who is not signed in, SignInFirst.
 */
export async function folderVisit(context: Context, services: Services): Promise<FolderVisit> {
  const key = context.req.param('key') ?? '';
  const opened = await openFolder(context, services, key);
  if (!opened && isId(key) && !(await signedIn(context, services))) throw new SignInFirst();
  if (!opened) throw new NotFound(NO_SUCH_LINK);
  return { visit: personalVisit(context, services), key, ...opened };
}

/** Throws NotFound where there is no such plan in the folder, or it is deleted. */
export async function planVisit(context: Context, services: Services): Promise<PlanVisit> {
  const here = await folderVisit(context, services);
  const number = context.req.param('number') ?? '';
  const kept = /^[1-9]\d{0,4}$/.test(number) ? await getPlan(services.db, here.folder, Number(number)) : undefined;
  if (!kept) throw new NotFound(NO_SUCH_PLAN);
  await noteOpening(services, { plan: kept.id, by: here.owner ? 'account' : 'link' });
  const visit = planVisitOf(here, kept);
  // Most plans have no step that needs a sponsor, and nothing is asked for them.
  if (!visit.checks.some(({ code }) => code === 'needs-a-sponsor')) return visit;
  const backed = await backedIn(services, kept);
  return backed.size === 0 ? visit : planVisitOf(here, kept, backed);
}

const NO_SUCH_PLAN = {
  title: 'There is no such plan',
  what: 'It may have been deleted. Your private link without the number at its end lists your plans, and brings a deleted one back within thirty days.',
};

/**
 * What a visit shows of a plan: once more for the newer version where somebody saved in between. `backed` is of use only
 * where the checks are shown.
 */
export function planVisitOf(here: FolderVisit, kept: KeptPlan, backed: ReadonlySet<string> = new Set()): PlanVisit {
  const { on, today } = here.visit;
  const { plan } = kept;
  const halfTerms = halfTermsOf(plan, on);
  return {
    ...here,
    kept,
    plan,
    halfTerms,
    backed,
    checks: checkPlan(plan, { halfTerms, on, today, backed }),
    planUrls: urlsOfPlan({ key: here.key, number: kept.number }),
    told: urlsCarrying({ answers: answersOf(plan) }),
  };
}

function answersOf({ profile }: Plan) {
  return answersQuery({
    answers: answersFrom(profile),
    aims: profile.aims ?? [],
    hoursPerWeek: profile.hoursPerWeek,
    school: profile.setting?.urn,
    said: {},
    personal: true,
  });
}
