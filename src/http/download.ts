import type { Context } from 'hono';

/** What a file that is somebody's own is sent as. */
export interface Download {
  /** Its media type, with its charset where it is text. */
  readonly type: string;
  /** What it is saved as; without it a browser or a calendar program does with it what it does with its type. */
  readonly name?: string;
  /** Whether a browser may show it in place of saving it. */
  readonly isShown?: boolean;
}

/** Says of the answer that it is a file for its asker alone: kept nowhere on the way and found by no search. */
export function keepPrivate(context: Context, { type, name, isShown = false }: Download): void {
  context.header('Content-Type', type);
  context.header('Cache-Control', 'private, no-store');
  context.header('X-Robots-Tag', 'noindex');
  if (name !== undefined) context.header('Content-Disposition', disposition(name, isShown));
}

/** Sends a file that is its asker's own. */
export function sendDownload(
  context: Context,
  content: string | Uint8Array<ArrayBuffer>,
  download: Download,
): Response {
  keepPrivate(context, download);
  return context.body(content);
}

/** The name in letters that every machine takes, and whole where those are not all of it (RFC 6266, RFC 8187). */
function disposition(name: string, isShown: boolean): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const how = `${isShown ? 'inline' : 'attachment'}; filename="${plain}"`;
  if (plain === name) return how;
  const whole = encodeURIComponent(name).replaceAll(/['()*!]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `${how}; filename*=UTF-8''${whole}`;
}
