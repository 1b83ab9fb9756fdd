import type { Context } from 'hono';
import { comparableAddress, parseMailbox, type Mailbox } from '../../domain/mail/mail-address.ts';
import type { App } from '../../http/app-type.ts';
import { clientNetwork } from '../../http/client-network.ts';
import { readForm } from '../../http/form.ts';
import { limitMailTo } from '../../http/mail-limits.ts';
import { sendPage } from '../../http/page.ts';
import { planVisit, type PlanVisit } from '../../http/plan/plan-visit.ts';
import { isId, newId } from '../../http/private-link.ts';
import { limitAttempts, type Limit } from '../../http/rate-limit.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { LinkPage } from './link-page.tsx';

/** Longer than any address; what is typed beyond it is not shown again. */
const LONGEST_SHOWN = 320;

/** A plan's private link, mailed to whoever holds it. */
export function planLinkRoutes(app: App, services: Services): void {
  app.get(PATHS.planLink, async (context) => {
    const here = await planVisit(context, services);
    return sendPage(context, here.visit, <LinkPage here={here} />);
  });

  app.post(PATHS.planLink, async (context) => {
    const here = await planVisit(context, services);
    const typed = (await readForm(context)).one('address');
    if (isId(here.key)) return sendPage(context, here.visit, <LinkPage here={here} />);
    const read = parseMailbox({ address: typed });
    if (!read.ok) {
      const page = <LinkPage here={here} typed={typed.slice(0, LONGEST_SHOWN)} error={read.problem} />;
      return sendPage(context, here.visit, page, 422);
    }
    await limitLinks(context, services, here, read.mailbox);
    await sendLink(services, here, read.mailbox);
    return sendPage(context, here.visit, <LinkPage here={here} sentTo={read.mailbox.address} />);
  });
}

const DAY = 24 * 60;
/** A whole school is one network. */
const FROM_NETWORK: Limit = { times: 100, minutes: DAY };
const OF_FOLDER: Limit = { times: 5, minutes: DAY };

const TOO_MANY =
  'The link was sent several times today. Look for it in your mail, and where it keeps junk; or copy it from your plan’s page.';

/** Nobody can have somebody else mailed over and over, by any of the three ways to try. */
async function limitLinks(context: Context, services: Services, { folder }: PlanVisit, to: Mailbox): Promise<void> {
  const attempts = [
    { kind: 'own-plan-from-network', who: clientNetwork(context, services.config), limit: FROM_NETWORK },
    { kind: 'own-plan-of-folder', who: folder, limit: OF_FOLDER },
  ];
  for (const attempt of attempts) await limitAttempts(services, { ...attempt, message: TOO_MANY });
  await limitMailTo(services, comparableAddress(to), { message: TOO_MANY });
}

/** The key stands in the mail's body alone, which is emptied once it is sent. */
async function sendLink({ db, mail }: Services, { planUrls }: PlanVisit, to: Mailbox): Promise<void> {
  await db.transaction().execute((transaction) =>
    mail.queue(transaction, {
      kind: 'own-plan',
      key: newId(),
      to,
      subject: 'The link to your plan',
      body: [
        { kind: 'paragraph', text: 'This private link opens your plan, and is the way back to it. Keep this mail.' },
        { kind: 'link', text: 'Open your plan', href: planUrls.folder() },
        {
          kind: 'paragraph',
          text: 'Whoever has the link can open and change the plan. Do not pass the mail on: to show somebody your plan, share it from its page.',
        },
      ],
    }),
  );
}
