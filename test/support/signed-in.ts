import { accountOf, addAccountFolder, type Account } from '../../src/db/accounts.ts';
import { getFolder } from '../../src/db/folders.ts';
import { addSession } from '../../src/db/sign-in.ts';
import { keyHash, newKey } from '../../src/http/private-link.ts';
import { pageOf, type Page } from './html.ts';
import type { PlanVisitor } from './plan-visitor.ts';
import type { Fields, TestApp } from './test-app.ts';

/** A browser that is signed in: opens pages and sends forms with its cookie. */
export interface SignedInVisitor {
  readonly account: Account;
  readonly headers: { readonly Cookie: string };
  get(path: string): Promise<Response>;
  page(path: string): Promise<Page>;
  post(path: string, fields: Fields): Promise<Response>;
}

/** Signs somebody in without a mail, for tests of what comes after. */
export async function aSignedIn(service: TestApp, address = 'sam.patel@school.example'): Promise<SignedInVisitor> {
  const { db, clock } = service.services;
  const now = clock.now();
  const { account } = await accountOf(db, { address, now, today: clock.today() });
  const token = newKey();
  await addSession(db, {
    tokenHash: keyHash(token),
    account: account.id,
    browser: 'A browser',
    now,
    expiresAt: '2099-01-01T00:00:00.000Z',
  });
  const headers = { Cookie: `session=${token}` };
  const get = (path: string) => service.get(path, headers);
  return {
    account,
    headers,
    get,
    page: async (path) => pageOf(await get(path)),
    post: (path, fields) => service.post(path, fields, headers),
  };
}

/** Puts the plan of a private link into somebody's account. Gives the plan's address there. */
export async function keepPlan(service: TestApp, owner: SignedInVisitor, plan: PlanVisitor): Promise<string> {
  const { db, clock } = service.services;
  const folder = await getFolder(db, { keyHash: keyHash(plan.folder.replace('/plans/', '')) });
  if (!folder) throw new Error('the plan has no folder');
  await addAccountFolder(db, { account: owner.account.id, folder: folder.id, now: clock.now() });
  return plan.path.replace(plan.folder, `/plans/${folder.id}`);
}
