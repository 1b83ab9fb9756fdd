import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { getFolder } from '../src/db/folders.ts';
import { getPlan } from '../src/db/plans.ts';
import { addShare, confirmShare } from '../src/db/shares.ts';
import { mailFiles } from '../src/mail/file-transport.ts';
import { keyHash, newKey } from '../src/http/private-link.ts';
import { unsubscribePath } from '../src/urls.ts';
import { forBothDatabases } from './support/both-databases.ts';
import { heldRows } from './support/held-rows.ts';
import { readPage } from './support/html.ts';
import { aDraft, aMailbox } from './support/mail-builders.ts';
import { parsed } from './support/mail-parts.ts';
import { aVisitor } from './support/plan-visitor.ts';
import { askForLink, Browser } from './support/sign-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/*
 * Whatever opens something is looked for wherever it must not stand: in the log, the titles of pages, what a browser
 * passes on, the subjects of mails, and every column of every table.
 */

/** Every secret of one person's day with the service, by what it is. */
type Secrets = Readonly<Record<'link' | 'feed' | 'share' | 'sign-in' | 'session' | 'unsubscribe', string>>;

interface Day {
  readonly secrets: Secrets;
  readonly logged: readonly string[];
  readonly answers: readonly { readonly path: string; readonly headers: Headers; readonly html: string }[];
  readonly subjects: readonly string[];
  /** The tables before any mail was sent, and after. */
  readonly before: Readonly<Record<string, readonly object[]>>;
  readonly after: Readonly<Record<string, readonly object[]>>;
  /** Where the press of a sign-in link led. */
  readonly ledTo: string;
}

/** A plan is started, kept in an account, shared, looked at by everybody, and mailed about. */
async function aDay(place: string): Promise<Day> {
  const logged: string[] = [];
  const service = await testApp({ place, log: (entry) => logged.push(JSON.stringify(entry)) });
  const answers: { path: string; headers: Headers; html: string }[] = [];
  const browser = new Browser(service);
  const look = async (path: string) => {
    const answer = await browser.get(path);
    answers.push({ path, headers: answer.headers, html: await answer.text() });
    return answers.at(-1)?.html ?? '';
  };
  const plan = await aVisitor(service);
  const link = plan.folder.replace('/plans/', '');
  const made = await (await plan.send('/take-away', { act: 'make' })).text();
  const feed = /\/calendars\/([\w-]{32})/.exec(made)?.[1] ?? '';
  await look(`/calendars/${feed}.ics`);
  const signInLink = await askForLink(service, 'sam@school.example', { key: link, number: '1', page: 'plan' });
  const before = await heldRows(service.services.db);
  await look(signInLink);
  const pressed = await browser.post(signInLink, { keep: 'yes' });
  const ledTo = pressed.headers.get('Location') ?? '';
  const share = await aSharedPlan(service, link);
  const unsubscribe = unsubscribeOf(service);
  for (const path of [ledTo, plan.path, plan.folder, `${ledTo}/goals`, '/account', '/sign-in', signInLink])
    await look(path);
  for (const path of [`/shared/${share}`, `/case/${share}`, unsubscribePath(unsubscribe), '/plans']) await look(path);
  // As people mistype and programs cut them.
  for (const path of [
    `/plans//${link}/1`,
    `/sign-in//${signInLink.slice(9)}`,
    `${signInLink}/x`,
    `/PLANS/${link}`,
    `/x?k=${link}`,
    `/x/${share}`,
  ])
    await look(path);
  await service.services.jobs.runDue();
  const session = browser.cookies.get('session') ?? '';
  const secrets = { link, feed, share, 'sign-in': signInLink.slice(9), session, unsubscribe };
  const [subjects, after] = [await sentSubjects(service), await heldRows(service.services.db)];
  await service.close();
  return { secrets, logged, answers, subjects, before, after, ledTo };
}

/** Shares the plan of a private link, as its owner would. Gives the key. */
async function aSharedPlan({ services: { db, clock, mail } }: TestApp, link: string): Promise<string> {
  const folder = await getFolder(db, { keyHash: keyHash(link) });
  const kept = folder && (await getPlan(db, folder.id, 1));
  const key = newKey();
  const share = await addShare(db, {
    plan: kept?.id ?? '',
    keyHash: keyHash(key),
    kind: 'line-manager',
    account: folder?.account ?? '',
    name: 'Jo Hall',
    address: 'jo.hall@school.example',
    sections: [],
    createdAt: clock.now(),
    expiresOn: clock.today(),
    answerBy: clock.today(),
    standsInFor: null,
  });
  await confirmShare(db, share, clock.now());
  const body = [{ kind: 'link', text: 'Open the plan', href: `/shared/${key}` }] as const;
  await db.transaction().execute((transaction) => mail.queue(transaction, aDraft({ key: share, body })));
  return key;
}

function unsubscribeOf({ services: { mail } }: TestApp): string {
  return mail.keys.unsubscribeToken({ kind: 'reminder', addressId: mail.keys.addressId(aMailbox()) });
}

async function sentSubjects({ services: { config } }: TestApp): Promise<readonly string[]> {
  const place = join(config.dataDir, 'mail');
  const subjects: string[] = [];
  for (const name of await mailFiles(place)) {
    const mail = await parsed(readFileSync(join(place, name)));
    subjects.push(`${mail.subject} ${mail.messageId}`);
  }
  return subjects;
}

/** Where any of the secrets stands, as `what: where`. */
function foundIn(secrets: Secrets, places: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(places).flatMap(([where, text]) =>
    Object.entries(secrets).flatMap(([what, secret]) => (text.includes(secret) ? [`${what}: ${where}`] : [])),
  );
}

/** The rows of every table as text, by the table's name. */
function tables(rows: Readonly<Record<string, readonly object[]>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(rows).map(([name, some]) => [name, JSON.stringify(some)]));
}

forBothDatabases('what opens something', (open) => {
  test('stands in no log, no title, no subject, nothing a browser passes on, and no table', async () => {
    await using held = await open('shipped');
    const day = await aDay(held.place);
    const { secrets } = day;
    for (const [what, secret] of Object.entries(secrets)) expect(secret.length, what).toBeGreaterThanOrEqual(32);
    expect(new Set(Object.values(secrets)).size).toBe(6);

    expect(day.logged.length).toBeGreaterThan(20);
    expect(foundIn(secrets, { log: day.logged.join('\n') })).toEqual([]);

    for (const { path, headers, html } of day.answers) {
      expect(headers.get('Referrer-Policy'), path).toBe('no-referrer');
      const page = readPage(html);
      const elsewhere = page
        .links()
        .filter(({ href }) => /^(?:https?:)?\/\//.test(href) && !href.includes('127.0.0.1'));
      const description = page
        .elements('meta')
        .map((one) => JSON.stringify(one.attrs))
        .join(' ');
      const passedOn = { title: page.title, elsewhere: JSON.stringify(elsewhere), description };
      expect(foundIn(secrets, passedOn), path).toEqual([]);
    }
    expect(foundIn(secrets, { Location: day.ledTo })).toEqual([]);
    expect(day.ledTo).toMatch(/^\/plans\/[0-9a-f-]{36}\/1$/);

    expect(day.subjects).toHaveLength(2);
    expect(foundIn(secrets, { subjects: day.subjects.join('\n') })).toEqual([]);

    // A mail that waits has to hold its link; once it is sent nothing does.
    const { mail: waiting = [], ...others } = day.before;
    expect(foundIn(secrets, tables(others))).toEqual([]);
    const withoutBodies = waiting.map((row) => ({ ...row, text_body: '', html_body: '' }));
    expect(foundIn(secrets, tables({ mail: withoutBodies }))).toEqual([]);
    expect(foundIn(secrets, tables({ mail: waiting }))).toEqual(['sign-in: mail']);
    expect(Object.keys(day.after)).toEqual(
      expect.arrayContaining(['folder', 'job', 'mail', 'session', 'share', 'sign_in_link']),
    );
    expect(foundIn(secrets, tables(day.after))).toEqual([]);
  });
});

test('what is looked for would be found', () => {
  const secrets = { link: 'a', feed: 'b', share: 'c', 'sign-in': 'd', session: 'e', unsubscribe: 'f' };
  expect(foundIn(secrets, { log: 'x a x', title: 'nothing' })).toEqual(['link: log']);
});

test('each of them is drawn from 128 random bits or more', async () => {
  const service = await testApp();
  const { keys } = service.services.mail;
  const drawn: Readonly<Record<string, () => string>> = {
    'a private link, a feed, a sign-in link, a session': newKey,
    'a share': () => keys.shareKey(crypto.randomUUID(), 0),
    'an unsubscribe link': () => {
      const mailbox = aMailbox(`${crypto.randomUUID()}@school.example`);
      const token = keys.unsubscribeToken({ kind: 'reminder', addressId: keys.addressId(mailbox) });
      return Buffer.from(token.split('.')[2] ?? '', 'hex').toString('base64url');
    },
  };
  for (const [what, draw] of Object.entries(drawn)) {
    const times = 2000;
    const all = Array.from({ length: times }, () => Buffer.from(draw(), 'base64url'));
    const bits = (all[0]?.length ?? 0) * 8;
    expect(bits, what).toBeGreaterThanOrEqual(128);
    expect(new Set(all.map((bytes) => bytes.toString('hex'))).size, what).toBe(times);
    // Each bit is set in about half of them: none is always the same, none counts up.
    for (let bit = 0; bit < bits; bit += 1) {
      const set = all.filter((bytes) => (bytes.readUInt8(bit >> 3) & (1 << (bit & 7))) !== 0).length;
      expect(Math.abs(set - times / 2), `${what}, bit ${bit}`).toBeLessThan(times * 0.07);
    }
  }
  await service.close();
});
