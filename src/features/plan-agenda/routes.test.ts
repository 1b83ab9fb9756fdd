import ICAL from 'ical.js';
import { sync, type VEvent } from 'node-ical';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pageOf } from '../../../test/support/html.ts';
import { parsed } from '../../../test/support/mail-parts.ts';
import { PLAN_FILLED_BY } from '../../../test/support/plan-addresses.ts';
import { aVisitor, type PlanVisitor } from '../../../test/support/plan-visitor.ts';
import { aSignedIn, keepPlan, type SignedInVisitor } from '../../../test/support/signed-in.ts';
import { testApp, type TestApp } from '../../../test/support/test-app.ts';
import { saveAccountName } from '../../db/accounts.ts';
import { getFolder } from '../../db/folders.ts';
import { findMailToSend } from '../../db/mail.ts';
import { getPlan } from '../../db/plans.ts';
import { findMeetings } from '../../db/share-meetings.ts';
import { addShare, confirmShare } from '../../db/shares.ts';
import type { IsoDate } from '../../domain/date.ts';
import type { Section } from '../../domain/conversation/share.ts';
import { keyHash, newKey } from '../../http/private-link.ts';

let service: TestApp;
let visitor: PlanVisitor;
let owner: SignedInVisitor;
let path: string;
beforeAll(async () => {
  service = await testApp();
  visitor = await aVisitor(service, 'v=1&npqs=npq-leading-literacy&role=class-teacher', 'ect-mentor');
  for (const { below, fields } of PLAN_FILLED_BY) await visitor.send(below, fields);
  owner = await aSignedIn(service);
  await saveAccountName(service.services.db, owner.account.id, 'Sam Patel');
  path = await keepPlan(service, owner, visitor);
});
afterAll(() => service.close());

/** Somebody the plan is shared with. */
async function aReader(sections: readonly Section[] = [], isConfirmed = true, address = 'jo.hall@school.example') {
  const { db, clock } = service.services;
  const folder = await getFolder(db, { keyHash: keyHash(visitor.folder.replace('/plans/', '')) });
  const kept = folder && (await getPlan(db, folder.id, 1));
  const key = newKey();
  const share = await addShare(db, {
    plan: kept?.id ?? '',
    keyHash: keyHash(key),
    kind: 'line-manager',
    account: owner.account.id,
    name: 'Jo Hall',
    address,
    sections,
    createdAt: clock.now(),
    expiresOn: '2027-03-23' as IsoDate,
    answerBy: '2026-12-07' as IsoDate,
    standsInFor: null,
  });
  if (isConfirmed) await confirmShare(db, share, clock.now());
  return { share, page: `/shared/${key}/agenda` };
}

/** The mails about a meeting that wait or have gone, the oldest first: whom to, and what they carry. */
async function mailsAbout(share: string) {
  const { db } = service.services;
  const jobs = await db
    .selectFrom('job')
    .select(['id', 'dedupe_key', 'due_at'])
    .where('dedupe_key', 'like', `mail/invitation/${share}/%`)
    .orderBy('dedupe_key')
    .execute();
  const mails = await findMailToSend(
    db,
    jobs.map(({ id }) => id),
  );
  return jobs.flatMap(({ id, due_at }) => {
    const mail = mails.get(id);
    return mail ? [{ ...mail, dueAt: due_at }] : [];
  });
}

/** A meeting as two readers of calendars see it, which share no code: its instants are the same for both. */
function readByBoth(calendar: string) {
  const root = new ICAL.Component(ICAL.parse(calendar) as unknown[]);
  const [component] = root.getAllSubcomponents('vevent');
  if (!component) throw new Error('no event');
  const event = new ICAL.Event(component);
  const second = Object.values(sync.parseICS(calendar)).find((part): part is VEvent => part?.type === 'VEVENT');
  const read = {
    method: String(root.getFirstPropertyValue('method')),
    uid: event.uid,
    sequence: event.sequence,
    starts: event.startDate.toJSDate().toISOString(),
    ends: event.endDate.toJSDate().toISOString(),
    status: String(component.getFirstPropertyValue('status')),
    organizer: String(component.getFirstPropertyValue('organizer')),
    sentBy: component.getFirstProperty('organizer')?.getParameter('sent-by'),
    attendees: component.getAllProperties('attendee').map((one) => String(one.getFirstValue())),
  };
  expect(second?.uid).toBe(read.uid);
  expect(second?.start.toISOString()).toBe(read.starts);
  expect((second?.end as Date | undefined)?.toISOString()).toBe(read.ends);
  return read;
}

describe('the agenda', () => {
  test('has six parts of ten minutes together, and three decisions that a yes or a no answers', async () => {
    const page = await pageOf(await service.get(`${visitor.path}/agenda`));
    const parts = page.headings(2).filter((name) => /\d minutes?$/.test(name));
    expect(parts.map((name) => name.replace(/ \d minutes?$/, ''))).toEqual([
      'What the NPQ has changed',
      'Three decisions to make',
      'Hours and cover',
      'Cost',
      'Risks',
      'Next review',
    ]);
    const minutes = parts.map((name) => Number(/(\d) minutes?$/.exec(name)?.[1]));
    expect(minutes.reduce((sum, one) => sum + one, 0)).toBe(10);
    expect(page.text.match(/\S[^?]*\?/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('shows its reader what is shared, and nothing that is not', async () => {
    const [little, more] = [await aReader(), await aReader(['explore', 'costs'])];
    const written = 'Pupils in Year 4 read longer words aloud without stopping.';
    const [short, long] = [await pageOf(await service.get(little.page)), await pageOf(await service.get(more.page))];
    expect(short.text).not.toContain(written);
    expect(short.text).toContain('What is written about it is not shared: Sam Patel tells it');
    expect(short.text).not.toContain('Sam Patel, “');
    expect(long.text).toContain(written);
    expect(long.text).toContain('Sam Patel, “');
  });

  test('says of every cost who says so and when, or that it is our estimate', async () => {
    const { page } = await aReader(['costs']);
    const text = (await pageOf(await service.get(page))).text;
    expect(text).toMatch(/School, “[^”]+”: .+ As known on \d+ \w+ \d{4}\./);
    expect(text).toMatch(/Checked \d+ \w+ \d{4}\./);
  });

  test('shows nothing of the plan before its reader has said who they are', async () => {
    const { page } = await aReader(['explore'], false);
    for (const address of [page, `${page}/files/agenda.pdf`]) {
      const text = await (await service.get(address)).text();
      expect(text).toContain('Say first that this is for you');
      expect(text).not.toContain('My next steps');
    }
  });

  test('comes as a PDF, to both sides', async () => {
    const { page } = await aReader();
    for (const address of [`${visitor.path}/agenda/files/agenda.pdf`, `${page}/files/agenda.pdf`]) {
      const response = await service.get(address);
      expect(response.headers.get('Content-Type')).toBe('application/pdf');
      expect(response.headers.get('Cache-Control')).toBe('private, no-store');
      expect((await response.text()).slice(0, 5)).toBe('%PDF-');
    }
  });
});

describe('the invitation', () => {
  const ask = (share: string, day: string, time: string) =>
    owner.post(`${path}/agenda`, { act: 'invite', share, day, time });

  test('goes to both, to the reader in the teacher’s name so that the answer reaches the teacher', async () => {
    const { share } = await aReader();
    expect((await ask(share, '2026-12-03', '15:30')).status).toBe(303);
    const [reader, teacher] = await mailsAbout(share);
    expect(reader).toMatchObject({
      address: 'jo.hall@school.example',
      replyTo: 'sam.patel@school.example',
      subject: 'Ten minutes about a plan',
    });
    expect(readByBoth(reader?.calendar ?? '')).toMatchObject({
      method: 'REQUEST',
      sequence: 0,
      starts: '2026-12-03T15:30:00.000Z',
      ends: '2026-12-03T15:40:00.000Z',
      status: 'CONFIRMED',
      organizer: 'mailto:sam.patel@school.example',
      sentBy: `mailto:${service.services.config.mailFrom.address}`,
      attendees: ['mailto:sam.patel@school.example', 'mailto:jo.hall@school.example'],
    });
    expect(teacher).toMatchObject({ address: 'sam.patel@school.example', replyTo: '' });
    const own = readByBoth(teacher?.calendar ?? '');
    expect(own).toMatchObject({ method: 'PUBLISH', starts: '2026-12-03T15:30:00.000Z', attendees: [] });
    expect(own.uid).toBe(readByBoth(reader?.calendar ?? '').uid);
    expect(JSON.stringify([reader?.calendar, teacher?.calendar, reader?.subject])).not.toMatch(
      /My next steps|\/shared\//,
    );
  });

  test('moves as the same entry, is cancelled as the same entry, and can be asked for again', async () => {
    const { share } = await aReader([], true, 'jo.hall.often@school.example');
    for (const time of ['15:30', '08:15', '08:15']) await ask(share, '2026-12-04', time);
    await owner.post(`${path}/agenda`, { act: 'cancel', share });
    await owner.post(`${path}/agenda`, { act: 'cancel', share });
    await ask(share, '2026-12-04', '08:15');
    const calendars = (await mailsAbout(share))
      .filter(({ address }) => address.startsWith('jo.hall'))
      .map(({ calendar }) => readByBoth(calendar));
    expect(new Set(calendars.map(({ uid }) => uid)).size).toBe(1);
    expect(
      calendars.map(({ sequence, method, status, starts }) => [sequence, method, status, starts.slice(11, 16)]),
    ).toEqual([
      [0, 'REQUEST', 'CONFIRMED', '15:30'],
      [1, 'REQUEST', 'CONFIRMED', '08:15'],
      [2, 'CANCEL', 'CANCELLED', '08:15'],
      [3, 'REQUEST', 'CONFIRMED', '08:15'],
    ]);
  });

  test('is shown to both, each with a file for their calendar', async () => {
    const { share, page } = await aReader();
    await ask(share, '2026-12-07', '15:30');
    const [own, theirs] = [await owner.page(`${path}/agenda?done=sent`), await pageOf(await service.get(page))];
    for (const { text } of [own, theirs]) expect(text).toContain('Monday 7 December 2026 at');
    const files = [`${path}/agenda/files/ten-minutes.ics?share=${share}`, `${page}/files/ten-minutes.ics`];
    for (const file of files) {
      const response = await service.get(file, owner.headers);
      expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8');
      expect(readByBoth(await response.text())).toMatchObject({
        method: 'PUBLISH',
        starts: '2026-12-07T15:30:00.000Z',
      });
    }
  });

  test.for([
    ['no day', '', '15:30'],
    ['a Saturday', '2026-12-05', '15:30'],
    ['a day that is over', '2026-11-20', '15:30'],
    ['an evening', '2026-12-03', '19:00'],
    ['no time', '2026-12-03', ''],
    ['something else', 'soon', '<b>'],
  ])('with %s is not sent, and what is wrong is said', async ([, day = '', time = '']) => {
    const { share } = await aReader();
    const response = await ask(share, day, time);
    expect(response.status).toBe(422);
    expect((await pageOf(response)).text).toMatch(/Choose a day/);
    expect(await mailsAbout(share)).toEqual([]);
    expect((await findMeetings(service.services.db, [{ id: share }])).size).toBe(0);
  });

  test('is sent by its plan’s owner alone, and to nobody the plan is not shared with', async () => {
    const { share } = await aReader();
    const fields = { act: 'invite', share, day: '2026-12-03', time: '15:30' };
    expect((await service.post(`${visitor.path}/agenda`, fields)).status).toBe(403);
    expect((await owner.post(`${path}/agenda`, { ...fields, share: 'somebody-else' })).status).toBe(422);
    expect(await mailsAbout(share)).toEqual([]);
  });

  test('reads as a mail should, and carries its file', async () => {
    const { share } = await aReader();
    await ask(share, '2026-12-03', '15:30');
    const [reader] = await mailsAbout(share);
    expect(reader?.text).toContain('Sam Patel asks you for ten minutes to talk about their plan.');
    expect(reader?.text).toContain('When: Thursday 3 December 2026 at');
    expect(reader?.dueAt).toBe('2026-11-23T09:00:00.000Z');
    const { composeMail } = await import('../../mail/compose-mail.ts');
    if (!reader) throw new Error('no mail');
    const mail = await parsed(composeMail(reader, service.services.config.mailFrom, undefined));
    expect(mail.attachments.map(({ contentType }) => contentType)).toContain('application/ics');
  });
});
