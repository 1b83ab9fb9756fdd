import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { replayed } from '../src/alerts/replay.ts';
import { addressOf, followedAt } from '../src/alerts/alert-address.ts';
import { saveShippedContent } from '../src/db/catalogue.ts';
import type { Catalogue } from '../src/domain/catalogue/catalogue.ts';
import type { Opportunity } from '../src/domain/catalogue/opportunity.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { forBothDatabases, type HeldDatabase } from './support/both-databases.ts';
import { aFollowedAddress, listAt, lowered, mailedLists, type Row, type ShownList } from './support/followed-lists.ts';
import { pageOf, readPage, type Page } from './support/html.ts';
import { aSignedIn, type SignedInVisitor } from './support/signed-in.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/*
 * What is mailed is what the page shows: lists are followed in one week, the catalogue is moved, and in the next week the
 * mail is held against the pages themselves, asked at that moment.
 */

const WEEK = { one: '2026-11-23', two: '2026-11-30', three: '2026-12-07' } as const;

/** Mondays at nine, on the same database. */
const on = (held: HeldDatabase, today: string) => testApp({ place: held.place, today });

const follow = (visitor: SignedInVisitor, address: string) => visitor.post('/alerts', { act: 'follow', address });

/** The catalogue a week later: something came, something went, something opened, something costs another sum. */
function moved(catalogue: Catalogue): Catalogue {
  const edits: Readonly<Record<string, (one: Opportunity) => Opportunity>> = {
    'ect-mentor': (one) => ({ ...one, exists: { ...one.exists, until: WEEK.one as IsoDate } }),
    'induction-tutor': (one) => ({ ...one, requirements: [] }),
    'npq-headship': (one) => ({
      ...one,
      intakes: [...one.intakes, intake('npq-headship', '2027-02-01', '2027-03-12')],
    }),
    'npq-senco': (one) => ({ ...one, intakes: [...one.intakes, intake('npq-senco', '2026-11-24', '2026-12-18')] }),
    'school-governor-or-trustee': (one) => ({
      ...one,
      figures: { ...one.figures, costToYou: { estimate: { min: 1200, max: 1200, unit: 'pence' }, because: 'Fares.' } },
    }),
  };
  const opportunities = catalogue.opportunities.map((one) => edits[one.id]?.(one) ?? one);
  const [like] = opportunities.filter(({ id }) => id === 'school-governor-or-trustee');
  if (!like) throw new Error('there is no governor');
  const fresh = { ...like, id: 'reading-mentor', name: 'Reading mentor for new colleagues', abbreviation: 'RM' };
  return { ...catalogue, version: `${catalogue.version}-moved`, opportunities: [...opportunities, fresh] };
}

function intake(of: string, opens: string, closes: string): Opportunity['intakes'][number] {
  return {
    id: `${of}/2027-made`,
    name: 'Spring 2027',
    starts: '2027-05-01' as IsoDate,
    window: { opens: opens as IsoDate, closes: closes as IsoDate },
    facts: [],
  };
}

async function move({ services: { catalogue, db } }: TestApp): Promise<void> {
  await saveShippedContent(db, moved(catalogue.current()), '2026-11-30T08:00:00.000Z');
  await catalogue.refresh();
}

/** The digest that waits for an address, or was sent to it last and is not emptied yet. */
async function mailTo(held: HeldDatabase, { account }: SignedInVisitor): Promise<Page | undefined> {
  const rows = await held.db
    .selectFrom('mail')
    .select('html_body')
    .where('kind', '=', 'alert')
    .where('to_address', '=', account.address)
    .execute();
  expect(rows.length).toBeLessThanOrEqual(1);
  return rows[0] && readPage(rows[0].html_body);
}

/** What the two states of a page say changed, as a reader would work it out. */
function changesSeen(before: ShownList, after: ShownList): readonly string[] {
  const was = new Map(before.rows.map((row) => [row.name, row.verdict]));
  return [
    ...after.rows
      .filter(({ name }) => !was.has(name))
      .map(({ name, verdict }) => `New: ${name}${verdict === undefined ? '' : ` (${lowered(verdict)})`}`),
    ...after.rows.flatMap(({ name, verdict }) => {
      const old = was.get(name);
      if (old === undefined || verdict === undefined || old === verdict) return [];
      return [`${name}: now ${lowered(verdict)}; it was ${lowered(old)}`];
    }),
  ];
}

forBothDatabases('what is followed', (open) => {
  test('what an alert replays is what its page shows, row for row, whatever was searched for', async () => {
    await using held = await open('shipped');
    const service = await on(held, WEEK.one);
    await move(service);
    const { catalogue, db } = service.services;
    await fc.assert(
      fc.asyncProperty(aFollowedAddress, async (asked) => {
        const address = addressOf(followedAt(asked));
        const now = await replayed(address, db, catalogue.on(WEEK.one as IsoDate));
        const shown = await listAt(service, asked, pageOf);
        expect(now.items.map(({ name }) => name)).toEqual(shown.rows.map(({ name }) => name));
        const isTold = now.items.some(({ verdict }) => verdict !== null);
        if (isTold)
          expect(now.items.map(({ verdict }) => WORD[verdict ?? 'no'])).toEqual(
            shown.rows.map(({ verdict }) => verdict),
          );
        expect(now.count).toBe(shown.count);
        // One list has one address, and that shows the same.
        expect(await listAt(service, address, pageOf)).toEqual(shown);
        expect(addressOf(followedAt(address))).toBe(address);
      }),
      { numRuns: 40 },
    );
    await service.close();
  }, 240_000);

  test('the mail says of each list what its page shows at that moment, and what changed there', async () => {
    await using held = await open('shipped');
    const first = await on(held, WEEK.one);
    const asked = [
      ...new Set([...ALWAYS, ...fc.sample(aFollowedAddress, 24).map((one) => addressOf(followedAt(one)))]),
    ];
    const visitors = await Promise.all([0, 1, 2].map((index) => aSignedIn(first, `follower-${index}@school.example`)));
    const owner = (index: number) => visitors[index % visitors.length] as SignedInVisitor;
    const before = new Map<string, ShownList>();
    for (const [index, address] of asked.entries()) {
      expect((await follow(owner(index), address)).status).toBe(303);
      before.set(address, await listAt(first, address, pageOf));
    }
    await first.close();
    const second = await on(held, WEEK.two);
    await move(second);
    await second.services.jobs.runDue();
    const lists = new Map<SignedInVisitor, readonly ReturnType<typeof mailedLists>[number][]>();
    for (const visitor of visitors) {
      const mail = await mailTo(held, visitor);
      lists.set(visitor, mail ? mailedLists(mail) : []);
    }
    let mailed = 0;
    for (const [index, address] of asked.entries()) {
      const then = before.get(address) as ShownList;
      const now = await listAt(second, address, pageOf);
      const seen = changesSeen(then, now);
      const gone = then.rows.filter(({ name }) => !now.rows.some((row) => row.name === name));
      const told = lists.get(owner(index))?.find(({ said, href, rows }) => isAbout(address, { said, href, rows }, now));
      if (!told) {
        expect([...seen, ...gone], address).toEqual([]);
        continue;
      }
      mailed += 1;
      expect(told.changes.slice(0, Math.min(seen.length, 15)), address).toEqual(seen.slice(0, 15));
      if (told.changes.length < 15)
        expect(told.changes.filter((line) => line.startsWith('No longer listed: '))).toEqual(
          gone.map(({ name }) => `No longer listed: ${name}`),
        );
      expect(told.rows, address).toEqual(firstRows(address, now));
    }
    expect(mailed).toBeGreaterThanOrEqual(ALWAYS.length);
    await second.close();
  }, 240_000);

  test('it says what came, went, opened and costs another sum, once, and never what was there before', async () => {
    await using held = await open('shipped');
    const first = await on(held, WEEK.one);
    const sam = await aSignedIn(first);
    await follow(sam, '/opportunities?q=mentor');
    await follow(sam, '/opportunities?kind=npq');
    await follow(sam, '/opportunities?kind=role&route=senior-leadership');
    await first.services.jobs.runDue();
    expect(await mailTo(held, sam)).toBeUndefined();
    await first.close();

    const second = await on(held, WEEK.two);
    await move(second);
    await second.services.jobs.runDue();
    const told = mailedLists((await mailTo(held, sam)) as Page);
    expect(Object.fromEntries(told.map(({ name, changes }) => [name, changes]))).toEqual({
      'Next steps, about “mentor”': [
        'New: Reading mentor for new colleagues',
        'No longer listed: Mentor an early career teacher',
      ],
      NPQs: [
        'NPQ for SENCOs: applications for Spring 2027 close on 18 December 2026',
        'NPQ in Headship: Spring 2027 is announced: applications open on 1 February 2027, it starts 1 May 2027',
      ],
      'Roles, in Senior leadership': [
        'New: Reading mentor for new colleagues',
        'Be a school governor or a trustee: the cost to you is now £12 (our estimate); it was nothing',
      ],
    });
    const again = await second.services.jobs.runDue();
    expect(again).toBeGreaterThan(0);
    await second.close();

    const third = await on(held, WEEK.three);
    await move(third);
    await third.services.jobs.runDue();
    expect(await mailTo(held, sam)).toBeUndefined();
    await third.close();
  }, 180_000);
});

/** Followed in every run: each has something to say. */
const ALWAYS: readonly string[] = [
  '/opportunities?q=mentor',
  '/opportunities?kind=role',
  '/results?v=1&role=class-teacher&setting=primary-school',
];

const WORD: Readonly<Record<string, string>> = {
  open: 'Open to you',
  ask: 'One answer away',
  'not-yet': 'Not yet',
  no: 'Not for you',
};

/** The first rows a mail repeats: of what is open to somebody, the open ones. */
function firstRows(address: string, { rows }: ShownList): readonly Row[] {
  const open = address.startsWith('/results') ? rows.filter(({ verdict }) => verdict === 'Open to you') : rows;
  // That they are open is said once, above them.
  const isSaid = !address.startsWith('/results');
  return open.slice(0, 10).map(({ name, verdict }) => ({ name, verdict: isSaid ? verdict : undefined }));
}

/** Whether a part of a mail is about this list: by where it leads, or, where that says nothing, by what it lists. */
function isAbout(address: string, part: { said: string; href: string; rows: readonly Row[] }, now: ShownList): boolean {
  const path = part.href.replace(/^https?:\/\/[^/]+/, '');
  if (!path.startsWith('/alerts/')) return path === address;
  const isOpen = address.startsWith('/results');
  const steps = `${now.count} next step${now.count === 1 ? '' : 's'}`;
  return (
    part.said.includes(steps) &&
    part.said.includes(isOpen ? 'open to you' : 'finds') &&
    JSON.stringify(part.rows) === JSON.stringify(firstRows(address, now))
  );
}
