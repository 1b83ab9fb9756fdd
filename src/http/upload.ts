import type { Context } from 'hono';
import type { Services } from '../services/services.ts';
import { sentForm, type SentForm } from './form.ts';
import { gathered, partsOf, type Part } from './multipart.ts';
import { BadRequest } from './problems.ts';

type FileStore = Services['files'];
type IncomingFile = Awaited<ReturnType<FileStore['begin']>>;

/** A form that was sent with a file. */
export interface Upload {
  readonly form: SentForm;
  /** `undefined` where none was chosen. Whoever reads this keeps or discards it. */
  readonly file: SentFile | undefined;
}

export interface SentFile {
  /** As the browser calls it: not to be used as a name of anything. */
  readonly name: string;
  readonly incoming: IncomingFile;
}

export interface UploadLimits {
  /** Of the file. */
  readonly fileBytes: number;
  /** What is said of a larger one. */
  readonly tooLarge: string;
}

/** Of all fields but the file. */
const FIELD_BYTES = 256 * 1024;

/**
 * Reads a form whose file is written to the store as it comes in, the first of the field `file`. One that is too large
 * is a BadRequest as soon as that is known, and nothing of it stays.
 */
export async function readUpload(context: Context, files: FileStore, limits: UploadLimits): Promise<Upload> {
  const fields: (readonly [string, string])[] = [];
  let left = FIELD_BYTES;
  let file: SentFile | undefined;
  try {
    for await (const part of partsSent(context, limits)) {
      if (part.fileName === undefined) {
        const bytes = await gathered(part.content, left);
        left -= bytes.length;
        fields.push([part.name, bytes.toString('utf8')]);
      } else if (part.name === 'file' && part.fileName !== '' && !file) {
        file = { name: part.fileName, incoming: await files.begin(limits.fileBytes) };
        await write(part, file.incoming, limits);
      }
    }
    return { form: sentForm(fields), file };
  } catch (error) {
    await file?.incoming.discard();
    throw error;
  }
}

/** What says that it is too large is refused unread, and what does not as soon as it is. */
function partsSent(context: Context, { fileBytes, tooLarge }: UploadLimits): AsyncGenerator<Part> {
  const { body } = context.req.raw;
  const atMost = fileBytes + FIELD_BYTES;
  if (!body) throw new BadRequest('What was sent is not a form.');
  if (Number(context.req.header('Content-Length') ?? 0) > atMost) throw new BadRequest(tooLarge, 413);
  return partsOf(body, context.req.header('Content-Type') ?? '', atMost);
}

async function write({ content }: Part, file: IncomingFile, { fileBytes, tooLarge }: UploadLimits): Promise<void> {
  let size = 0;
  for await (const piece of content) {
    size += piece.length;
    if (size > fileBytes) throw new BadRequest(tooLarge, 413);
    await file.write(piece);
  }
}
