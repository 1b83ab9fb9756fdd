import { createServer, type AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, test } from 'vitest';
import { aCertificate } from '../../test/support/certificate.ts';
import { NOW } from '../../test/support/mail-builders.ts';
import { aMailServer, Refusal, type TestMailServer } from '../../test/support/smtp.ts';
import type { SmtpAddress } from '../smtp-address.ts';
import { HELD_BACK, type Outgoing } from './mail-transport.ts';
import { SmtpTransport } from './smtp-transport.ts';

/* Against a real server, over real connections. */

const opened: SmtpTransport[] = [];
afterEach(async () => {
  for (const transport of opened.splice(0)) await transport.close();
});

function transportTo({ port }: { readonly port: number }, given: Partial<SmtpAddress> = {}): SmtpTransport {
  const transport = new SmtpTransport(
    { host: '127.0.0.1', port, tls: 'none', login: undefined, ...given },
    'next-steps.example',
  );
  opened.push(transport);
  return transport;
}

let count = 0;
function aMessage(given: Partial<Outgoing> = {}): Outgoing {
  count += 1;
  return {
    id: String(count),
    from: 'next-steps@hub.example',
    to: 'jane@school.example',
    queuedAt: NOW,
    bytes: Buffer.from(`Message-ID: <${count}@hub.example>\r\nSubject: Plan\r\n\r\nHello\r\n.\r\n..end\r\n`),
    ...given,
  };
}

const accepted = { kind: 'accepted' };
const refusing = (server: TestMailServer, code: number, words?: string) =>
  server.judge({
    onRecipient: () => {
      throw new Refusal(code, words);
    },
  });

describe('what a server takes', () => {
  test('arrives as it was, dots and all, one message after the other over one connection', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    const messages = [aMessage(), aMessage({ to: 'john@school.example' }), aMessage()];
    for (const message of messages) expect(await transport.send(message)).toEqual(accepted);
    expect(server.received.map(({ source }) => source)).toEqual(messages.map(({ bytes }) => bytes.toString()));
    expect(server.received.map(({ from, to }) => [from, ...to])).toEqual(messages.map(({ from, to }) => [from, to]));
    expect(server.connections()).toBe(1);
    expect(transport.place).toBe(`127.0.0.1:${server.port}`);
  });

  test('is on its way before it may be finished, and arrives once it may', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    await transport.send(aMessage());
    let isAsked = () => {};
    const asked = new Promise<void>((resolve) => (isAsked = resolve));
    let answer = (_: boolean) => {};
    const answered = new Promise<boolean>((resolve) => (answer = resolve));
    const sending = transport.send(aMessage(), () => {
      isAsked();
      return answered;
    });
    await asked;
    await setTimeout(50);
    expect(server.received).toHaveLength(1);
    answer(true);
    expect(await sending).toEqual(accepted);
    expect(server.received).toHaveLength(2);
    expect(server.connections()).toBe(1);
  });

  test('never arrives where it may not be finished, and the next goes over another connection', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    await transport.send(aMessage());
    expect(await transport.send(aMessage(), async () => false)).toEqual(HELD_BACK);
    expect(await transport.send(aMessage())).toEqual(accepted);
    expect(server.received).toHaveLength(2);
    expect(server.connections()).toBe(2);
  });

  test('a connection that the server has closed meanwhile costs nothing but another', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    await transport.send(aMessage());
    await server.fail();
    await server.comeBack();
    expect(await transport.send(aMessage())).toEqual(accepted);
    expect(server.received).toHaveLength(2);
  });
});

describe('TLS', () => {
  const certificate = aCertificate();
  const trusted = getCACertificates('default');
  afterEach(() => setDefaultCACertificates(trusted));
  const trust = () => setDefaultCACertificates([...trusted, certificate.cert]);
  const login = { user: 'next-steps', password: 'pass: word' };
  const knows: SMTPServerOptions = {
    ...certificate,
    authOptional: false,
    onAuth: ({ username = '', password }, _session, done) =>
      password === login.password ? done(null, { user: username }) : done(new Refusal(535, 'jane is not known')),
  };

  test('from the start, with user and password', async () => {
    trust();
    await using server = await aMailServer({ ...knows, secure: true });
    expect(await transportTo(server, { tls: 'from-the-start', login }).send(aMessage())).toEqual(accepted);
    expect(server.received).toMatchObject([{ isSecure: true, user: 'next-steps' }]);
  });

  test('by STARTTLS, before user and password are said', async () => {
    trust();
    await using server = await aMailServer(knows);
    expect(await transportTo(server, { tls: 'starttls', login }).send(aMessage())).toEqual(accepted);
    expect(server.received).toMatchObject([{ isSecure: true, user: 'next-steps' }]);
  });

  test.for(['from-the-start', 'starttls'] as const)(
    '%s with a certificate nobody vouches for: nothing is sent',
    async (tls) => {
      await using server = await aMailServer({ ...knows, secure: tls === 'from-the-start' });
      expect(await transportTo(server, { tls, login }).send(aMessage())).toMatchObject({
        kind: 'unreachable',
        begun: false,
      });
      expect(server.received).toEqual([]);
    },
  );

  test('a server that offers none gets nothing', async () => {
    await using server = await aMailServer();
    expect(await transportTo(server, { tls: 'starttls' }).send(aMessage())).toEqual({
      kind: 'unreachable',
      begun: false,
      because: expect.stringContaining('it offers no TLS that can be trusted'),
    });
    expect(server.received).toEqual([]);
  });

  test('a password that is refused is a fault of the settings and of no message', async () => {
    trust();
    await using server = await aMailServer(knows);
    const delivery = await transportTo(server, { tls: 'starttls', login: { ...login, password: 'secret' } }).send(
      aMessage(),
    );
    expect(delivery).toEqual({
      kind: 'unreachable',
      begun: false,
      because: 'the mail server takes no mail: it refuses the user or the password (535)',
    });
  });
});

describe('what a server does not take', () => {
  test.for([
    [550, 'refused', 'the mail server refused it: 550 5.1.1'],
    [553, 'refused', 'the mail server refused it: 553 5.1.1'],
    [450, 'deferred', 'the mail server put it off: 450 4.2.0'],
    [452, 'deferred', 'the mail server put it off: 452 4.2.0'],
  ] as const)('an address answered with %i is %s, and the next message goes out', async ([code, kind, because]) => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    refusing(server, code, `${because.split(' ').at(-1)} <jane@school.example> is not known here`);
    expect(await transport.send(aMessage())).toEqual({ kind, because });
    server.judge({});
    expect(await transport.send(aMessage({ to: 'john@school.example' }))).toEqual(accepted);
    expect(server.received.map(({ to }) => to)).toEqual([['john@school.example']]);
    expect(server.connections()).toBe(1);
  });

  test.for([
    [554, 'refused'],
    [451, 'deferred'],
  ] as const)('a message answered with %i after it was read is %s', async ([code, kind]) => {
    await using server = await aMailServer();
    server.judge({
      onMessage: () => {
        throw new Refusal(code);
      },
    });
    expect(await transportTo(server).send(aMessage())).toMatchObject({ kind });
    expect(server.received).toEqual([]);
  });

  test('a message larger than the server takes is refused for good', async () => {
    await using server = await aMailServer({ size: 50, rejectOversized: true });
    expect(await transportTo(server).send(aMessage())).toMatchObject({ kind: 'refused' });
  });

  test('a sender that is refused is a fault of the settings: no message is given up for it', async () => {
    await using server = await aMailServer({
      onMailFrom: (_address, _session, done) => done(new Refusal(550, 'no such sender')),
    });
    expect(await transportTo(server).send(aMessage())).toEqual({
      kind: 'unreachable',
      begun: false,
      because: 'the mail server takes no mail: 550',
    });
  });

  test('a server that closes down while it is spoken to', async () => {
    await using server = await aMailServer();
    refusing(server, 421, 'closing');
    expect(await transportTo(server).send(aMessage())).toMatchObject({ kind: 'unreachable', begun: false });
  });
});

describe('a server that is not there', () => {
  test('at all', async () => {
    await using server = await aMailServer();
    await server.fail();
    expect(await transportTo(server).send(aMessage())).toEqual({
      kind: 'unreachable',
      begun: false,
      because: 'the mail server takes no mail: nothing listens there',
    });
  });

  test('by that name', async () => {
    const delivery = await transportTo({ port: 25 }, { host: 'mail.next-steps.invalid' }).send(aMessage());
    expect(delivery).toMatchObject({ kind: 'unreachable', begun: false });
  });

  test('one that hangs up before it says anything', async () => {
    const silent = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    expect(await transportTo({ port }).send(aMessage())).toMatchObject({ kind: 'unreachable', begun: false });
    silent.close();
  });

  test('one that speaks no SMTP', async () => {
    const web = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
    const { port } = web.address() as AddressInfo;
    expect(await transportTo({ port }).send(aMessage())).toMatchObject({ kind: 'unreachable', begun: false });
    web.close();
  });

  test('one that fails with a whole message in hand: nobody knows, and nothing is sent again by itself', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    await transport.send(aMessage());
    let messages = 0;
    server.judge({
      onMessage: (socketOf) => {
        messages += 1;
        socketOf().destroy();
      },
    });
    expect(await transport.send(aMessage())).toMatchObject({ kind: 'unreachable', begun: true });
    expect(messages).toBe(1);
    server.judge({});
    expect(await transport.send(aMessage())).toEqual(accepted);
  });

  test('closing breaks off what is under way', async () => {
    await using server = await aMailServer();
    const transport = transportTo(server);
    const asked = Promise.withResolvers<void>();
    server.judge({
      onMessage: () => {
        asked.resolve();
        return new Promise(() => undefined);
      },
    });
    const sending = transport.send(aMessage());
    await asked.promise;
    await transport.close();
    expect(await sending).toMatchObject({ kind: 'unreachable', begun: true });
  });
});
