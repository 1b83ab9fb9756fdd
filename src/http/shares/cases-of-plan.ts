import { findEventsOfCases } from '../../db/cases.ts';
import { findShares, type Share } from '../../db/shares.ts';
import { caseState, type CaseState } from '../../domain/case/sponsor-answer.ts';
import type { Services } from '../../services/services.ts';
import type { PlanVisit } from '../plan/plan-visit.ts';

/** A case that was sent, and what has come of it. */
export interface CaseSentTo {
  readonly share: Share;
  readonly state: CaseState;
}

/** The cases of a plan that were sent, the newest first; none where the visitor is not signed in as its owner. */
export async function casesOfPlan({ db }: Services, { kept, owner }: PlanVisit): Promise<readonly CaseSentTo[]> {
  if (!owner) return [];
  const sent = (await findShares(db, kept.id)).filter(({ kind }) => kind === 'sponsor');
  const events = await findEventsOfCases(db, sent);
  return sent.map((share) => ({ share, state: caseState(events.get(share.id) ?? []) }));
}
