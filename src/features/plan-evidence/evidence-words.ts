import {
  EVIDENCE_LIMITS,
  FILE_TYPE_FACTS,
  type EvidenceKind,
  type KeptFile,
} from '../../domain/looking-back/evidence.ts';
import { formatCount } from '../../ui/format.ts';

/** What each kind is called, where it is added and where it is changed. */
export const KIND_WORDS: Readonly<Record<EvidenceKind, { readonly add: string; readonly change: string }>> = {
  note: { add: 'Add a note', change: 'Change this note' },
  link: { add: 'Add a link', change: 'Change this link' },
  file: { add: 'Add a file', change: 'Change what you say about this file' },
  reading: { add: 'Add something you read', change: 'Change this entry' },
};

const KILOBYTE = 1024;

/** `PDF, 1.4 MB`. */
export function fileWords({ type, bytes }: KeptFile): string {
  return `${FILE_TYPE_FACTS[type].name}, ${sizeWords(bytes)}`;
}

export function sizeWords(bytes: number): string {
  if (bytes < KILOBYTE) return formatCount(bytes, 'byte');
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE ? `${Math.ceil(kilobytes)} kB` : `${Math.round((kilobytes / KILOBYTE) * 10) / 10} MB`;
}

export const TOO_LARGE = `A file may have up to ${sizeWords(EVIDENCE_LIMITS.fileBytes)}, and this one is larger, so nothing was kept. Make it smaller, or add it as a link.`;
export const FILE_HINT = `A PDF, a picture or an office document, up to ${sizeWords(EVIDENCE_LIMITS.fileBytes)}. No picture in which a pupil can be recognised, and no work with a pupil’s name on it. We take out of a photograph where and when it was taken. A document is kept as it is, with its author’s name in it.`;
