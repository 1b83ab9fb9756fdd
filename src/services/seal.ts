import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** What a browser is given to hold for a while, and can neither read nor change. */
export interface Sealer {
  /** `until` is the instant after which it opens no more. */
  seal(content: object, until: string): string;
  /** Undefined where we did not seal it, or its time is over. */
  open(sealed: string, now: string): unknown;
}

const [KEY_BYTES, NONCE_BYTES, TAG_BYTES] = [32, 12, 16];

/**
 * Seals with AES-256-GCM under a key of its own for each purpose, derived from the service's secret: what was sealed for
 * one purpose opens for no other. `secretOf` is asked when it is first needed.
 */
export function sealer(secretOf: () => string, purpose: string): Sealer {
  let kept: Buffer | undefined;
  const key = () => (kept ??= Buffer.from(hkdfSync('sha256', secretOf(), '', `next-steps ${purpose}`, KEY_BYTES)));
  return {
    seal: (content, until) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key(), nonce);
      const text = Buffer.from(JSON.stringify({ content, until }));
      const body = Buffer.concat([cipher.update(text), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
    },
    open: (sealed, now) => {
      const read = unsealed(key(), sealed);
      return read !== undefined && now < read.until ? read.content : undefined;
    },
  };
}

function unsealed(key: Buffer, sealed: string): { readonly content: unknown; readonly until: string } | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length <= NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
  try {
    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString()) as {
      content: unknown;
      until: string;
    };
  } catch {
    return undefined;
  }
}
