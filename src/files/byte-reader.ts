import type { FileHandle } from 'node:fs/promises';

/** A file that is read in pieces: what is in it is told without holding all of it. */
export interface ByteReader {
  readonly size: number;
  /** So many bytes from a place on; fewer at the end, none beyond it. */
  read(at: number, length: number): Promise<Buffer>;
}

export function readerOf(file: FileHandle, size: number): ByteReader {
  return {
    size,
    read: async (at, length) => {
      const wanted = Math.max(0, Math.min(length, size - at));
      const { bytesRead, buffer } = await file.read(Buffer.alloc(wanted), 0, wanted, at);
      return buffer.subarray(0, bytesRead);
    },
  };
}

/** The same over bytes that are in memory. */
export function readerOfBytes(bytes: Buffer): ByteReader {
  return { size: bytes.length, read: async (at, length) => bytes.subarray(at, at + length) };
}
