import { PERSONAL_TABLES } from '../../src/db/personal-tables.ts';
import { ANSWERED } from './addresses.ts';
import { aVisitor } from './plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from './signed-in.ts';
import type { TestApp } from './test-app.ts';

/** What is said of a file of which some of each kind came in, or did not. */
const BROUGHT_IN = `/account/brought-in?${[...PERSONAL_TABLES.map(({ as }) => as), 'plans', 'files', 'emptyVersions', 'otherAlerts', 'deletedPlans'].map((name) => `${name}=2`).join('&')}`;

/** The states an account comes in, each with the pages there are to see in it. */
export const ACCOUNT_STATES = {
  'without a plan': ['/account', '/account/data', '/account/delete'],
  'with many plans': ['/account', '/account?done=name', '/account/data', '/account/delete', BROUGHT_IN],
  'that is deleted': ['/account', '/account/data'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type AccountState = keyof typeof ACCOUNT_STATES;

let counted = 0;

/** Somebody signed in to an account in this state. */
export async function anAccountIn(service: TestApp, state: AccountState): Promise<SignedInVisitor> {
  counted += 1;
  const address = `state-${counted}@school.example`;
  const owner = await aSignedIn(service, address);
  if (state === 'without a plan') return owner;
  await fill(service, owner);
  if (state === 'with many plans') return owner;
  await owner.post('/account/delete', {});
  return aSignedIn(service, address);
}

/** Plans in three folders: one with a deleted copy, one whose private link is ended. Another browser is signed in too. */
async function fill(service: TestApp, owner: SignedInVisitor): Promise<void> {
  const paths: string[] = [];
  for (const step of ['ect-mentor', 'npq-senior-leadership', ''])
    paths.push(await keepPlan(service, owner, await aVisitor(service, ANSWERED, step)));
  const [first = '', second = ''] = paths.map((path) => path.replace(/\/1$/, ''));
  await owner.post(first, { act: 'copy', number: '1', copy: 'year' });
  await owner.post(first, { act: 'delete', number: '2' });
  await owner.post('/account', { act: 'end-link', folder: second.replace('/plans/', '') });
  await owner.post('/account', { act: 'name', name: 'Sam Patel' });
  await aSignedIn(service, owner.account.address);
}
