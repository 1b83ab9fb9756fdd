import type { Context } from 'hono';
import { addAccountEvent, removeIdentities } from '../../db/accounts.ts';
import { getAddressChange, removeAddressChanges, saveAddress, type AddressChange } from '../../db/address-changes.ts';
import { findKindsOff, switchKindOff } from '../../db/mail.ts';
import { endOtherSessions } from '../../db/sessions.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage } from '../../http/page.ts';
import { isKey, keyHash, newId } from '../../http/private-link.ts';
import { BadRequest, NotFound } from '../../http/problems.ts';
import { addressChangedMail } from '../../mail/account-mails.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';
import { accountVisit, type AccountVisit } from './account-visit.ts';
import { AddressPage } from './address-page.tsx';

const NO_SUCH_LINK = {
  title: 'This link confirms nothing',
  what: 'It may be too old, used already, or cut short where a mail broke the line. Ask for another on your account’s page.',
};

/** The link is a key, which no form of ours carries to a sign-in. */
const OPEN_IT_AGAIN = 'Sign in with the address your account has now. Then open the link in your mail once more.';

/** Moves an account to the address a link was sent to. Opening the link changes nothing: mail scanners open links. */
export function addressRoutes(app: App, services: Services): void {
  app.get(PATHS.accountAddress, async (context) => {
    const change = await changeNamed(context, services);
    const here = await accountVisit(context, services, OPEN_IT_AGAIN);
    ownChange(here, change);
    const offered = { from: here.account.address, to: change.address, action: context.req.path };
    return sendPage(context, here.visit, <AddressPage frame={here.visit.frame} move={offered} />);
  });

  app.post(PATHS.accountAddress, async (context) => {
    const change = await changeNamed(context, services);
    const here = await accountVisit(context, services, OPEN_IT_AGAIN);
    ownChange(here, change);
    if (!(await move(services, here, change)))
      throw new BadRequest(
        'That address has an account of its own by now. Sign in with it to see what is in there.',
        422,
      );
    return context.redirect(`${ACCOUNT_URLS.account()}?done=moved`, 303);
  });
}

async function changeNamed(context: Context, { db, clock }: Services): Promise<AddressChange> {
  const token = context.req.param('token') ?? '';
  const change = isKey(token) ? await getAddressChange(db, keyHash(token), clock.now()) : undefined;
  if (!change) throw new NotFound(NO_SUCH_LINK);
  return change;
}

/** Somebody else's link, typed in for whoever opens it by mistake, moves nobody's account. */
function ownChange({ account }: AccountVisit, change: AddressChange): void {
  if (change.account !== account.id || account.deletedAt !== null) throw new NotFound(NO_SUCH_LINK);
}

/** False where the address has been taken since. */
async function move(
  { db, clock, mail }: Services,
  { account, session }: AccountVisit,
  { address }: AddressChange,
): Promise<boolean> {
  const now = clock.now();
  const [before, next] = [mailboxOf(account), mailboxOf({ ...account, address })];
  return db.transaction().execute(async (transaction) => {
    if (!(await saveAddress(transaction, account.id, address))) return false;
    await removeAddressChanges(transaction, account.id);
    await endOtherSessions(transaction, account.id, session.id);
    // Whoever could sign in by the old address elsewhere is not to stay in by that way.
    const isParted = await removeIdentities(transaction, account.id);
    for (const kind of await findKindsOff(transaction, mail.keys.addressId(before)))
      await switchKindOff(transaction, mail.keys.addressId(next), kind, now);
    const said = `Moved the account to another address. Every other browser was signed out${isParted ? ', and no other service signs you in any more' : ''}.`;
    await addAccountEvent(transaction, { account: account.id, said, now });
    await mail.queue(transaction, addressChangedMail({ key: newId(), to: before }));
    return true;
  });
}
