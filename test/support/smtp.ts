import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A message as the server got it. */
export interface Received {
  readonly from: string;
  readonly to: readonly string[];
  readonly source: string;
  readonly isSecure: boolean;
  readonly user: string | undefined;
}

export interface TestMailServer extends AsyncDisposable {
  readonly port: number;
  /** What was accepted, in order. */
  readonly received: readonly Received[];
  /** How many connections there have been. */
  connections(): number;
  /** Says what becomes of a message; throwing an error with a `responseCode` refuses it. */
  judge(verdict: Verdict): void;
  /** Goes away in the middle of whatever it is doing, as a machine does whose power fails. */
  fail(): Promise<void>;
  /** Comes back on the same port. */
  comeBack(): Promise<void>;
}

/** By the step of the conversation; what it returns is waited for. */
export interface Verdict {
  readonly onRecipient?: (address: string) => void;
  readonly onMessage?: (socketOf: () => Socket) => void | Promise<void>;
}

/** What a mail server says when it does not take a message. */
export class Refusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, words = 'no') {
    super(words);
    this.responseCode = responseCode;
  }
}

/**
 * A real mail server on this machine. Without a certificate it speaks no TLS. Of tens of thousands of messages it can
 * keep the first part alone, which holds the headers.
 */
export async function aMailServer(
  options: SMTPServerOptions = {},
  { firstPartOnly = false }: { readonly firstPartOnly?: boolean } = {},
): Promise<TestMailServer> {
  const received: Received[] = [];
  let connections = 0;
  let verdict: Verdict = {};
  let port = 0;
  let server: SMTPServer;
  const sockets = new Set<Socket>();
  const start = async () => {
    server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: options.cert === undefined ? ['STARTTLS', 'AUTH'] : [],
      onConnect: (_session, done) => {
        connections += 1;
        done();
      },
      onRcptTo: ({ address }, _session, done) => void settle(() => verdict.onRecipient?.(address), done),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => {
          if (parts.length === 0 || !firstPartOnly) parts.push(firstPartOnly ? part.subarray(0, 2000) : part);
        });
        stream.on('end', () => {
          const { mailFrom, rcptTo } = session.envelope;
          const message = {
            from: mailFrom === false ? '' : mailFrom.address,
            to: rcptTo.map(({ address }) => address),
            source: Buffer.concat(parts).toString('utf8'),
            isSecure: session.secure,
            user: session.user,
          };
          const socketOf = () => [...sockets].find(({ remotePort }) => remotePort === session.remotePort) as Socket;
          void settle(async () => {
            await verdict.onMessage?.(socketOf);
            received.push(message);
          }, done);
        });
      },
      ...options,
    });
    server.on('error', () => undefined);
    server.server.on('connection', (socket: Socket) => {
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
    });
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', () => resolve()));
    ({ port } = server.server.address() as AddressInfo);
  };
  await start();
  const fail = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    get port() {
      return port;
    },
    received,
    connections: () => connections,
    judge: (given) => {
      verdict = given;
    },
    fail,
    comeBack: start,
    [Symbol.asyncDispose]: fail,
  };
}

async function settle(work: () => void | Promise<void> | undefined, done: (error?: Error | null) => void) {
  try {
    await work();
  } catch (error) {
    done(error as Error);
    return;
  }
  done();
}
