import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ANSWERED } from '../../../test/support/addresses.ts';
import { hidden } from '../../../test/support/case-visitors.ts';
import { pageOf } from '../../../test/support/html.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { keyHash } from '../../http/private-link.ts';

let service: TestApp;
let counted = 0;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

/** Somebody with one plan in their account. */
async function anOwner(): Promise<{
  readonly owner: SignedInVisitor;
  readonly plan: PlanVisitor;
  readonly path: string;
  readonly folder: string;
}> {
  counted += 1;
  const owner = await aSignedIn(service, `owner-${counted}@school.example`);
  const plan = await aVisitor(service, ANSWERED, 'ect-mentor');
  const path = await keepPlan(service, owner, plan);
  return { owner, plan, path, folder: path.split('/')[2] ?? '' };
}

/** The mails that wait, as they will be read. */
async function mailsTo(address: string) {
  return service.services.db
    .selectFrom('mail')
    .selectAll()
    .where('to_address', '=', address)
    .orderBy('queued_at')
    .execute();
}

const press = async (owner: SignedInVisitor, fields: Record<string, string>) => {
  const response = await owner.post('/account', fields);
  expect(response.status).toBe(303);
  return owner.page(response.headers.get('Location') ?? '');
};

describe('an account', () => {
  test('is shown to nobody else: whoever is not signed in is offered to', async () => {
    for (const path of ['/account', '/account/data', '/account/delete']) {
      const response = await service.get(path);
      expect(response.status).toBe(401);
      const page = await pageOf(response);
      expect(page.headings(1)).toEqual(['Sign in to open this page']);
      expect(page.byRole('button', 'Send me a link')).toHaveLength(1);
      expect(hidden(page, 'next')).toBe(path);
    }
    expect((await service.get('/account/data.json')).status).toBe(401);
    for (const path of ['/account', '/account/delete'])
      expect((await service.post(path, { act: 'name', name: 'Nobody' })).status).toBe(401);
  });

  test('without a plan says how one comes into it', async () => {
    const owner = await aSignedIn(service, 'new@school.example');
    const page = await owner.page('/account');
    expect(page.section('plans')).toContain('There is no plan in your account.');
    expect(page.section('happened')).toContain('Nothing yet.');
  });

  test('lists its plans, each leading to its page; a deleted one comes back', async () => {
    const { owner, path, folder } = await anOwner();
    const page = await owner.page('/account');
    expect(page.links('My next steps')[0]?.href).toBe(path);
    expect((await owner.get(path)).status).toBe(200);
    await owner.post(`/plans/${folder}`, { act: 'delete', number: '1' });
    expect((await owner.page('/account')).section('plans')).toContain('It can be brought back until 23 December 2026.');
    const after = await press(owner, { act: 'bring-back-plan', folder, number: '1' });
    expect(after.text).toContain('The plan is back.');
    expect((await owner.get(path)).status).toBe(200);
  });

  test('keeps a plan that is started or brought in while signed in', async () => {
    const owner = await aSignedIn(service, 'starter@school.example');
    const started = await owner.post('/plans', { step: '' });
    expect(started.headers.get('Location')).toMatch(/^\/plans\/[\w-]{32}\/1\?new$/);
    expect((await owner.page('/account')).section('plans')).toContain('My next steps');
  });

  test('has a name that colleagues see, of letters that can be shown', async () => {
    const { owner } = await anOwner();
    const after = await press(owner, { act: 'name', name: '  Sam Pátel ' });
    expect(after.text).toContain('Your name is saved.');
    expect(after.elements('input').some((input) => JSON.stringify(input.attrs).includes('Sam Pátel'))).toBe(true);
    for (const name of [
      'a'.repeat(101),
      'Sam\u202ePatel',
      'Sam https://buy.example',
      'Sam\r\nBcc: all@school.example',
    ]) {
      const response = await owner.post('/account', { act: 'name', name });
      expect(response.status).toBe(422);
      expect((await pageOf(response)).title).toMatch(/^Error: /);
    }
  });

  test.for(['fly', '', 'constructor'])('cannot do “%s”', async (act) => {
    const { owner } = await anOwner();
    expect((await owner.post('/account', { act })).status).toBe(404);
  });
});

test('which mails come is chosen from there, for the address of the account', async () => {
  const owner = await aSignedIn(service, 'mails@school.example');
  const [link] = (await owner.page('/account')).links('Choose which mails you get');
  const choices = await owner.page(link?.href ?? '');
  expect(choices.text).toContain('What you choose holds for the address of your account');
  expect(choices.section('stop')).toBe('');
  expect(choices.links('Back to your account')[0]?.href).toBe('/account');
  const saved = await pageOf(await owner.post(link?.href ?? '', { act: 'choose', kinds: [] }));
  expect(saved.text).toContain('Saved. Only the mails that are ticked come to this address.');
  expect(saved.section('stop')).toBe('');
  expect((await owner.page('/account/data')).byRole('row', /^Which mails you do not want [1-9]/)).toHaveLength(1);
});

describe('the private link of a plan in an account', () => {
  test('is replaced: the old one opens nothing any more, the new one is shown once', async () => {
    const { owner, plan, path, folder } = await anOwner();
    const page = await pageOf(await owner.post('/account', { act: 'new-link', folder }));
    const link =
      page.elements('input').flatMap(({ attrs }) => attrs.filter(({ name }) => name === 'value'))[0]?.value ?? '';
    expect((await service.get(plan.path)).status).toBe(404);
    expect((await service.get(plan.folder)).status).toBe(404);
    expect((await service.get(new URL(link).pathname)).status).toBe(200);
    expect((await owner.get(path)).status).toBe(200);
    const key = link.split('/').at(-1) ?? '-';
    expect((await owner.page('/account')).text).not.toContain(key);
    expect(JSON.stringify(await service.services.db.selectFrom('account_event').selectAll().execute())).not.toContain(
      key,
    );
  });

  test('is ended: only its owner opens the plan, signed in', async () => {
    const { owner, plan, path, folder } = await anOwner();
    const made = await (await service.post(`${plan.path}/take-away`, { act: 'make' })).text();
    const feed = /\/calendars\/[\w-]{32}\.ics/.exec(made)?.[0] ?? '';
    expect((await service.get(feed)).status).toBe(200);
    const after = await press(owner, { act: 'end-link', folder });
    expect(after.section('plans')).toContain('There is none since 23 November 2026');
    expect((await service.get(plan.path)).status).toBe(404);
    expect((await owner.get(path)).status).toBe(200);
    expect((await service.get(feed)).status).toBe(404);
    expect(after.section('happened')).toContain(
      'Ended the private link and the calendar link. It is about: My next steps.',
    );
  });

  test('is nobody else’s to change', async () => {
    const { plan, folder } = await anOwner();
    const other = await aSignedIn(service, 'other@school.example');
    for (const act of ['new-link', 'end-link', 'bring-back-plan'])
      expect((await other.post('/account', { act, folder, number: '1' })).status).toBe(404);
    expect((await service.get(plan.path)).status).toBe(200);
  });
});

describe('where somebody is signed in', () => {
  test('each browser can be signed out, or all but this one', async () => {
    const first = await aSignedIn(service, 'many@school.example');
    const [second, third] = [
      await aSignedIn(service, 'many@school.example'),
      await aSignedIn(service, 'many@school.example'),
    ];
    const page = await first.page('/account');
    expect(page.section('signed-in').match(/A browser/g)?.length).toBeGreaterThanOrEqual(3);
    const sessions = await service.services.db
      .selectFrom('session')
      .select('id')
      .where('account_id', '=', first.account.id)
      .execute();
    expect(sessions).toHaveLength(3);
    await press(first, { act: 'end-other-sessions' });
    expect((await second.get('/account')).status).toBe(401);
    expect((await third.get('/account')).status).toBe(401);
    expect((await first.page('/account')).section('signed-in')).toContain('this browser');
  });

  test('one that is named is signed out, and nobody else’s', async () => {
    const first = await aSignedIn(service, 'two@school.example');
    const second = await aSignedIn(service, 'two@school.example');
    const other = await aSignedIn(service, 'not-two@school.example');
    const idOf = async ({ headers }: SignedInVisitor) => {
      const hash = keyHash(headers.Cookie.replace('session=', ''));
      const query = service.services.db.selectFrom('session').select('id').where('token_hash', '=', hash);
      return (await query.executeTakeFirstOrThrow()).id;
    };
    for (const session of [await idOf(other), 'no-such-session', '\0', 'x'.repeat(5000)])
      await press(first, { act: 'end-session', session });
    expect((await other.page('/account')).section('data')).toContain('Kept until');
    expect((await second.page('/account')).section('data')).toContain('Kept until');
    await press(first, { act: 'end-session', session: await idOf(second) });
    expect((await second.get('/account')).status).toBe(401);
    expect((await first.page('/account')).section('data')).toContain('Kept until');
  });
});

describe('another address', () => {
  const linkIn = (text: string) => /\/account\/address\/[\w-]{32}/.exec(text)?.[0] ?? '';

  test('is confirmed by a mail to it, in a browser that is signed in', async () => {
    const { owner, path } = await anOwner();
    const other = await aSignedIn(service, owner.account.address);
    await press(owner, { act: 'address', address: 'Sam@New.Example' });
    const [mail] = await mailsTo('Sam@new.example');
    const link = linkIn(mail?.text_body ?? '');
    // Whoever is not signed in is asked to, and somebody else is told nothing.
    const signedOut = await service.get(link);
    expect(signedOut.status).toBe(401);
    const asked = await pageOf(signedOut);
    expect(asked.text).toContain('Then open the link in your mail once more.');
    expect(hidden(asked, 'next')).toBe('');
    expect((await service.post(link, {})).status).toBe(401);
    const stranger = await aSignedIn(service, 'stranger@school.example');
    expect((await stranger.get(link)).status).toBe(404);
    expect((await stranger.post(link, {})).status).toBe(404);
    // A scanner that opens it changes nothing.
    for (let times = 0; times < 3; times += 1) expect((await owner.get(link)).status).toBe(200);
    expect((await owner.page('/account')).section('who')).toContain(owner.account.address);
    const moved = await owner.post(link, {});
    expect(moved.headers.get('Location')).toBe('/account?done=moved');
    expect((await owner.page('/account')).section('who')).toContain('sam@new.example');
    expect((await owner.get(path)).status).toBe(200);
    expect((await other.get('/account')).status).toBe(401);
    expect((await mailsTo(owner.account.address))[0]?.subject).toBe(
      'Your account in Next Steps has another email address now',
    );
    expect((await owner.get(link)).status).toBe(404);
    expect((await owner.post(link, {})).status).toBe(404);
  });

  test('that has an account is answered as any other; its own mail says so', async () => {
    const { owner } = await anOwner();
    await aSignedIn(service, 'taken@school.example');
    const after = await press(owner, { act: 'address', address: 'taken@school.example' });
    expect(after.text).toContain('We have sent a link to the new address.');
    const [mail] = await mailsTo('taken@school.example');
    expect(mail?.subject).toBe('This email address has an account in Next Steps already');
    expect(linkIn(mail?.text_body ?? '')).toBe('');
  });

  test('that gets an account meanwhile moves nobody', async () => {
    const { owner } = await anOwner();
    await press(owner, { act: 'address', address: 'late@school.example' });
    const [mail] = await mailsTo('late@school.example');
    await aSignedIn(service, 'late@school.example');
    expect((await owner.post(linkIn(mail?.text_body ?? ''), {})).status).toBe(422);
    expect((await owner.page('/account')).section('who')).toContain(owner.account.address);
  });

  test.for(['', 'nobody', 'a@b', 'a@school.example\r\nBcc: b@school.example', `${'x'.repeat(250)}@school.example`])(
    'is refused where it is none: %j',
    async (address) => {
      const { owner } = await anOwner();
      const response = await owner.post('/account', { act: 'address', address });
      expect(response.status).toBe(422);
    },
  );

  test('is asked for a few times an hour at most', async () => {
    const { owner } = await anOwner();
    const statuses: number[] = [];
    for (let count = 0; count < 7; count += 1)
      statuses.push((await owner.post('/account', { act: 'address', address: `n${count}@school.example` })).status);
    expect(statuses).toEqual([303, 303, 303, 303, 303, 429, 429]);
  });

  test('is mailed ten times a day at most, whoever asks', async () => {
    const asking = async () => {
      const { owner } = await anOwner();
      return owner.post('/account', { act: 'address', address: 'often@new.example' });
    };
    expect((await asking()).status).toBe(303);
    const { db } = service.services;
    await db.updateTable('attempt').set({ times: 9 }).where('kind', '=', 'new-address-of-a-day').execute();
    expect((await asking()).status).toBe(303);
    const refused = await asking();
    expect(refused.status).toBe(429);
    expect((await pageOf(refused)).text).toContain('to that address today');
  });
});
