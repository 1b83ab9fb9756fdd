import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat, statfs, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { readerOf, type ByteReader } from './byte-reader.ts';

/** A file on its way in: it is nowhere but here until it is kept. */
export interface IncomingFile {
  /** What it will be kept under. */
  readonly id: string;
  write(bytes: Uint8Array): Promise<void>;
  /** All of it is written, and on the disk. */
  finish(): Promise<ByteReader>;
  /** Puts it where it can be opened. Its row in the database comes after: without one it is swept away. */
  keep(): Promise<void>;
  /** Takes it away again, kept or not. */
  discard(): Promise<void>;
}

/** A file that is read. */
export interface OpenedFile {
  readonly bytes: number;
  /** Pieces of it, in order. It is closed after the last. */
  readonly pieces: ReadableStream<Uint8Array>;
}

/** What people give us as files, beside the database: one directory, each file under an id of ours. */
export interface FileStore {
  /** For a file of up to so many bytes. Throws StoreFull where the disk has no room for it. */
  begin(atMost: number): Promise<IncomingFile>;
  /** `undefined` where there is none. */
  open(id: string): Promise<OpenedFile | undefined>;
  /** The ids of all that are kept, and when each was put there. */
  list(): Promise<readonly { readonly id: string; readonly at: number }[]>;
  /** Those that nobody named and that were put aside, and when. */
  listAside(): Promise<readonly { readonly id: string; readonly at: number }[]>;
  /** Puts a file aside, at this time in milliseconds; and back. */
  putAside(id: string, at: number): Promise<void>;
  putBack(id: string): Promise<void>;
  removeAside(id: string): Promise<void>;
  /** Removes what a process that died had on its way in, where it is older. */
  forgetIncoming(before: number): Promise<void>;
}

/** The disk has no room: none that may be used, or none at all. */
export class StoreFull extends Error {
  override readonly name = 'StoreFull';
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Opens the directory, which is made with the first file. Nobody but its owner can read what is in it. So many bytes of
 * its disk stay free: where the database is on it as well, files must not be what stops it.
 */
export function openFileStore(place: string, { keptFree }: { readonly keptFree: number }): FileStore {
  const aside = join(place, 'aside');
  const incoming = join(place, 'incoming');
  const at = (directory: string, id: string) => {
    if (!ID.test(id)) throw new RangeError('no file is kept under that name');
    return join(directory, id);
  };
  return {
    begin: async (atMost) => {
      await mkdir(incoming, { recursive: true, mode: 0o700 });
      const { bavail, bsize } = await statfs(incoming);
      const room = bavail * bsize - keptFree;
      if (room < atMost) throw new StoreFull(`the disk of ${place} has ${bavail * bsize} bytes free`);
      const id = randomUUID();
      const file = await open(at(incoming, id), 'wx+', 0o600);
      return incomingFile(id, file, { from: at(incoming, id), to: at(place, id), directory: place });
    },
    open: (id) => openFile(at(place, id)),
    list: () => listed(place),
    listAside: () => listed(aside),
    putAside: async (id, time) => {
      await mkdir(aside, { recursive: true, mode: 0o700 });
      await rename(at(place, id), at(aside, id));
      await utimes(at(aside, id), time / 1000, time / 1000);
    },
    putBack: (id) => rename(at(aside, id), at(place, id)),
    removeAside: (id) => rm(at(aside, id), { force: true }),
    forgetIncoming: async (before) => {
      for (const one of await listed(incoming)) if (one.at < before) await rm(at(incoming, one.id), { force: true });
    },
  };
}

function incomingFile(
  id: string,
  file: FileHandle,
  { from, to, directory }: { readonly from: string; readonly to: string; readonly directory: string },
): IncomingFile {
  let size = 0;
  return {
    id,
    write: async (bytes) => {
      for (let done = 0; done < bytes.length;) {
        const { bytesWritten } = await file.write(bytes, done).catch(asStoreFull);
        done += bytesWritten;
      }
      size += bytes.length;
    },
    finish: async () => {
      await file.sync();
      return readerOf(file, size);
    },
    keep: async () => {
      await file.close();
      await rename(from, to);
      await syncDirectory(directory);
    },
    discard: async () => {
      await file.close().catch(() => undefined);
      await rm(from, { force: true });
      await rm(to, { force: true });
    },
  };
}

/** Several can have been let in at once, and others use the disk as well. */
function asStoreFull(error: NodeJS.ErrnoException): never {
  throw error.code === 'ENOSPC' || error.code === 'EDQUOT' ? new StoreFull(error.message) : error;
}

/** Until then the new name itself can be lost with the power. */
async function syncDirectory(directory: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(directory, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function openFile(path: string): Promise<OpenedFile | undefined> {
  try {
    const { size } = await stat(path);
    return { bytes: size, pieces: piecesOf(path, size) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

const PIECE = 256 * 1024;

/**
 * Read as fast as it is taken and no faster: a slow reader costs one piece of memory. The file is opened for each piece
 * and not held open: an answer that nobody reads to its end, or at all, would leave it so for good.
 */
function piecesOf(path: string, size: number): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const piece = at < size ? await pieceAt(path, at) : Buffer.alloc(0);
        at += piece.length;
        if (piece.length > 0) controller.enqueue(piece);
        if (piece.length === 0 || at >= size) controller.close();
      },
    },
    { highWaterMark: 0 },
  );
}

async function pieceAt(path: string, at: number): Promise<Buffer> {
  const file = await open(path, constants.O_RDONLY);
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(PIECE), 0, PIECE, at);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function listed(directory: string): Promise<readonly { readonly id: string; readonly at: number }[]> {
  const found: { id: string; at: number }[] = [];
  const names = await readdir(directory).catch(() => []);
  for (const id of names.filter((name) => ID.test(name)).toSorted()) {
    // Another process may have swept it in between.
    const status = await stat(join(directory, id)).catch(() => undefined);
    if (status) found.push({ id, at: status.mtimeMs });
  }
  return found;
}
