import { closeAccount } from '../../db/account-keeping.ts';
import { addAccountEvent } from '../../db/accounts.ts';
import { addDays } from '../../domain/date.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import { CLOSED_KEPT_DAYS } from '../../domain/account/retention.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage } from '../../http/page.ts';
import { newId } from '../../http/private-link.ts';
import { leaveSession } from '../../http/session.ts';
import { closedMail } from '../../mail/account-mails.ts';
import type { Services } from '../../services/services.ts';
import { formatDay } from '../../ui/format.ts';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';
import { accountVisit, type AccountVisit } from './account-visit.ts';
import { DeletedPage, DeletePage } from './delete-page.tsx';

export function deleteRoutes(app: App, services: Services): void {
  app.get(PATHS.accountDelete, async (context) => {
    const here = await accountVisit(context, services);
    if (here.account.deletedAt !== null) return context.redirect(ACCOUNT_URLS.account(), 303);
    return sendPage(context, here.visit, <DeletePage here={here} until={lastDay(services)} />);
  });

  app.post(PATHS.accountDelete, async (context) => {
    const here = await accountVisit(context, services);
    if (here.account.deletedAt !== null) return context.redirect(ACCOUNT_URLS.account(), 303);
    await deleteAccount(services, here);
    await leaveSession(context, services);
    return sendPage(context, here.visit, <DeletedPage frame={here.visit.frame} until={lastDay(services)} />);
  });
}

function lastDay({ clock }: Services) {
  return addDays(clock.today(), CLOSED_KEPT_DAYS);
}

async function deleteAccount(services: Services, { account }: AccountVisit): Promise<void> {
  const { db, clock, mail } = services;
  const now = clock.now();
  const until = lastDay(services);
  await db.transaction().execute(async (transaction) => {
    if (!(await closeAccount(transaction, { account: account.id, now }))) return;
    const said = `Deleted the account. It can be brought back until ${formatDay(until)}.`;
    await addAccountEvent(transaction, { account: account.id, said, now });
    await mail.queue(transaction, closedMail({ key: newId(), to: mailboxOf(account), until, by: 'owner' }));
  });
}
