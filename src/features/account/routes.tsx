import type { Context } from 'hono';
import { findAccountPlans } from '../../db/account-plans.ts';
import { getUse, reopenAccount } from '../../db/account-keeping.ts';
import { addAccountEvent, findAccountEvents, findIssuers } from '../../db/accounts.ts';
import { findSessions } from '../../db/sessions.ts';
import { addDays } from '../../domain/date.ts';
import { londonDay } from '../../domain/calendar/london.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import { CLOSED_KEPT_DAYS, keptUntil } from '../../domain/account/retention.ts';
import type { App } from '../../http/app-type.ts';
import { readForm, type SentForm } from '../../http/form.ts';
import { sendPage } from '../../http/page.ts';
import { leaveSession } from '../../http/session.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS, PATHS, unsubscribePath } from '../../urls.ts';
import { AccountPage } from './account-page.tsx';
import { accountVisit, type AccountVisit } from './account-visit.ts';
import { actOf, DONE_WORDS, isDone, type Outcome } from './acts.ts';
import { addressRoutes } from './address-routes.tsx';
import { ClosedPage } from './closed-page.tsx';
import { dataRoutes } from './data-routes.tsx';
import { deleteRoutes } from './delete-routes.tsx';
import { signInName } from './elsewhere-section.tsx';
import { NewLinkPage } from './new-link-page.tsx';
import type { WhoTyped } from './who-section.tsx';

/** Of what happened the newest are shown; the file that can be taken away has all. */
const EVENTS_SHOWN = 20;

/** What the owner of an account sees of it and does with it. */
export function accountRoutes(app: App, services: Services): void {
  app.get(PATHS.account, async (context) => {
    const here = await accountVisit(context, services);
    if (here.account.deletedAt !== null) return showClosed(context, here);
    return show(context, services, here, NOTHING_TYPED);
  });

  app.post(PATHS.account, async (context) => {
    const here = await accountVisit(context, services);
    const form = await readForm(context);
    if (here.account.deletedAt !== null) return bringBack(context, services, here, form);
    return answer(context, services, here, await actOf(services, here, form));
  });

  dataRoutes(app, services);
  deleteRoutes(app, services);
  addressRoutes(app, services);
}

const NOTHING_TYPED: WhoTyped = { typed: {}, errors: new Map() };

function showClosed(context: Context, here: AccountVisit): Response | Promise<Response> {
  const until = addDays(londonDay(here.account.deletedAt ?? ''), CLOSED_KEPT_DAYS);
  return sendPage(context, here.visit, <ClosedPage here={here} until={until} />);
}

async function show(
  context: Context,
  services: Services,
  here: AccountVisit,
  { typed, errors }: WhoTyped,
): Promise<Response> {
  const { db, clock, mail } = services;
  const { account } = here;
  const use = await getUse(db, account.id);
  const done = here.visit.asked.query.get('done') ?? '';
  return sendPage(
    context,
    here.visit,
    <AccountPage
      here={here}
      folders={await findAccountPlans(db, account.id)}
      sessions={await findSessions(db, account.id, clock.now())}
      joined={(await findIssuers(db, account.id)).map((issuer) => ({ issuer, name: signInName(services, issuer) }))}
      events={await findAccountEvents(db, account.id, EVENTS_SHOWN)}
      keptUntil={keptUntil(use ?? { usedOn: account.usedOn, warnedOn: null, warnedAgainOn: null })}
      mailChoices={`${unsubscribePath(mail.keys.unsubscribeToken({ kind: 'reminder', addressId: mail.keys.addressId(mailboxOf(account)) }))}?account`}
      done={isDone(done) && errors.size === 0 ? DONE_WORDS[done] : undefined}
      typed={typed}
      errors={errors}
    />,
    errors.size > 0 ? 422 : 200,
  );
}

function answer(
  context: Context,
  services: Services,
  here: AccountVisit,
  outcome: Outcome,
): Response | Promise<Response> {
  switch (outcome.kind) {
    case 'done':
      return context.redirect(`${ACCOUNT_URLS.account()}?done=${outcome.done}`, 303);
    case 'new-link':
      return sendPage(context, here.visit, <NewLinkPage here={here} link={outcome.link} titles={outcome.titles} />);
    case 'mistyped':
      return show(context, services, here, outcome);
    default:
      return outcome satisfies never;
  }
}

/** All that a closed account can do is come back, or be left as it is. */
async function bringBack(
  context: Context,
  services: Services,
  { account }: AccountVisit,
  form: SentForm,
): Promise<Response> {
  const { db, clock } = services;
  if (form.one('act') === 'leave') await leaveSession(context, services);
  if (form.one('act') !== 'bring-back') return context.redirect(ACCOUNT_URLS.account(), 303);
  await db.transaction().execute(async (transaction) => {
    if (await reopenAccount(transaction, { account: account.id, today: clock.today() }))
      await addAccountEvent(transaction, {
        account: account.id,
        said: 'Brought the account back, with everything in it.',
        now: clock.now(),
      });
  });
  return context.redirect(`${ACCOUNT_URLS.account()}?done=back`, 303);
}
