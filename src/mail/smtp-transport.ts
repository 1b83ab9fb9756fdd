import { Readable } from 'node:stream';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { SmtpAddress } from '../smtp-address.ts';
import { HELD_BACK, type Delivery, type MailTransport, type MayFinish, type Outgoing } from './mail-transport.ts';
import { deliveryOf } from './smtp-faults.ts';

const CONNECT_WITHIN_MS = 10_000;
/** A server may think for minutes before it accepts a message; who hangs up earlier makes it send the message twice. */
const SILENCE_AT_MOST_MS = 120_000;
/** Sooner than any server closes a connection that says nothing. */
const IDLE_AT_MOST_MS = 5000;

/**
 * Hands mail to a server over one connection, a message at a time: whoever is killed while doing so leaves one message
 * of which nobody knows whether it was accepted, and not several. `name` is what we call ourselves.
 */
export class SmtpTransport implements MailTransport {
  readonly place: string;
  readonly #address: SmtpAddress;
  readonly #name: string;
  #connection: SMTPConnection | undefined;
  #idle: NodeJS.Timeout | undefined;

  constructor(address: SmtpAddress, name: string) {
    this.#address = address;
    this.#name = name;
    this.place = `${address.host}:${address.port}`;
  }

  async send(message: Outgoing, mayFinish: MayFinish = always): Promise<Delivery> {
    clearTimeout(this.#idle);
    const kept = this.#connection;
    const delivery = await this.#sendOver(kept, message, mayFinish);
    // A kept connection may have been closed at the other end meanwhile, and says so only when it is used.
    const isStale = kept !== undefined && delivery.kind === 'unreachable' && !delivery.begun && delivery !== HELD_BACK;
    return isStale ? this.#sendOver(undefined, message, mayFinish) : delivery;
  }

  async #sendOver(
    kept: SMTPConnection | undefined,
    { from, to, bytes }: Outgoing,
    mayFinish: MayFinish,
  ): Promise<Delivery> {
    let isHeldBack = false;
    const content = Readable.from(
      unfinished(bytes, async () => (isHeldBack = !(await mayFinish()))),
      { objectMode: false },
    );
    try {
      const connection = kept ?? (await this.#connect());
      await answered(connection, (done) => connection.send({ from, to: [to] }, content, done));
      this.#hangUpLater();
      return { kind: 'accepted' };
    } catch (error) {
      const delivery = isHeldBack ? HELD_BACK : deliveryOf(error as NodemailerError, content.readableDidRead);
      if (delivery.kind === 'unreachable') this.#hangUp();
      else await this.#startOver();
      return delivery;
    }
  }

  async #connect(): Promise<SMTPConnection> {
    const { host, port, tls, login } = this.#address;
    const connection = new SMTPConnection({
      host,
      port,
      secure: tls === 'from-the-start',
      requireTLS: tls === 'starttls',
      ignoreTLS: tls === 'none',
      tls: { minVersion: 'TLSv1.2' },
      name: this.#name,
      connectionTimeout: CONNECT_WITHIN_MS,
      greetingTimeout: CONNECT_WITHIN_MS,
      dnsTimeout: CONNECT_WITHIN_MS,
      socketTimeout: SILENCE_AT_MOST_MS,
      socketCloseTimeout: 1000,
      logger: false,
    });
    // An error that comes while nothing is asked is told again when something is.
    connection.on('error', () => undefined);
    this.#connection = connection;
    await answered(connection, (done) => connection.connect(done));
    if (login) {
      const { user, password } = login;
      await answered(connection, (done) => connection.login({ user, pass: password }, done));
    }
    return connection;
  }

  /** After a message that was not taken the connection is as good as before. */
  async #startOver(): Promise<void> {
    const connection = this.#connection;
    try {
      if (connection) await answered(connection, (done) => connection.reset(done));
      this.#hangUpLater();
    } catch {
      this.#hangUp();
    }
  }

  #hangUpLater(): void {
    this.#idle = setTimeout(() => this.#hangUp(), IDLE_AT_MOST_MS).unref();
  }

  #hangUp(): void {
    clearTimeout(this.#idle);
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Nothing is kept here. */
  async forget(): Promise<void> {}

  async close(): Promise<void> {
    this.#hangUp();
  }
}

const always: MayFinish = async () => true;

/**
 * A message without its end until it may be finished. A server takes what it has been given the end of, and nothing
 * else: all but that is on its way while the message before it is being recorded.
 */
async function* unfinished(bytes: Buffer, isHeldBack: () => Promise<boolean>): AsyncGenerator<Buffer> {
  yield bytes;
  if (await isHeldBack()) throw new Error('held back');
}

/** Asks something of a connection and waits for its answer, or for its end. */
function answered(connection: SMTPConnection, ask: (done: (error?: Error | null) => void) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const lost = (error?: Error) => reject(error ?? new Error('the connection broke'));
    connection.once('error', lost);
    connection.once('end', lost);
    ask((error) => {
      connection.off('error', lost);
      connection.off('end', lost);
      if (error) reject(error);
      else resolve();
    });
  });
}
