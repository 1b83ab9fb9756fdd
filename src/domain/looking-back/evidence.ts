import type { IsoDate } from '../date.ts';

/** What somebody keeps to show what came of a plan. */
export const EVIDENCE_KINDS = ['note', 'link', 'file', 'reading'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

export function isEvidenceKind(text: string): text is EvidenceKind {
  return EVIDENCE_KINDS.some((kind) => kind === text);
}

/**
 * The five parts of DfE's Standard for teachers' professional development (July 2016, not statutory; its topic in the
 * facts is `cpd-standard`), in its order. The words are ours: whoever needs the standard's own reads it.
 */
export const STANDARD_PARTS = ['pupils', 'evidence', 'together', 'sustained', 'leaders'] as const;
export type StandardPart = (typeof STANDARD_PARTS)[number];

export const STANDARD_TOPIC = 'cpd-standard';

export const PART_WORDS: Readonly<Record<StandardPart, { readonly name: string; readonly hint: string }>> = {
  pupils: { name: 'Pupil outcomes', hint: 'What changed for pupils, and how that was looked at.' },
  evidence: { name: 'Evidence and expertise', hint: 'What it rests on: research, or somebody who knows.' },
  together: { name: 'Collaboration and challenge', hint: 'Worked out with colleagues, and questioned by them.' },
  sustained: { name: 'Sustained over time', hint: 'Come back to over weeks and months.' },
  leaders: { name: 'Put first by leaders', hint: 'Time, cover or a place in the school’s own plan.' },
};

export function isStandardPart(text: string): text is StandardPart {
  return STANDARD_PARTS.some((part) => part === text);
}

/** The kinds of files that are taken, by what is in them. */
export const FILE_TYPES = ['pdf', 'png', 'jpeg', 'webp', 'heic', 'docx', 'xlsx', 'pptx', 'odt'] as const;
export type FileType = (typeof FILE_TYPES)[number];

/** What a kind of file is called, sent as, and how its name may end: the first ending is the usual one. */
export interface FileTypeFacts {
  readonly name: string;
  readonly media: string;
  readonly endings: readonly string[];
  /** Whether browsers show it as a picture. */
  readonly isShown: boolean;
}

const OPEN_XML = 'application/vnd.openxmlformats-officedocument';

export const FILE_TYPE_FACTS: Readonly<Record<FileType, FileTypeFacts>> = {
  pdf: { name: 'PDF', media: 'application/pdf', endings: ['pdf'], isShown: false },
  png: { name: 'PNG image', media: 'image/png', endings: ['png'], isShown: true },
  jpeg: { name: 'JPEG image', media: 'image/jpeg', endings: ['jpg', 'jpeg', 'jfif'], isShown: true },
  webp: { name: 'WebP image', media: 'image/webp', endings: ['webp'], isShown: true },
  heic: { name: 'HEIC image', media: 'image/heic', endings: ['heic', 'heif'], isShown: false },
  docx: { name: 'Word document', media: `${OPEN_XML}.wordprocessingml.document`, endings: ['docx'], isShown: false },
  xlsx: { name: 'Excel workbook', media: `${OPEN_XML}.spreadsheetml.sheet`, endings: ['xlsx'], isShown: false },
  pptx: {
    name: 'PowerPoint presentation',
    media: `${OPEN_XML}.presentationml.presentation`,
    endings: ['pptx'],
    isShown: false,
  },
  odt: {
    name: 'OpenDocument text',
    media: 'application/vnd.oasis.opendocument.text',
    endings: ['odt'],
    isShown: false,
  },
};

/** A file that is kept beside the database. */
export interface KeptFile {
  /** What its bytes are kept under. */
  readonly id: string;
  /** As its owner called it, with nothing in it that could mislead a machine or a reader. */
  readonly name: string;
  readonly type: FileType;
  readonly bytes: number;
  /** What they come to by SHA-256; null of a file that was kept before that was reckoned. */
  readonly sha256: string | null;
}

/** One thing that is kept to show what came of a plan. */
export interface Evidence {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly title: string;
  /** What it shows, or what was taken from it. */
  readonly words: string;
  readonly happenedOn: IsoDate;
  readonly url: string | null;
  readonly source: string;
  /** The id of the plan's step it is tied to. */
  readonly step: string | null;
  readonly parts: readonly StandardPart[];
  readonly file: KeptFile | null;
}

/** What may be written of it: the rest stays as it was added. */
export type EvidenceWords = Omit<Evidence, 'id' | 'kind' | 'file'>;

const MEGABYTE = 1024 * 1024;

/** What keeps a plan's evidence readable and a disk from being filled by one of them. */
export const EVIDENCE_LIMITS = {
  title: 120,
  words: 2000,
  source: 150,
  url: 1000,
  items: 200,
  files: 40,
  /** One file. */
  fileBytes: 10 * MEGABYTE,
  /** All files of a plan, deleted ones until they are gone. */
  planBytes: 100 * MEGABYTE,
} as const;

/**
 * A web address as a link may have it: https, a host with a dot in it, no user and no password. `undefined` for anything
 * else; a fragment and a query stay.
 */
export function parseLink(text: string): URL | undefined {
  if (text.length > EVIDENCE_LIMITS.url || !/^https:\/\/[^\s\\]+$/i.test(text) || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isPlain = url.username === '' && url.password === '' && /[^.]\.[^.]/.test(url.hostname);
  return isPlain && url.href.length <= EVIDENCE_LIMITS.url ? url : undefined;
}

/** Where a link leads, as it is shown beside it: letters of other alphabets as browsers write them. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}
