import { expect, test } from 'vitest';
import { forgetSignIn } from '../src/jobs/forget-sign-in.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { pageOf } from './support/html.ts';
import { aVisitor } from './support/plan-visitor.ts';
import { askForLink, atInstant, Browser, waitingMails } from './support/sign-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* How often signing in can be tried, by one network and for one address; and that nobody else is kept from it. */

const from = (network: string) => ({ 'X-Forwarded-For': `203.0.113.9, ${network}` });
const ask = (service: TestApp, address: string, network: string) =>
  service.post('/sign-in', { address }, from(network));

forBothDatabases('limits', (open) => {
  const aService = (place: string) => testApp({ place, env: { TRUST_PROXY: '1' } });

  test('of 1,000 attempts in a minute from one network for one address five are mailed, the rest are refused with 429', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const plan = await aVisitor(service);
    const counts = new Map<number, number>();
    for (let sent = 0; sent < 1000; sent += 50) {
      const some = Array.from({ length: 50 }, () => ask(service, 'victim@school.example', '192.0.2.1'));
      const others = [plan.get(), ask(service, `other-${sent}@school.example`, '192.0.2.2')] as const;
      for (const { status } of await Promise.all(some)) counts.set(status, (counts.get(status) ?? 0) + 1);
      const [page, answer] = await Promise.all(others);
      expect(page.headings(1)).toEqual(['My next steps']);
      expect(answer.status).toBe(200);
    }
    expect([...counts].toSorted(([a], [b]) => a - b)).toEqual([
      [200, 5],
      [429, 995],
    ]);
    const mails = await waitingMails(service);
    expect(mails.filter(({ address }) => address === 'victim@school.example')).toHaveLength(5);
    expect(mails).toHaveLength(25);
    // Refusing costs no write: what was refused once is not counted on.
    const most = await held.db.selectFrom('attempt').select('times').orderBy('times', 'desc').executeTakeFirst();
    expect(most?.times).toBeLessThanOrEqual(100 + 50);
    await service.close();
  });

  test('of links to one mailbox under many labels five are mailed, and its own address has its own', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const statuses: number[] = [];
    for (let label = 0; label < 8; label += 1)
      statuses.push((await ask(service, `victim+${label}@school.example`, `192.0.2.${label}`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    expect((await ask(service, 'victim@school.example', '192.0.2.99')).status).toBe(200);
    expect((await ask(service, 'another+1@school.example', '192.0.2.99')).status).toBe(200);
    await service.close();
  });

  test('of 1,000 attempts from one network for as many addresses a hundred are mailed; another network is not held up', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const counts = new Map<number, number>();
    for (let sent = 0; sent < 1000; sent += 50) {
      const some = Array.from({ length: 50 }, (_, one) =>
        ask(service, `teacher-${sent + one}@school.example`, '2001:db8:1:2::1'),
      );
      for (const { status } of await Promise.all(some)) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect(counts).toEqual(
      new Map([
        [200, 100],
        [429, 900],
      ]),
    );
    expect(await waitingMails(service)).toHaveLength(100);
    expect((await ask(service, 'more@school.example', '2001:db8:1:2:ffff::9')).status).toBe(429);
    expect((await ask(service, 'more@school.example', '2001:db8:1:3::1')).status).toBe(200);
    await service.close();
  });

  test('after thirty links of a day one address is sent one in a quarter of an hour, and nobody is locked out', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const at = async (minute: number, times: number) => {
      const now = `2026-11-23T${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00.000Z`;
      const late = atInstant(service, now);
      const statuses: number[] = [];
      for (let sent = 0; sent < times; sent += 1)
        statuses.push((await ask(late, 'victim@school.example', `192.0.2.${sent}`)).status);
      return statuses.filter((status) => status === 200).length;
    };
    for (let minute = 0; minute < 90; minute += 15) expect(await at(minute, 7)).toBe(5);
    for (let minute = 90; minute < 150; minute += 15) expect(await at(minute, 7)).toBe(1);
    expect(await waitingMails(service, 'victim@school.example')).toHaveLength(34);
    await service.close();
  });

  test('who is refused is told in words that what they were sent still works, and it does', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const link = await askForLink(service, 'sam@school.example');
    for (let times = 0; times < 4; times += 1) await ask(service, 'sam@school.example', `192.0.2.${times}`);
    const refused = await ask(service, 'SAM@school.example', '192.0.2.99');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('Retry-After')).toBe('900');
    expect(refused.headers.get('Cache-Control')).toBe('private, no-store');
    expect((await pageOf(refused)).text).toContain('The newest one you were sent still works');
    expect((await new Browser(service).post(link)).status).toBe(303);
    await service.close();
  });

  test('at every moment at which an address is refused it was sent a link that works at that moment', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const address = 'flooded@school.example';
    let refusals = 0;
    for (let minute = 0; minute < 60; minute += 2) {
      const now = `2026-11-23T09:${String(minute).padStart(2, '0')}:59.000Z`;
      const then = atInstant(service, now);
      const { status } = await ask(then, address, '192.0.2.1');
      if (status !== 429) continue;
      refusals += 1;
      const good = await held.db
        .selectFrom('sign_in_link')
        .select('token_hash')
        .where('expires_at', '>', now)
        .execute();
      expect(good.length, now).toBeGreaterThan(0);
    }
    expect(refusals).toBeGreaterThan(5);
    await service.close();
  });

  test('tokens tried at random are refused with 429 beyond the limit, from that network alone, and sign nobody in', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const link = await askForLink(service, 'sam@school.example');
    const counts = new Map<number, number>();
    for (let tried = 0; tried < 1000; tried += 50) {
      const some = Array.from({ length: 50 }, (_, one) =>
        service.post(`/sign-in/${String(tried + one).padStart(32, 'x')}`, {}, from('192.0.2.1')),
      );
      for (const { status } of await Promise.all(some)) counts.set(status, (counts.get(status) ?? 0) + 1);
    }
    expect(counts).toEqual(
      new Map([
        [404, 300],
        [429, 700],
      ]),
    );
    expect((await service.post(link, {}, from('192.0.2.1'))).status).toBe(429);
    expect((await service.post(link, {}, from('192.0.2.2'))).status).toBe(303);
    await service.close();
  });

  test('what is counted is whose nobody can tell, and is forgotten after a day, as links and sessions that are over are', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    const browser = new Browser(service);
    await browser.post(await askForLink(service, 'sam@school.example'));
    await askForLink(service, 'jo@school.example');
    const rows = await held.db.selectFrom('attempt').selectAll().execute();
    expect(rows.map(({ kind }) => kind).toSorted()).toEqual([
      'link-from-network',
      'link-of-a-day',
      'link-of-a-day',
      'link-to-address',
      'link-to-address',
      'press',
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/school\.example|192\.0/);
    const { mail, files } = service.services;
    const forgetAt = async (now: string) => {
      const context = {
        db: held.db,
        mail,
        files,
        now: () => now,
        today: service.services.clock.today,
        on: service.services.catalogue.on,
      };
      const attempt = await forgetSignIn.begin([], context);
      expect(await attempt(A_JOB)).toEqual({ kind: 'done' });
    };
    const left = async () =>
      Promise.all(
        (['attempt', 'sign_in_link', 'session'] as const).map(
          async (table) => (await held.db.selectFrom(table).selectAll().execute()).length,
        ),
      );
    await forgetAt('2026-11-24T09:00:00.000Z');
    expect(await left()).toEqual([4, 2, 1]);
    await forgetAt('2026-11-24T09:15:00.001Z');
    expect(await left()).toEqual([0, 0, 1]);
    await forgetAt('2027-01-21T09:00:00.000Z');
    expect(await left()).toEqual([0, 0, 1]);
    await forgetAt('2027-01-22T09:00:00.000Z');
    expect(await left()).toEqual([0, 0, 0]);
    await service.close();
  });

  test('the service does so once a day by itself', async () => {
    await using held = await open('shipped');
    const service = await aService(held.place);
    await held.db
      .insertInto('attempt')
      .values({ kind: 'press', who: 'a'.repeat(64), since: '2026-11-01T09:00:00.000Z', times: 1 })
      .execute();
    await service.services.jobs.runDue();
    expect(await held.db.selectFrom('attempt').selectAll().execute()).toEqual([]);
    await service.close();
  });
});

const A_JOB = {
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'forget-sign-in',
  payload: {},
  attempts: 1,
  giveUpAt: '2099-01-01T00:00:00.000Z',
  lastError: null,
} as const;
