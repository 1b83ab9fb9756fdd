import { connect } from 'node:net';
import { serve } from '@hono/node-server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createApp } from '../src/app.ts';
import { invitationFor } from '../src/documents/invitation-text.ts';
import { pathForLog } from '../src/http/private-link.ts';
import { testApp, type TestApp } from './support/test-app.ts';

/* What no form of ours sends: too many fields, half a body; and addresses made to be read as something else. */

let service: TestApp;
beforeAll(async () => {
  service = await testApp();
});
afterAll(() => service.close());

test('a form of a hundred thousand fields is refused before anything looks through them', async () => {
  for (const path of ['/sign-in', '/plans']) {
    const body = new URLSearchParams('a&'.repeat(60_000));
    const response = await service.app.request(path, { method: 'POST', body });
    expect([path, response.status]).toEqual([path, 413]);
  }
});

test('who leaves while they send stands in no log as a fault of ours', async () => {
  const problems: unknown[] = [];
  const app = createApp(service.services, (entry) => entry['level'] === 'error' && problems.push(entry));
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  const port = await new Promise<number>((resolve) => {
    server.once('listening', () => resolve((server.address() as { port: number }).port));
  });
  for (const path of ['/sign-in', '/plans/bring-in', '/plans']) {
    const socket = connect(port, '127.0.0.1');
    const head = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded`;
    socket.write(`${head}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nkey=a\r\n`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    socket.destroy();
  }
  await new Promise((resolve) => setTimeout(resolve, 500));
  server.close();
  expect(problems).toEqual([]);
});

test('an address in a calendar names its own mailbox, whatever is in it', () => {
  const text = invitationFor({ name: 'Jo', address: "jo.o'hall+npq@school.example" }, 'next-steps@hub.example', {
    uid: 'u',
    sequence: 0,
    startsAt: '2026-11-30T15:30:00.000Z',
    endsAt: '2026-11-30T15:40:00.000Z',
    changedAt: '2026-11-26T09:00:00.000Z',
    summary: 'Ten minutes',
    description: '',
    organizer: { name: 'Sam', address: 'head%40school.example?bcc=all@evil.example' },
    isCancelled: false,
  }).replaceAll('\r\n ', '');
  expect(text).toContain(":mailto:jo.o'hall+npq@school.example\r\n");
  const [organizer = ''] = /(?<=:)mailto:\S+/.exec(text) ?? [];
  const read = new URL(organizer);
  expect([decodeURIComponent(read.pathname), read.search]).toEqual(['head%40school.example?bcc=all@evil.example', '']);
});

test('a key that something on the way has rewritten stands in no log', () => {
  const key = 'abcdefghijklmno%5Fqrstuvwxyz012345';
  for (const under of [
    '/account/address/',
    '/plans/',
    '/shared/',
    '/case/',
    '/sign-in/',
    '/calendars/',
    '/mail/unsubscribe/',
  ])
    expect(pathForLog(`${under}${key}`)).toBe(`${under}…`);
});

test('a large file that nobody is signed in for is not read, and one that does not say how long it is not gathered', async () => {
  let pulled = 0;
  const endless = () =>
    new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        if (pulled < 300) controller.enqueue(new Uint8Array(64 * 1024));
        else controller.close();
      },
    });
  const send = (headers: Readonly<Record<string, string>>) =>
    service.app.request('/plans/bring-in', {
      method: 'POST',
      body: endless(),
      duplex: 'half',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x', ...headers },
    } as RequestInit);
  const said = await send({ 'Content-Length': String(6 * 1024 * 1024) });
  expect([said.status, pulled < 5]).toEqual([413, true]);
  expect(await said.text()).toContain('sign in first');
  const unsaid = await send({ 'Transfer-Encoding': 'chunked' });
  expect([unsaid.status, pulled < 30]).toEqual([413, true]);
});
