import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { countPersonal, findKeys } from '../../db/personal-data.ts';
import { mailboxOf } from '../../domain/mail/mail-address.ts';
import { keepPrivate } from '../../http/download.ts';
import type { App } from '../../http/app-type.ts';
import { sendPage } from '../../http/page.ts';
import type { Services } from '../../services/services.ts';
import { PATHS } from '../../urls.ts';
import { accountFile } from './account-file.ts';
import { accountVisit, type AccountVisit } from './account-visit.ts';
import { DataPage } from './data-page.tsx';

/** Everything that is kept of somebody: to be looked at, and to be taken away. */
export function dataRoutes(app: App, services: Services): void {
  app.get(PATHS.accountData, async (context) => {
    const here = await accountVisit(context, services);
    const counts = await countPersonal(services.db, await findKeys(services.db, personOf(services, here)));
    return sendPage(context, here.visit, <DataPage here={here} counts={[...counts]} />);
  });

  app.get(PATHS.accountFile, async (context) => {
    return sendFile(context, services, await accountVisit(context, services));
  });
}

function personOf({ mail }: Services, { account }: AccountVisit) {
  return { account, mailbox: mail.keys.addressId(mailboxOf(account)) };
}

/** Row by row as it is read: two hundred versions of thirty plans need not fit into memory. */
async function sendFile(context: Context, services: Services, here: AccountVisit): Promise<Response> {
  const { db, clock } = services;
  const keys = await findKeys(db, personOf(services, here));
  const parts = accountFile(db, keys, {
    takenAt: clock.now(),
    hasOlderVersions: context.req.query('without') !== 'older-versions',
  });
  keepPrivate(context, { type: 'application/json; charset=utf-8', name: `next-steps-${clock.today()}.json` });
  return context.body(Readable.toWeb(Readable.from(encoded(parts))) as ReadableStream<Uint8Array>);
}

async function* encoded(parts: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const part of parts) yield encoder.encode(part);
}
