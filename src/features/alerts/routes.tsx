import type { Context } from 'hono';
import { addressOf, followedAt, followedBy, type Followed } from '../../alerts/alert-address.ts';
import { alertName } from '../../alerts/alert-name.ts';
import { newsOf, type AlertNews } from '../../alerts/digest.ts';
import { replayed } from '../../alerts/replay.ts';
import type { Account } from '../../db/accounts.ts';
import { addAlert, findAlerts, getAlert, markAlert, type Alert } from '../../db/alerts.ts';
import { findKindsOff } from '../../db/mail.ts';
import type { Queryable } from '../../db/open-database.ts';
import { ALERTS_AT_MOST } from '../../domain/alerts/alert-limits.ts';
import { addressIdOf } from '../../http/address-id.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { isId } from '../../http/private-link.ts';
import { BadRequest, NotFound, SignInFirst } from '../../http/problems.ts';
import { signedIn } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { ALERT_URLS, PATHS, unsubscribePath } from '../../urls.ts';
import { AlertsPage, type AlertAct, type JustDone } from './alerts-page.tsx';
import { NewAlertPage, type NewAlertPageProps } from './new-alert-page.tsx';

/** The lists somebody follows, and what each would say today. */
export function alertRoutes(app: App, services: Services): void {
  app.get(PATHS.alerts, async (context) => {
    const account = await signedInAccount(context, services);
    const done = await justDone(context, services, account);
    return show(context, services, account, done);
  });

  app.post(PATHS.alerts, async (context) => {
    const account = await signedInAccount(context, services);
    const form = await readForm(context);
    const act = form.one('act');
    const id = act === 'follow' ? await follow(services, account, form) : await mark(services, account, form);
    return context.redirect(ALERT_URLS.alerts([['did', act], ...(id === undefined ? [] : [['to', id] as const])]), 303);
  });

  app.get(PATHS.alertNew, (context) => offer(context, services));

  app.get(PATHS.alert, async (context) => {
    const account = await signedInAccount(context, services);
    const alert = await alertOf(services, account, context.req.param('alert'));
    if (!alert || alert.removedAt !== null) throw new NotFound(NO_SUCH_ALERT);
    return context.redirect(alert.address, 303);
  });
}

async function signedInAccount(context: Context, services: Services): Promise<Account> {
  const who = await signedIn(context, services);
  if (!who) throw new SignInFirst();
  if (who.account.deletedAt !== null) throw new NotFound(CLOSED);
  return who.account;
}

const CLOSED = {
  title: 'Your account is closed',
  what: 'Nothing is mailed of what you follow. The page of your account brings it all back while it is kept.',
};

const NO_SUCH_ALERT = {
  title: 'You do not follow this list',
  what: 'It was removed, or is followed from another account.',
};

async function show(
  context: Context,
  services: Services,
  account: Account,
  done: JustDone | undefined,
): Promise<Response> {
  const { db, mail } = services;
  const here = personalVisit(context, services);
  const news: AlertNews[] = [];
  for (const alert of await findAlerts(db, account.id)) news.push(await newsOf(alert, db, here.on));
  const addressId = addressIdOf(mail, account.address);
  const isOff = (await findKindsOff(db, addressId)).includes('alert');
  const choices = unsubscribePath(mail.keys.unsubscribeToken({ kind: 'alert', addressId }));
  const page = (
    <AlertsPage visit={here} address={account.address} news={news} isOff={isOff} choices={choices} done={done} />
  );
  return sendPage(context, here, page);
}

/** One of the account's own, by what an address or a form says is its id. */
async function alertOf({ db }: Services, account: Account, id: string): Promise<Alert | undefined> {
  return isId(id) ? getAlert(db, { account: account.id, id }) : undefined;
}

const ACTS: readonly JustDone['act'][] = ['follow', 'pause', 'resume', 'remove', 'bring-back'];

async function justDone(context: Context, services: Services, account: Account): Promise<JustDone | undefined> {
  const act = ACTS.find((one) => one === context.req.query('did'));
  const alert = act && (await alertOf(services, account, context.req.query('to') ?? ''));
  return alert && { act, id: alert.id, name: alertName(followedAt(alert.address)) };
}

async function follow(services: Services, account: Account, form: SentForm): Promise<string | undefined> {
  const { db, clock, catalogue } = services;
  const [path = '', search = ''] = form.one('address').split('?');
  const page = PAGES.find((one) => path === `/${one}`);
  if (!page) throw new BadRequest('That is no list that can be followed.');
  const address = addressOf(answerable(followedBy(page, new URLSearchParams(search))));
  const today = clock.today();
  const { items } = await replayed(address, db, catalogue.on(today));
  const id = await db
    .transaction()
    .execute((transaction) =>
      addAlert(transaction, { account: account.id, address, said: items, now: clock.now(), today }),
    );
  if (id === undefined) throw full();
  return id;
}

function full(): BadRequest {
  return new BadRequest(`You follow ${ALERTS_AT_MOST} lists already. Remove one to make room.`, 422);
}

const PAGES: readonly Followed['page'][] = ['opportunities', 'results'];

function answerable(followed: Followed): Followed {
  if (followed.page === 'opportunities' && followed.query.error !== undefined)
    throw new BadRequest(`${followed.query.error}.`);
  return followed;
}

async function mark({ db, clock }: Services, account: Account, form: SentForm): Promise<string> {
  const id = form.one('alert');
  const act = form.one('act');
  const now = clock.now();
  const marks: Readonly<Record<AlertAct, Parameters<typeof markAlert>[2]>> = {
    pause: { pausedAt: now },
    resume: { pausedAt: null },
    remove: { removedAt: now },
    'bring-back': { removedAt: null },
  };
  if (!isAct(act)) throw new BadRequest('Nothing can be done with an alert by that name.', 422);
  if (!isId(id)) throw new NotFound(NO_SUCH_ALERT);
  const isMarked = await db.transaction().execute(async (transaction) => {
    if (act === 'bring-back' && (await isFull(transaction, account))) throw full();
    return markAlert(transaction, { account: account.id, id }, marks[act]);
  });
  if (!isMarked) throw new NotFound(NO_SUCH_ALERT);
  return id;
}

function isAct(act: string): act is AlertAct {
  return act !== 'follow' && ACTS.some((one) => one === act);
}

async function isFull(db: Queryable, account: Account): Promise<boolean> {
  return (await findAlerts(db, account.id)).length >= ALERTS_AT_MOST;
}

/** What would be followed, for whoever came by the link on its page. It changes nothing: the button does. */
async function offer(context: Context, services: Services): Promise<Response> {
  const { db } = services;
  const here = personalVisit(context, services);
  const { query } = here.asked;
  const page = PAGES.find((one) => one === query.get('of')) ?? 'opportunities';
  const followed = answerable(followedBy(page, query));
  const address = addressOf(followed);
  const account = (await signedIn(context, services))?.account;
  const isClosed = account !== undefined && account.deletedAt !== null;
  const props: NewAlertPageProps = {
    visit: { ...here, asked: { ...here.asked, personal: followed.told.personal } },
    address,
    name: alertName(followed),
    now: await replayed(address, db, here.on),
    mailTo: isClosed ? undefined : account?.address,
    standing: isClosed ? 'closed' : account ? await standingOf(db, account, address) : 'free',
  };
  return sendPage(context, here, <NewAlertPage {...props} />);
}

async function standingOf(db: Queryable, account: Account, address: string): Promise<NewAlertPageProps['standing']> {
  const alerts = await findAlerts(db, account.id);
  if (alerts.some((alert) => alert.address === address && alert.pausedAt === null)) return 'followed';
  return alerts.length >= ALERTS_AT_MOST ? 'full' : 'free';
}
