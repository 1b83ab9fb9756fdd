import { z } from 'zod';
import { MONTHS } from '../../domain/day-words.ts';
import { parseIsoDate, type IsoDate } from '../../domain/date.ts';
import { newNames } from '../../domain/names/name-warning.ts';
import {
  EVIDENCE_LIMITS,
  isStandardPart,
  parseLink,
  STANDARD_PARTS,
  type EvidenceKind,
  type EvidenceWords,
} from '../../domain/looking-back/evidence.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import { longText, oneLine } from '../../http/text-field.ts';

/** The fields whose words are looked through for names. */
const WRITTEN = ['title', 'words', 'source'] as const;

const words = longText(EVIDENCE_LIMITS.words, 'This');

const TITLE_WANTED: Readonly<Record<EvidenceKind, string>> = {
  note: 'Give it a title, such as “Reading aloud, first fortnight”',
  link: 'Say what the link leads to',
  file: '',
  reading: 'Give the title of what you read',
};

const link = z
  .string()
  .refine(
    (text) => text === '' || parseLink(text) !== undefined,
    'The address must begin with https:// and have no spaces, such as https://www.example.org/page',
  )
  .transform((text) => parseLink(text)?.href ?? null);

/** What is written of one thing, in the order of its page. A file goes by its own name where it has no title. */
export function evidenceForm(kind: EvidenceKind, plan: Plan, today: IsoDate) {
  const title = oneLine(EVIDENCE_LIMITS.title, 'A title');
  return z.object({
    title: kind === 'file' ? title : title.min(1, TITLE_WANTED[kind]),
    url:
      kind === 'link'
        ? link.refine((url) => url !== null, 'Give the address the link leads to')
        : link.transform((url) => (kind === 'reading' ? url : null)),
    source: oneLine(EVIDENCE_LIMITS.source, 'Where it is from').transform((text) => (kind === 'reading' ? text : '')),
    words: kind === 'note' ? words.min(1, 'Write the note') : words,
    day: z.string().transform((text, context) => {
      const day = text === '' ? today : readDay(text);
      if (day !== undefined && day <= today && day >= '2000') return day;
      context.addIssue({ code: 'custom', message: 'The day must be one that has been, such as 23 11 2026' });
      return z.NEVER;
    }),
    step: z
      .string()
      .refine((text) => text === '' || plan.steps.some(({ id }) => id === text), 'Choose a step of your plan, or none')
      .transform((text) => (text === '' ? null : text)),
    parts: z
      .array(z.string())
      .transform((sent) => STANDARD_PARTS.filter((part) => sent.filter(isStandardPart).includes(part))),
  });
}

export type EvidenceSent = z.output<ReturnType<typeof evidenceForm>>;

export function wordsIn({ day, ...sent }: EvidenceSent): EvidenceWords {
  return { ...sent, happenedOn: day };
}

/** `23/11/2026`, `23 11 2026`, `23 November 2026` or `2026-11-23`. */
export function readDay(text: string): IsoDate | undefined {
  const iso = parseIsoDate(text);
  if (iso) return iso;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[ /.-]+(\d{1,2}|[a-z]{3,9})[ /.-]+(\d{4})$/i.exec(text) ?? [];
  const named = MONTHS.findIndex((name) => month.length >= 3 && name.toLowerCase().startsWith(month.toLowerCase()));
  const number = named >= 0 ? String(named + 1) : month;
  return parseIsoDate(`${year}-${number.padStart(2, '0')}-${day.padStart(2, '0')}`);
}

/** Whether something that looks like a name has come in. */
export function bringsNames(before: Partial<EvidenceWords>, after: EvidenceWords): boolean {
  return WRITTEN.some((field) => newNames(before[field] ?? '', after[field]).length > 0);
}

/** Whether nothing is different. */
export function isSame(one: EvidenceWords, other: EvidenceWords): boolean {
  const told = ({ title, words: written, happenedOn, url, source, step, parts }: EvidenceWords) =>
    JSON.stringify([title, written, happenedOn, url, source, step, parts]);
  return told(one) === told(other);
}
