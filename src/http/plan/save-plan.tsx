import type { Context } from 'hono';
import { findVersions, getPlan, savePlan } from '../../db/plans.ts';
import type { Edit } from '../../domain/plan/plan-edits.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { parsePlan, planText } from '../../schemas/plan-schema.ts';
import type { Services } from '../../services/services.ts';
import { PlanConflictPage, type ConflictField } from '../../ui/plan-conflict-page.tsx';
import { PlanRefusalPage } from '../../ui/plan-refusal-page.tsx';
import type { SentForm } from '../form.ts';
import { sendPage } from '../page.ts';
import { NotFound } from '../problems.ts';
import { limitAttempts, type Limit } from '../rate-limit.ts';
import { planVisitOf, type PlanVisit } from './plan-visit.ts';

/** How one change to a plan is saved, and where its maker goes on. */
export interface Saving {
  /** The page to go on to. */
  readonly next: string;
  /** For who saved second: each field as they sent it and as it stands in the newer version. Only what differs is shown. */
  readonly fields?: (newer: Plan) => readonly ConflictField[];
}

/**
 * Makes a change and saves it as the plan's next version, then leads on. Where somebody saved since the form was
 * shown nothing is written: both changes are shown, and one press makes this one as well. A change that cannot be
 * made is said with its reason.
 */
export async function saveChange(
  context: Context,
  services: Services,
  here: PlanVisit,
  form: SentForm,
  change: (plan: Plan) => Edit,
  saving: Saving,
): Promise<Response> {
  const { kept } = here;
  const edited = readable(change(kept.plan));
  const isStale = form.one('version') !== String(kept.version);
  if (!isStale && 'refused' in edited) return refused(context, here, edited.refused);
  if (!isStale && 'plan' in edited) {
    await limitAttempts(services, { kind: 'save', who: kept.id, limit: SAVES_AN_HOUR, message: TOO_MANY });
    const { plan, said } = edited;
    const now = services.clock.now();
    if (await savePlan(services.db, kept.id, { from: kept.version, plan, said: said.slice(0, 400), now }))
      return context.redirect(saving.next, 303);
  }
  return conflict(context, services, here, form, edited, saving);
}

/** One every six seconds, all the hour: nobody thinks as fast. */
const SAVES_AN_HOUR: Limit = { times: 600, minutes: 60 };
const TOO_MANY =
  'This plan was changed very often within the last hour. It is kept as it stands: wait a while, then make this change.';

/** What could not be read back is not written: a plan must never lock its owner out. */
function readable(edit: Edit): Edit {
  if ('refused' in edit) return edit;
  const read = parsePlan(planText(edit.plan));
  return read.ok ? edit : { refused: `That cannot be kept. ${read.problem}` };
}

function refused(context: Context, here: PlanVisit, because: string): Response | Promise<Response> {
  const { visit, planUrls, kept } = here;
  return sendPage(
    context,
    visit,
    <PlanRefusalPage frame={visit.frame} because={because} title={kept.plan.title} back={planUrls.plan()} />,
    422,
  );
}

/** No form of ours has more fields: steps to take in a draft are the most. */
const SENT_AGAIN_AT_MOST = 200;
/** Versions shown to who saved second. */
const SHOWN_VERSIONS = 10;

async function conflict(
  context: Context,
  services: Services,
  here: PlanVisit,
  form: SentForm,
  edited: Edit,
  { fields }: Saving,
): Promise<Response> {
  const kept = await getPlan(services.db, here.folder, here.kept.number);
  if (!kept) throw new NotFound();
  const newer = planVisitOf(here, kept);
  const versions = await findVersions(services.db, kept.id, { before: kept.version + 1, atMost: SHOWN_VERSIONS });
  const seen = Number(form.one('version'));
  const entries = form
    .entries()
    .filter(([name]) => name !== 'version')
    .slice(0, SENT_AGAIN_AT_MOST);
  return sendPage(
    context,
    newer.visit,
    <PlanConflictPage
      frame={newer.visit.frame}
      title={kept.plan.title}
      savedAt={kept.savedAt}
      since={versions.filter(({ version }) => !(version <= seen))}
      yours={'said' in edited ? edited.said : undefined}
      cannot={'refused' in edited ? edited.refused : undefined}
      fields={fields?.(kept.plan).filter(({ yours, saved }) => yours !== saved) ?? []}
      action={context.req.path}
      entries={[['version', String(kept.version)], ...entries]}
      back={newer.planUrls.plan()}
    />,
    409,
  );
}
