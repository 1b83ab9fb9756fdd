import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Context } from 'hono';
import { findNewestMail } from '../../db/mail.ts';
import type { App } from '../../http/app-type.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { NotFound } from '../../http/problems.ts';
import { STRICT } from '../../http/security-headers.ts';
import { isMailFile, mailFiles } from '../../mail/file-transport.ts';
import { MAIL_STYLE_HASH } from '../../mail/mail-style.ts';
import { readMail, type ReadMail } from '../../mail/read-mail.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { DevMailPage } from './dev-mail-page.tsx';
import { DevMailReadPage } from './dev-mail-read-page.tsx';

const SHOWN_AT_MOST = 50;

/** Whether the service says that it is on this very machine: links that sign people in must be read by nobody else. */
function isHere({ baseUrl }: Pick<Services['config'], 'baseUrl'>): boolean {
  return ['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(new URL(baseUrl).hostname);
}

/**
 * Mail that was written to files, to be looked at while one works on the service. In production, or at an address on the
 * net, there is no such page.
 */
export function devMailRoutes(app: App, services: Services): void {
  if (services.config.production || !isHere(services.config)) return;

  app.get(PATHS.devMail, async (context) => {
    const here = personalVisit(context, services);
    const names = (await mailFiles(services.mail.transport.place)).slice(0, SHOWN_AT_MOST);
    const mails = await Promise.all(names.map(async (name) => ({ name, mail: await readOne(services, name) })));
    const queued = await findNewestMail(services.db, SHOWN_AT_MOST);
    const place = services.config.smtp ? services.mail.transport.place : 'files in the data directory, under “mail”';
    return sendPage(context, here, <DevMailPage frame={here.frame} place={place} mails={mails} queued={queued} />);
  });

  app.get(PATHS.devMailRead, async (context) => {
    const here = personalVisit(context, services);
    const name = nameIn(context);
    const mail = await readOne(services, name);
    return sendPage(context, here, <DevMailReadPage frame={here.frame} name={name} mail={mail} />);
  });

  app.get(PATHS.devMailHtml, async (context) => {
    const { html } = await readOne(services, nameIn(context));
    context.header('Cache-Control', 'private, no-store');
    context.header('Content-Security-Policy', `${STRICT}style-src ${MAIL_STYLE_HASH}`);
    return context.html(html);
  });
}

function nameIn(context: Context): string {
  const name = context.req.param('name') ?? '';
  if (!isMailFile(name)) throw new NotFound();
  return name;
}

async function readOne({ mail }: Services, name: string): Promise<ReadMail> {
  try {
    return readMail(await readFile(join(mail.transport.place, name), 'utf8'));
  } catch {
    throw new NotFound();
  }
}
