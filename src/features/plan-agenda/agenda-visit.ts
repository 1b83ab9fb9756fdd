import { findMeetings, type Meeting } from '../../db/share-meetings.ts';
import { findShares, type Share } from '../../db/shares.ts';
import type { AgendaPaper } from '../../documents/agenda-sheet.ts';
import { schoolDatesOf } from '../../domain/calendar/school-time.ts';
import { nameOf } from '../../domain/names/name-of.ts';
import { isLive, SECTIONS, sharedPart } from '../../domain/conversation/share.ts';
import { checkPlan } from '../../domain/plan/plan-checks.ts';
import { halfTermsOf } from '../../domain/plan/plan-start.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import type { ShareVisit } from '../../http/shares/share-visit.ts';
import type { Services } from '../../services/services.ts';

/** Somebody the plan is shared with, and when they talk about it. */
export interface TalkWith {
  readonly share: Share;
  /** A time that was chosen and not cancelled. */
  readonly meeting: Meeting | undefined;
}

/** The agenda as the teacher sees it. */
export interface AgendaVisit {
  readonly here: PlanVisit;
  readonly paper: AgendaPaper;
  /** The newest first; none where nothing is shared, or nobody is signed in who could share it. */
  readonly talks: readonly TalkWith[];
}

/** What the teacher's page is made of: the parts that are shared with whoever was asked last, or all where nobody was. */
export async function agendaVisit({ db }: Services, here: PlanVisit): Promise<AgendaVisit> {
  const { visit, plan, kept, owner } = here;
  const shares = owner ? await findShares(db, kept.id) : [];
  const open = shares.filter((share) => share.kind === 'line-manager' && isLive(share, visit.today));
  const meetings = await findMeetings(db, open);
  const talks = open.map((share) => {
    const meeting = meetings.get(share.id);
    return { share, meeting: meeting?.cancelledAt === null ? meeting : undefined };
  });
  const sections = open[0]?.sections ?? SECTIONS;
  const shown = open.length > 0 ? sharedPart(plan, sections) : plan;
  return {
    here,
    talks,
    paper: paperOf({
      visit,
      plan: shown,
      kept,
      backed: here.backed,
      sections,
      teacher: nameOf(owner ?? { name: '' }, 'within'),
    }),
  };
}

/** The same plan as its reader sees it. */
export function sharedPaper({ visit, plan, kept, backed, share, owner }: ShareVisit): AgendaPaper {
  return paperOf({ visit, plan, kept, backed, sections: share.sections, teacher: nameOf(owner, 'within') });
}

function paperOf({
  visit,
  plan,
  kept,
  backed,
  sections,
  teacher,
}: Pick<PlanVisit, 'visit' | 'plan' | 'kept' | 'backed'> & Pick<AgendaPaper, 'sections' | 'teacher'>): AgendaPaper {
  const { on, today } = visit;
  const halfTerms = halfTermsOf(plan, on);
  return {
    plan,
    version: kept.version,
    savedAt: kept.savedAt,
    halfTerms,
    checks: checkPlan(plan, { halfTerms, on, today, backed }),
    on,
    sections,
    teacher,
    dates: schoolDatesOf(plan.profile, on.catalogue),
  };
}
