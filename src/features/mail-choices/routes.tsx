import type { Context } from 'hono';
import { findKindsOff, saveKindsOff, switchKindOff } from '../../db/mail.ts';
import { KINDS_TO_CHOOSE } from '../../domain/mail/mail-kinds.ts';
import type { App } from '../../http/app-type.ts';
import { readForm } from '../../http/form.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import type { Unsubscriber } from '../../mail/mail-keys.ts';
import type { Services } from '../../services/services.ts';
import { PATHS, unsubscribePath } from '../../urls.ts';
import { MailChoicesPage, type JustDone } from './mail-choices-page.tsx';

const NO_SUCH_LINK = {
  title: 'This link stops no mails',
  what: 'It may be cut short where a mail broke the line: open it again from the mail. Or write to the hub, whose address is below and in the mail, and ask it to stop them.',
};

/**
 * Where a reader stops mails, by the link in any of them. Opening it changes nothing: mail scanners open links. The
 * button does, and so do mail programs in their reader's name, who send `List-Unsubscribe=One-Click` and follow no
 * redirect (RFC 8058).
 */
export function mailChoicesRoutes(app: App, services: Services): void {
  app.get(PATHS.unsubscribe, (context) => show(context, services, unsubscriberOf(context, services), undefined));

  app.post(PATHS.unsubscribe, async (context) => {
    const { kind, addressId } = unsubscriberOf(context, services);
    const form = await readForm(context);
    const now = services.clock.now();
    if (form.one('act') === 'choose') {
      const wanted = form.all('kinds');
      const off = KINDS_TO_CHOOSE.filter((one) => !wanted.includes(one));
      await saveKindsOff(services.db, addressId, off, now);
      return show(context, services, { kind, addressId }, 'saved');
    }
    await switchKindOff(services.db, addressId, kind, now);
    return show(context, services, { kind, addressId }, 'stopped');
  });
}

function unsubscriberOf(context: Context, { mail }: Services): Unsubscriber {
  const unsubscriber = mail.keys.readUnsubscribeToken(context.req.param('token') ?? '');
  if (!unsubscriber) throw new NotFound(NO_SUCH_LINK);
  return unsubscriber;
}

async function show(
  context: Context,
  services: Services,
  unsubscriber: Unsubscriber,
  done: JustDone | undefined,
): Promise<Response> {
  const { kind, addressId } = unsubscriber;
  const here = personalVisit(context, services);
  const off = await findKindsOff(services.db, addressId);
  const action = unsubscribePath(services.mail.keys.unsubscribeToken(unsubscriber));
  // From their own account's page they have no mail at hand, and mean no kind in particular.
  const isFromAccount = here.asked.query.has('account');
  const page = (
    <MailChoicesPage
      frame={here.frame}
      action={isFromAccount ? `${action}?account` : action}
      kind={isFromAccount ? undefined : kind}
      off={off}
      done={done}
    />
  );
  return sendPage(context, here, page);
}
