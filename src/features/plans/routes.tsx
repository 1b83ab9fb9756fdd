import type { Context } from 'hono';
import { deletePlan, findPlans, getPlan, restorePlan, type KeptPlan } from '../../db/plans.ts';
import { getSchool } from '../../db/schools.ts';
import { COPIES, copyOf } from '../../domain/plan/plan-copies.ts';
import { addStep, stepFrom } from '../../domain/plan/plan-edits.ts';
import { emptyPlan, halfTermsOf, usualStart } from '../../domain/plan/plan-start.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { noteOpening } from '../../http/plan/note-opening.ts';
import { personalVisit, sendPage, visit, type Visit } from '../../http/page.ts';
import { folderVisit, planVisitOf, type FolderVisit } from '../../http/plan/plan-visit.ts';
import { idOf, isId, newId } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import { toldBy } from '../../domain/matching/told-query.ts';
import type { Services } from '../../services/services.ts';
import { PATHS, urlsOfPlan } from '../../urls.ts';
import { begin } from './begin.ts';
import { bringInRoutes } from './bring-in-routes.tsx';
import { limitPlans } from './limits.ts';
import { FolderPage } from './folder-page.tsx';
import { PlansPage } from './plans-page.tsx';

const TITLE = 'My next steps';

export function plansRoutes(app: App, services: Services): void {
  app.get(PATHS.plans, (context) => {
    const here = personalVisit(context, services);
    return sendPage(context, here, <PlansPage visit={here} problem={undefined} />);
  });

  app.post(PATHS.plans, async (context) => {
    await limitPlans(context, services);
    const here = visit(context, services, { ignoreDay: true });
    const form = await readForm(context);
    const plan = await firstPlan(services, here, form.one('step'));
    return begin(context, services, undefined, { plan, said: 'Started the plan.' });
  });

  bringInRoutes(app, services);

  app.get(PATHS.folder, async (context) => showFolder(context, services, await folderVisit(context, services)));

  app.post(PATHS.folder, async (context) => {
    const here = await folderVisit(context, services);
    return changeFolder(context, services, here, await readForm(context));
  });
}

/** What the teacher has told so far, and the step they were looking at, if one was named. */
async function firstPlan(services: Services, here: Visit, stepId: string): Promise<Plan> {
  const { asked, on } = here;
  const school = asked.school === undefined ? undefined : await getSchool(services.db, asked.school);
  const plan = emptyPlan(TITLE, toldBy(asked, school), on);
  const opportunity = on.byId.get(stepId);
  if (!opportunity) return plan;
  const { start, intake } = usualStart(opportunity, halfTermsOf(plan, on), on.day);
  const edited = addStep(plan, stepFrom(opportunity, intake, { id: '', place: 'timetable', start }, on));
  return 'plan' in edited ? edited.plan : plan;
}

async function showFolder(context: Context, services: Services, here: FolderVisit): Promise<Response> {
  const lines = await findPlans(services.db, here.folder);
  const kept: (KeptPlan | undefined)[] = [];
  // One after the other: a folder of large plans must not hold all of them at once on their way in.
  for (const { number, deletedAt } of lines)
    if (deletedAt === null) kept.push(await getPlan(services.db, here.folder, number));
  const plans = kept.flatMap((one) => (one ? [planVisitOf(here, one)] : []));
  for (const one of plans) await noteOpening(services, { plan: one.kept.id, by: here.owner ? 'account' : 'link' });
  const deleted = lines.filter(({ deletedAt }) => deletedAt !== null);
  return sendPage(context, here.visit, <FolderPage here={here} plans={plans} deleted={deleted} once={newId()} />);
}

async function changeFolder(
  context: Context,
  services: Services,
  here: FolderVisit,
  form: SentForm,
): Promise<Response> {
  const { db, clock } = services;
  const number = numberIn(form.one('number'));
  const folder = urlsOfPlan({ key: here.key, number: 1 }).folder();
  switch (form.one('act')) {
    case 'new': {
      await limitPlans(context, services);
      const kept = await getPlan(db, here.folder, number);
      const plan = emptyPlan(TITLE, kept?.plan.profile ?? {}, here.visit.on);
      return begin(context, services, here.key, { plan, said: 'Started the plan.', id: madeBy(form) });
    }
    case 'copy': {
      const kept = await getPlan(db, here.folder, number);
      if (!kept) throw new NotFound();
      await limitPlans(context, services);
      const kind = COPIES.find((one) => one === form.one('copy')) ?? 'as-it-is';
      return begin(context, services, here.key, {
        plan: copyOf(kept.plan, kind),
        said: `Copied from “${kept.plan.title}”.`,
        id: madeBy(form),
      });
    }
    case 'delete':
      await deletePlan(db, here.folder, number, clock.now());
      return context.redirect(folder, 303);
    case 'bring-back':
      await restorePlan(db, here.folder, number);
      return context.redirect(folder, 303);
    default:
      throw new NotFound();
  }
}

/** The id of what one press makes: the same press sent twice makes it once. */
function madeBy(form: SentForm): string {
  const once = form.one('once');
  return isId(once) ? idOf(once, form.one('act'), form.one('number'), form.one('copy')) : newId();
}

/** The number of a plan; what is none is one that no plan has. */
function numberIn(text: string): number {
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : 0;
}
