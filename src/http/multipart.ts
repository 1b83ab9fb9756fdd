import { BadRequest } from './problems.ts';

/*
 * A form with a file in it, read as it comes in. The platform's own reader holds the whole body in memory, and more than
 * once; here a piece of it at a time is held, whatever is sent.
 */

/** One field of a form, or one file. */
export interface Part {
  readonly name: string;
  /** As the browser sent it; `undefined` for a field. */
  readonly fileName: string | undefined;
  /** Its bytes. They have to be read to their end before the next part is asked for. */
  readonly content: AsyncIterable<Buffer>;
}

const MOST_PARTS = 100;
const LONGEST_HEAD = 8 * 1024;
const NEW_LINE = Buffer.from('\r\n');
const HEAD_ENDS = Buffer.from('\r\n\r\n');

/**
 * The parts of a multipart body, in order. What is none is a BadRequest, and so is one that breaks off, or has more than
 * so many bytes with all that stands before and between its parts.
 */
export async function* partsOf(
  body: ReadableStream<Uint8Array>,
  contentType: string,
  atMost = Infinity,
): AsyncGenerator<Part> {
  const boundary = /^multipart\/form-data\b.*;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined) throw new BadRequest('What was sent is not a form.');
  const delimiter = Buffer.from(`\r\n--${mark}`);
  const source = new Source(body, atMost);
  try {
    await drained(source.until(delimiter));
    for (let count = 0; !(await source.isLast()); count += 1) {
      if (count >= MOST_PARTS) throw new BadRequest('What was sent has too many fields.', 413);
      const head = await gathered(source.until(HEAD_ENDS), LONGEST_HEAD);
      const content = source.until(delimiter);
      yield { ...namesIn(head), content };
      await drained(content);
    }
  } finally {
    await source.close();
  }
}

/** Bytes as they come, of which a piece is held until what it may hold is known. */
class Source {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  // The first delimiter stands at the very beginning, with no line end before it.
  #held: Buffer = NEW_LINE;

  #left: number;

  constructor(body: ReadableStream<Uint8Array>, atMost: number) {
    this.#left = atMost;
    this.#reader = body.getReader();
  }

  /** What stands before the delimiter, in pieces; then the delimiter is passed over. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const at = this.#held.indexOf(delimiter);
      const safe = at >= 0 ? at : this.#held.length - delimiter.length + 1;
      if (safe > 0) {
        const piece = this.#held.subarray(0, safe);
        this.#held = this.#held.subarray(safe);
        yield piece;
      }
      if (at >= 0) {
        this.#held = this.#held.subarray(delimiter.length);
        return;
      }
      await this.#more();
    }
  }

  /** Whether the delimiter just passed was the last. */
  async isLast(): Promise<boolean> {
    while (this.#held.length < 2) await this.#more();
    const next = this.#held.toString('latin1', 0, 2);
    if (next === '--') return true;
    // The line end stays: it is the one before the first header, and ends the head where there are no headers.
    if (next !== '\r\n') throw new BadRequest('What was sent is not a form.');
    return false;
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#reader.read();
    if (done) throw new BadRequest('What was sent breaks off before its end.');
    this.#left -= value.length;
    if (this.#left < 0) throw new BadRequest('What was sent is too large.', 413);
    this.#held = this.#held.length === 0 ? Buffer.from(value) : Buffer.concat([this.#held, value]);
  }

  async close(): Promise<void> {
    await this.#reader.cancel().catch(() => undefined);
  }
}

/** All of it, where it is no longer than it may be. */
export async function gathered(pieces: AsyncIterable<Buffer>, most: number): Promise<Buffer> {
  const held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    size += piece.length;
    if (size > most) throw new BadRequest('What was sent is too large.', 413);
    held.push(piece);
  }
  return Buffer.concat(held);
}

async function drained(pieces: AsyncGenerator<Buffer>): Promise<void> {
  for await (const _ of pieces);
}

function namesIn(head: Buffer): Pick<Part, 'name' | 'fileName'> {
  const disposition =
    /(?:^|\r\n)content-disposition:\s*form-data\s*(;[^\r\n]*)/i.exec(head.toString('utf8'))?.[1] ?? '';
  const name = /;\s*name="([^"]*)"/i.exec(disposition)?.[1];
  if (name === undefined) throw new BadRequest('What was sent is not a form.');
  const fileName = /;\s*filename="([^"]*)"/i.exec(disposition)?.[1];
  return { name: unescaped(name), fileName: fileName === undefined ? undefined : unescaped(fileName) };
}

/** Browsers write these three in place of what would end the name. */
function unescaped(name: string): string {
  return name.replaceAll('%22', '"').replaceAll(/%0D/gi, '\r').replaceAll(/%0A/gi, '\n');
}
