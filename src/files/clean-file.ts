import { createHash } from 'node:crypto';
import type { FileType } from '../domain/looking-back/evidence.ts';
import type { ByteReader } from './byte-reader.ts';
import type { FileStore, IncomingFile } from './file-store.ts';
import { tellType } from './file-type.ts';
import { isPhotoType, lengthOf, withoutNotes, type Piece } from './photo-notes.ts';

/** A file as it is to be kept. */
export interface CleanFile {
  readonly incoming: IncomingFile;
  readonly bytes: number;
  /** What they come to. */
  readonly sha256: string;
}

const UNSURE =
  'It is a photograph that may say where it was taken, in a way we cannot take out. Save it as a JPEG, and add that.';

const PIECE = 256 * 1024;

/**
 * A file that was sent, without what a camera wrote into it. One that had such notes is written anew, and what was sent
 * is discarded once that has succeeded; the caller discards it where this is refused or fails.
 */
export async function cleanFile(
  files: FileStore,
  sent: { readonly incoming: IncomingFile; readonly reader: ByteReader; readonly type: FileType },
): Promise<CleanFile | { readonly refused: string }> {
  const { incoming, reader, type } = sent;
  const whole = [{ from: 0, to: reader.size }];
  const pieces = isPhotoType(type) ? await withoutNotes(type, reader) : whole;
  if (!pieces) return { refused: UNSURE };
  const bytes = pieces.reduce((sum, piece) => sum + lengthOf(piece), 0);
  // As long as it was, and all of it its own.
  if (bytes === reader.size && !pieces.some(Buffer.isBuffer))
    return { incoming, bytes, sha256: await hashOf(reader, pieces) };
  const clean = await files.begin(bytes);
  try {
    const sha256 = await hashOf(reader, pieces, clean);
    const is = await tellType(await clean.finish());
    if (!('type' in is) || is.type !== type) throw new Error(`a ${type} is none without its notes`);
    await incoming.discard();
    return { incoming: clean, bytes, sha256 };
  } catch (error) {
    await clean.discard();
    throw error;
  }
}

/** Reads the pieces one after the other, and writes them where there is somewhere to. */
async function hashOf(reader: ByteReader, pieces: readonly Piece[], to?: IncomingFile): Promise<string> {
  const hash = createHash('sha256');
  for (const piece of pieces)
    for await (const bytes of bytesOf(reader, piece)) {
      hash.update(bytes);
      await to?.write(bytes);
    }
  return hash.digest('hex');
}

async function* bytesOf(reader: ByteReader, piece: Piece): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(piece)) {
    yield piece;
    return;
  }
  for (let at = piece.from; at < piece.to; at += PIECE) yield reader.read(at, Math.min(PIECE, piece.to - at));
}
