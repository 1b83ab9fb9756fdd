import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartError } from '../start-error.ts';
import { BackupRefusal } from './backup-refusal.ts';

/** Packs lines into a new file that only its owner can read. It gets its name once all of it is on the disk. */
export async function writeWhole(path: string, lines: AsyncIterable<string>): Promise<void> {
  if (existsSync(path)) throw taken(path);
  const parts = `${path}.${randomUUID()}.part`;
  try {
    await pipeline(lines, createGzip(), createWriteStream(parts, { flags: 'wx', mode: 0o600, flush: true }));
    await giveName(parts, path);
    await flushDirectory(dirname(resolve(path)));
  } catch (error) {
    throw writeFault(error, path);
  } finally {
    await rm(parts, { force: true }).catch(() => undefined);
  }
}

/** Never over what has come to stand there meanwhile; where the disk knows no second names, as nearly as it can be. */
async function giveName(parts: string, path: string): Promise<void> {
  try {
    await link(parts, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || existsSync(path)) throw taken(path);
    await rename(parts, path);
  }
}

/** A name lasts once its directory is on the disk; Windows has no such thing and no need of it. */
async function flushDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function taken(path: string): BackupRefusal {
  return new BackupRefusal(`${path} is there already: name another file, or move that one away`);
}

const WRITE_REFUSED: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such directory',
  ENOTDIR: 'there is no such directory',
  EACCES: 'it cannot be written there',
  EPERM: 'it cannot be written there',
  EROFS: 'it cannot be written there',
};

function writeFault(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return new StartError(`${path}: the disk is full: free some space`);
  const refused = WRITE_REFUSED[code];
  return refused === undefined ? error : new BackupRefusal(`${path}: ${refused}`);
}

/** No line of ours comes near it: what does is not a backup, or a trap. */
const LINE_AT_MOST = 64 * 1024 * 1024;
const NEWLINE = 0x0a;

/** The lines of a packed file, one after the other, each with its line break. Throws a BackupRefusal where it is spoilt. */
export async function* linesIn(path: string): AsyncGenerator<string> {
  const bytes = createReadStream(path).on('error', (error) => unpacked.destroy(error));
  const unpacked = bytes.pipe(createGunzip());
  let rest: Buffer[] = [];
  let waiting = 0;
  try {
    for await (const piece of unpacked as AsyncIterable<Buffer>) {
      let start = 0;
      for (let end = piece.indexOf(NEWLINE); end >= 0; end = piece.indexOf(NEWLINE, start)) {
        yield Buffer.concat([...rest, piece.subarray(start, end + 1)]).toString();
        [rest, waiting, start] = [[], 0, end + 1];
      }
      rest.push(piece.subarray(start));
      waiting += piece.length - start;
      if (waiting > LINE_AT_MOST) throw new BackupRefusal(`${path} is damaged: take another copy`);
    }
  } catch (error) {
    throw readFault(error, path);
  } finally {
    bytes.destroy();
    unpacked.destroy();
  }
  if (waiting > 0) throw cutShort(path);
}

export function cutShort(path: string): BackupRefusal {
  return new BackupRefusal(`${path} ends before the backup does: copy it again`);
}

export function damaged(path: string): BackupRefusal {
  return new BackupRefusal(`${path} is damaged: take another copy`);
}

function readFault(error: unknown, path: string): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'Z_BUF_ERROR') return cutShort(path);
  if (code === 'Z_DATA_ERROR' && message.includes('header')) return new BackupRefusal(`${path} is not a backup`);
  if (code.startsWith('Z_')) return damaged(path);
  if (code === 'EISDIR') return new BackupRefusal(`${path} is a directory`);
  return ['ENOENT', 'EACCES', 'EPERM', 'ENOTDIR'].includes(code) ? new BackupRefusal(`${path} cannot be read`) : error;
}
