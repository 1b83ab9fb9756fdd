import type { Context } from 'hono';
import { FILE_TYPE_FACTS, type KeptFile } from '../../domain/looking-back/evidence.ts';
import type { FileStore } from '../../files/file-store.ts';
import { keepPrivate } from '../../http/download.ts';
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
  keepPrivate(context, { type: media, name, isShown: isToShow && isShown });
  context.header('Content-Length', String(file.bytes));
  context.header('Content-Security-Policy', `${STRICT}base-uri 'none'`);
  return context.body(file.pieces);
}
