import type { Context } from 'hono';
import type { Account } from '../../db/accounts.ts';
import { LARGEST_ACCOUNT_FILE } from '../../domain/account/account-file.ts';
import type { ByteReader } from '../../files/byte-reader.ts';
import type { App } from '../../http/app-type.ts';
import { oneAtATime, type InTurn } from '../../http/one-at-a-time.ts';
import { personalVisit, sendPage } from '../../http/page.ts';
import { SignInFirst } from '../../http/problems.ts';
import { openAccount } from '../../http/session.ts';
import { readUpload, type SentFile } from '../../http/upload.ts';
import type { Services } from '../../services/services.ts';
import { ACCOUNT_URLS, PATHS } from '../../urls.ts';
import { FileRefusal, isAccountFile, PLAN_BOUNDS } from './account-file-rows.ts';
import { begin } from './begin.ts';
import { BROUGHT_IN, bringInAccount } from './bring-in.ts';
import { BroughtInPage } from './brought-in-page.tsx';
import { limitFiles } from './limits.ts';
import { readPlanFile } from './plan-file.ts';
import { PlansPage } from './plans-page.tsx';
import { readAccountFile } from './read-account-file.ts';

/** A file that was taken away, brought in again; and what came of it. */
export function bringInRoutes(app: App, services: Services): void {
  const inTurn = oneAtATime({
    mostWaiting: 8,
    busy: 'Others are bringing in files at this moment. Yours is as it was: wait a minute, then bring it in again.',
  });

  app.post(PATHS.planImport, async (context) => {
    const account = await openAccount(context, services);
    await limitFiles(context, services, account?.id);
    const { form, file } = await readUpload(context, services.files, limitsFor(account));
    try {
      return await bringIn(context, services, inTurn, { account, key: form.one('key'), file });
    } catch (error) {
      if (!(error instanceof FileRefusal)) throw error;
      const here = personalVisit(context, services);
      return await sendPage(context, here, <PlansPage visit={here} problem={error.message} />, 422);
    } finally {
      await file?.incoming.discard();
    }
  });

  app.get(PATHS.accountBroughtIn, async (context) => {
    if (!(await openAccount(context, services))) throw new SignInFirst();
    const here = personalVisit(context, services);
    return sendPage(context, here, <BroughtInPage visit={here} count={(name) => countIn(context, name)} />);
  });
}

const MEGABYTE = 1024 * 1024;

/** Only whoever is signed in has an account to take the file of: nobody else makes us read more than a plan. */
function limitsFor(account: Account | undefined) {
  return account
    ? {
        fileBytes: LARGEST_ACCOUNT_FILE,
        tooLarge: `The file of an account can have up to ${LARGEST_ACCOUNT_FILE / MEGABYTE} MB, and this one is larger, so nothing was brought in. Take it once more without the older versions of your plans, on the page of your data.`,
      }
    : {
        fileBytes: PLAN_BOUNDS.bytes,
        tooLarge: `The file of a plan can have up to ${PLAN_BOUNDS.bytes / MEGABYTE} MB, and this one is larger, so nothing was brought in. If it is the file of your account, sign in first.`,
      };
}

interface Bringing {
  readonly account: Account | undefined;
  /** Of the private link the plan is to lie under; empty for a new one. */
  readonly key: string;
  readonly file: SentFile | undefined;
}

async function bringIn(
  context: Context,
  services: Services,
  inTurn: InTurn,
  { account, key, file }: Bringing,
): Promise<Response> {
  const reader = await file?.incoming.finish();
  if (!reader || reader.size === 0)
    throw new FileRefusal('Choose the file that you took away: its name ends in .json.');
  if (!(await isAccountFile(reader))) {
    const plan = await inTurn(() => readPlanFile(reader));
    return begin(context, services, key, { plan, said: BROUGHT_IN });
  }
  if (!account)
    throw new FileRefusal('That is the file of an account. Sign in first: everything in it has its place there.');
  return inTurn(() => bringInAll(context, services, account, reader));
}

async function bringInAll(
  context: Context,
  services: Services,
  account: Account,
  reader: ByteReader,
): Promise<Response> {
  const read = await readAccountFile(reader, services.clock.now());
  if (read.folders.length + read.alerts.length + read.mailsNotWanted.length === 0)
    throw new FileRefusal('There is nothing in that file that could come in.');
  const brought = await bringInAccount(services, account, read);
  const told = Object.entries(brought).flatMap(([name, count]) => (count > 0 ? [[name, String(count)] as const] : []));
  return context.redirect(ACCOUNT_URLS.broughtIn(told), 303);
}

function countIn(context: Context, name: string): number {
  const text = context.req.query(name) ?? '';
  return /^\d{1,6}$/.test(text) ? Number(text) : 0;
}
