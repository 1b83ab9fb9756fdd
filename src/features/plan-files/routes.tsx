import { getFolderOfFeed, hasFeed, saveFeedHash } from '../../db/folders.ts';
import { findPlans, getPlan } from '../../db/plans.ts';
import { feedCalendar, type PlanInCalendar } from '../../documents/plan-calendar.ts';
import { halfTermsOf } from '../../domain/plan/plan-start.ts';
import { sendDownload } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { noteOpening } from '../../http/plan/note-opening.ts';
import { sendPage } from '../../http/page.ts';
import { planPays } from '../../http/plan/plan-pays.ts';
import { planVisit } from '../../http/plan/plan-visit.ts';
import { isKey, keyHash, newKey } from '../../http/private-link.ts';
import { NotFound } from '../../http/problems.ts';
import type { Services } from '../../services/services.ts';
import { calendarFeed, PATHS } from '../../urls.ts';
import { fileNameOf } from './file-name.ts';
import { PLAN_FILES } from './files.ts';
import { TakeAwayPage, type Feed } from './take-away-page.tsx';

export function planFileRoutes(app: App, services: Services): void {
  app.get(PATHS.planTakeAway, async (context) => {
    const here = await planVisit(context, services);
    const feed: Feed = { kind: (await hasFeed(services.db, here.folder)) ? 'kept' : 'none' };
    return sendPage(context, here.visit, <TakeAwayPage here={here} feed={feed} />);
  });

  app.post(PATHS.planTakeAway, async (context) => {
    const here = await planVisit(context, services);
    const form = await readForm(context);
    const feed = await changeFeed(services, here.folder, form.one('act'));
    if (!feed) return context.redirect(here.planUrls.takeAway(), 303);
    return sendPage(context, here.visit, <TakeAwayPage here={here} feed={feed} />);
  });

  app.get(PATHS.planFile, async (context) => {
    const here = await planVisit(context, services);
    const file = PLAN_FILES.find(({ name }) => name === context.req.param('name'));
    if (!file) throw new NotFound({ title: 'There is no such file', what: 'Your plan’s page lists all there are.' });
    const pays = await planPays(services, here);
    const content = await Promise.resolve(file.make({ ...here, pays }, services.typesetter));
    return sendDownload(context, content, { type: file.type, name: `${fileNameOf(here.plan.title)}${file.ending}` });
  });

  app.get(PATHS.calendarFeed, async (context) => {
    const key = context.req.param('key').replace(/\.ics$/, '');
    const folder = isKey(key) ? await getFolderOfFeed(services.db, keyHash(key)) : undefined;
    if (!folder) throw new NotFound(NO_SUCH_FEED);
    const plans = await plansIn(services, folder.id);
    for (const { id } of plans) await noteOpening(services, { plan: id, by: 'feed' });
    const calendar = feedCalendar(plans);
    return sendDownload(context, calendar, { type: 'text/calendar; charset=utf-8' });
  });
}

const NO_SUCH_FEED = {
  title: 'This calendar link shows nothing',
  what: 'It may be mistyped, or was ended or replaced by its owner. Remove it from your calendar program.',
};

/** Gives what the page is to say; nothing where the form asked for nothing there is. */
async function changeFeed(services: Services, folder: string, act: string): Promise<Feed | undefined> {
  if (act === 'end') {
    await saveFeedHash(services.db, folder, null);
    return { kind: 'ended' };
  }
  if (act !== 'make') return undefined;
  const key = newKey();
  await saveFeedHash(services.db, folder, keyHash(key));
  return { kind: 'made', address: new URL(`${calendarFeed(key)}.ics`, services.config.baseUrl).href };
}

/** The plans of a folder that are not deleted, in the order they were made. */
async function plansIn(
  services: Services,
  folder: string,
): Promise<readonly (PlanInCalendar & { readonly id: string })[]> {
  const on = services.catalogue.on(services.clock.today());
  const lines = await findPlans(services.db, folder);
  const plans: (PlanInCalendar & { readonly id: string })[] = [];
  for (const { number } of lines) {
    // A plan that is deleted is listed, to be brought back, and not given.
    const one = await getPlan(services.db, folder, number);
    if (one) plans.push({ ...one, halfTerms: halfTermsOf(one.plan, on) });
  }
  return plans;
}
