import type { Context } from 'hono';
import { addAccountFolder } from '../../db/accounts.ts';
import { addFolder } from '../../db/folders.ts';
import { addPlan, deletePlan, findPlans, getPlan, restorePlan, type KeptPlan, type NewPlan } from '../../db/plans.ts';
import { getSchool } from '../../db/schools.ts';
import { COPIES, copyOf } from '../../domain/plan/plan-copies.ts';
import { addStep, stepFrom } from '../../domain/plan/plan-edits.ts';
import { emptyPlan, halfTermsOf, usualStart } from '../../domain/plan/plan-start.ts';
import { DELETED_KEPT_DAYS, PLANS_AT_MOST, type Plan } from '../../domain/plan/plan.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { noteOpening } from '../../http/plan/note-opening.ts';
import { personalVisit, sendPage, visit, type Visit } from '../../http/page.ts';
import { openFolder } from '../../http/plan/open-folder.ts';
import { folderVisit, planVisitOf, type FolderVisit } from '../../http/plan/plan-visit.ts';
import { idOf, isId, keyHash, newId, newKey } from '../../http/private-link.ts';
import { BadRequest, NotFound } from '../../http/problems.ts';
import { openAccount } from '../../http/session.ts';
import { toldBy } from '../../domain/matching/told-query.ts';
import type { Services } from '../../services.ts';
import { ACCOUNT_URLS, PATHS, urlsOfPlan } from '../../urls.ts';
import { bringInAll, tooManyFor } from './bring-in.ts';
import { limitFiles, limitPlans } from './limits.ts';
import { readPlanFile, refusedUnread } from './plan-file.ts';
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

  app.post(PATHS.planImport, async (context) => {
    const here = personalVisit(context, services);
    const account = await accountHere(context, services);
    await limitFiles(context, services, account);
    const isSignedIn = account !== undefined;
    const refused = refusedUnread(Number(context.req.header('Content-Length') ?? 0), { isSignedIn });
    if (refused !== undefined) return sendPage(context, here, <PlansPage visit={here} problem={refused} />, 422);
    const form = await readForm(context);
    const read = await readPlanFile(form.file('file'), { isSignedIn });
    if (!read.ok) return sendPage(context, here, <PlansPage visit={here} problem={read.problem} />, 422);
    const brought = await bringIn(context, services, form.one('key'), read.folders);
    return typeof brought === 'string'
      ? sendPage(context, here, <PlansPage visit={here} problem={brought} />, 422)
      : brought;
  });

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

/** The account of whoever is signed in here: what they start or bring in is kept in it. */
async function accountHere(context: Context, services: Services): Promise<string | undefined> {
  return (await openAccount(context, services))?.id;
}

/** Keeps a new plan, in the folder its key opens or in a new one, and leads to it. */
async function begin(
  context: Context,
  services: Services,
  key: string | undefined,
  { plan, said, id = newId() }: Pick<NewPlan, 'plan' | 'said'> & { readonly id?: string },
): Promise<Response> {
  const now = services.clock.now();
  const opened = key ? await openFolder(context, services, key) : undefined;
  if (key && !opened) throw new NotFound();
  const opens = key || newKey();
  const folder = opened?.folder ?? newId();
  const account = await accountHere(context, services);
  const number = await services.db.transaction().execute(async (transaction) => {
    if (!opened) await addFolder(transaction, { id: folder, keyHash: keyHash(opens), now });
    if (!opened && account !== undefined) await addAccountFolder(transaction, { account, folder, now });
    return addPlan(transaction, folder, { id, plan, said, now });
  });
  if (number === undefined) throw new BadRequest(FULL, 422);
  return context.redirect(`${urlsOfPlan({ key: opens, number }).plan()}?new`, 303);
}

const FULL = `A private link holds up to ${PLANS_AT_MOST} plans, deleted ones among them for ${DELETED_KEPT_DAYS} days. Start the next under a link of its own.`;

/** Keeps the plans of a file and leads to them. Gives what stands in the way, where something does. */
async function bringIn(
  context: Context,
  services: Services,
  key: string,
  folders: readonly (readonly Plan[])[],
): Promise<Response | string> {
  const [only, ...others] = folders.flat();
  if (only && others.length === 0) return begin(context, services, key, { plan: only, said: BROUGHT_IN });
  const account = await accountHere(context, services);
  if (account === undefined && tooManyFor(folders)) return TOO_MANY_PLANS;
  const opens = newKey();
  await bringInAll(services, folders, { account, keyHash: keyHash(opens), said: BROUGHT_IN });
  if (account !== undefined) return context.redirect(`${ACCOUNT_URLS.account()}?done=brought-in`, 303);
  return context.redirect(`${urlsOfPlan({ key: opens, number: 1 }).plan()}?new`, 303);
}

const BROUGHT_IN = 'Brought in from a file.';
const TOO_MANY_PLANS = `There are more than ${PLANS_AT_MOST} plans in that file, and a private link holds up to ${PLANS_AT_MOST}. Sign in first: an account holds them all.`;

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
