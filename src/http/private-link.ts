import { createHash, randomBytes, randomUUID } from 'node:crypto';

export { keyHash } from '../db/key-hash.ts';

/** 192 bits: nobody guesses one, and it fits on a line of paper. */
const KEY_BYTES = 24;
const KEY = /^[\w-]{32}$/;

/** A key nobody has had before. It opens what it is given for, and is kept nowhere but in the link. */
export function newKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url');
}

/** Whether a text can be a key at all: what is none is not looked for. */
export function isKey(text: string): boolean {
  return KEY.test(text);
}

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether a text can be the id of a row: it opens nothing by itself. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** An id that is the same for the same cause: what is asked for twice is made once. */
export function idOf(...cause: readonly string[]): string {
  const hex = createHash('sha256').update(cause.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** An id that is drawn. It opens nothing, and may stand in addresses. */
export function newId(): string {
  return randomUUID();
}

/** As long as a key, or longer: whatever stands where in a mistyped address, it may be one. */
const MAY_BE_KEY = /[\w-]{32,}(?:\.[\w-]+)*/g;

/** A path as a log may hold it: a key stands for its owner's plans, and is left out wherever it stands. */
export function pathForLog(path: string): string {
  return path
    .replace(/(\/(?:plans|calendars|unsubscribe|shared|case|sign-in|address)\/)[^/]+/gi, '$1…')
    .replace(MAY_BE_KEY, '…');
}
