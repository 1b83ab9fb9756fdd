import type { Context } from 'hono';
import { findCaseEvents, findSentCases, getCaseDraft } from '../../db/cases.ts';
import type { Share } from '../../db/shares.ts';
import { findNeeds } from './needs.ts';
import { firstDraft, type CaseDraft } from '../../domain/case/case.ts';
import { caseState, type CaseState } from '../../domain/case/sponsor-answer.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import type { SentCase } from '../../db/case-schema.ts';
import type { Services } from '../../services/services.ts';

/** A case that was sent, and what has come of it. */
export interface SentLine {
  readonly share: Share;
  readonly sent: SentCase;
  readonly state: CaseState;
}

/** A request about a plan's case: what is written so far, and what was sent. */
export interface CaseVisit extends PlanVisit {
  readonly draft: CaseDraft;
  /** 0 where nothing is saved yet. */
  readonly draftVersion: number;
  readonly draftSavedAt: string | undefined;
  /** Shown to the plan's owner alone: names, addresses and answers are of others. The newest first. */
  readonly sent: readonly SentLine[];
}

export async function caseVisit(context: Context, services: Services): Promise<CaseVisit> {
  const here = await planVisit(context, services);
  const kept = await getCaseDraft(services.db, here.kept.id);
  return {
    ...here,
    draft: kept?.draft ?? firstDraft(here.plan, findNeeds(here)),
    draftVersion: kept?.version ?? 0,
    draftSavedAt: kept?.savedAt,
    sent: here.owner ? await sentOf(services, here.kept.id) : [],
  };
}

async function sentOf({ db }: Services, plan: string): Promise<readonly SentLine[]> {
  const lines: SentLine[] = [];
  for (const { share, sent } of await findSentCases(db, plan))
    lines.push({ share, sent, state: caseState(await findCaseEvents(db, share.id)) });
  return lines;
}
