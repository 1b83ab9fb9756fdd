import type { Context } from 'hono';
import { getAccount, type Account } from '../../db/accounts.ts';
import { getPlanById, type KeptPlan } from '../../db/plans.ts';
import { getShareByKey, type Share } from '../../db/shares.ts';
import { halfTermsOf } from '../../domain/plan/plan-start.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { isLive, sharedPart, type ShareKind } from '../../domain/conversation/share.ts';
import type { HalfTerm } from '../../domain/calendar/term-calendar.ts';
import type { Services } from '../../services/services.ts';
import { urlsOfShare, type ShareUrls } from '../../urls.ts';
import { backedIn } from '../plan/backed-in.ts';
import { noteOpening } from '../plan/note-opening.ts';
import { personalVisit, type Visit } from '../page.ts';
import { isKey, keyHash } from '../private-link.ts';
import { Gone, NotFound } from '../problems.ts';

/** A request by somebody a plan is shared with, proved by the key in its address. */
export interface ShareVisit {
  readonly visit: Visit;
  readonly key: string;
  readonly share: Share;
  /** Whose plan it is. */
  readonly owner: Account;
  /** The plan as it stands, with nothing in it but what is shared: there is no other plan in here. */
  readonly kept: KeptPlan;
  readonly plan: Plan;
  readonly halfTerms: readonly HalfTerm[];
  /** Steps that a sponsor has said yes to, for a reader who sees what the plan still asks for. */
  readonly backed: ReadonlySet<string>;
  readonly shareUrls: ShareUrls;
}

const NO_SUCH_LINK = {
  title: 'This link opens nothing',
  what: 'It may be mistyped or cut short where a mail broke the line. Open it from the mail again, or ask whoever sent it.',
};

const ENDED = {
  title: 'This link has ended',
  what: 'Whoever shared the plan has ended it, or its time is over. What you wrote is kept with their plan. Ask them for a new link if you still need one.',
};

/**
 * Throws NotFound where the key opens nothing or something of another kind, and Gone where what it opened is over:
 * revoked, past its last day, or the plan or its owner's account deleted.
 */
export async function shareVisit(context: Context, services: Services, kind: ShareKind): Promise<ShareVisit> {
  const key = context.req.param('key') ?? '';
  const { share, whole, owner } = await openShare(services, key, kind);
  // A scanner that opens the link before its reader does is nobody's visit.
  if (share.confirmedAt !== null) await noteOpening(services, { plan: whole.id, by: { share: share.id } });
  const visit = personalVisit(context, services);
  const plan = sharedPart(whole.plan, share.sections);
  return {
    visit,
    key,
    share,
    owner,
    kept: { ...whole, said: '', plan },
    plan,
    halfTerms: halfTermsOf(plan, visit.on),
    backed: kind === 'line-manager' ? await backedIn(services, whole) : new Set(),
    shareUrls: urlsOfShare({ key }),
  };
}

/** What a key opens, before anything of it is held back. */
async function openShare(
  { db, clock }: Services,
  key: string,
  kind: ShareKind,
): Promise<{ readonly share: Share; readonly whole: KeptPlan; readonly owner: Account }> {
  const share = isKey(key) ? await getShareByKey(db, keyHash(key)) : undefined;
  if (share?.kind !== kind) throw new NotFound(NO_SUCH_LINK);
  if (!isLive(share, clock.today())) throw new Gone(ENDED);
  const whole = await getPlanById(db, share.plan);
  const owner = await getAccount(db, share.account);
  if (!whole || !owner || owner.deletedAt !== null) throw new Gone(ENDED);
  return { share, whole, owner };
}
