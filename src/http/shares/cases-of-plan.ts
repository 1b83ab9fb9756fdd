import { findCaseEvents } from '../../db/cases.ts';
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
  const cases: CaseSentTo[] = [];
  for (const share of await findShares(db, kept.id))
    if (share.kind === 'sponsor') cases.push({ share, state: caseState(await findCaseEvents(db, share.id)) });
  return cases;
}
