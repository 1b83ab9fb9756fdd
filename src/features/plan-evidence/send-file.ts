import type { Context } from 'hono';
import { FILE_TYPE_FACTS, type KeptFile } from '../../domain/people/evidence.ts';
import type { FileStore } from '../../files/file-store.ts';
import { NotFound } from '../../http/problems.ts';
import { STRICT } from '../../http/security-headers.ts';

/**
 * Sends a file's bytes as what they were found to be. It is saved and not opened, but for a picture that a page of ours
 * shows; and whatever a browser makes of it, nothing in it runs and it loads nothing.
 */
export async function sendFile(
  context: Context,
  files: FileStore,
  { id, name, type }: KeptFile,
  isToShow: boolean,
): Promise<Response> {
  const { media, isShown } = FILE_TYPE_FACTS[type];
  const file = await files.open(id);
  if (!file)
    throw new NotFound({
      title: 'This file cannot be found',
      what: 'What you wrote of it is kept. Whoever runs this service can bring it back from a backup.',
    });
  context.header('Content-Type', media);
  context.header('Content-Length', String(file.bytes));
  context.header('Content-Disposition', disposition(name, isToShow && isShown));
  context.header('Content-Security-Policy', `${STRICT}base-uri 'none'`);
  context.header('Cache-Control', 'private, no-store');
  context.header('X-Robots-Tag', 'noindex');
  return context.body(file.pieces);
}

/** The name in letters that every machine takes, and whole for those that read it (RFC 6266, RFC 8187). */
function disposition(name: string, isInline: boolean): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replaceAll(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `${isInline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${whole}`;
}
