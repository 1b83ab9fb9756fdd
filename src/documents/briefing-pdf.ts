import type { Briefing } from '../domain/catalogue/briefing.ts';
import { briefingData } from './briefing-data.ts';
import type { Typesetter } from './typst.ts';

/** A year of days at one a week; each is about a fifth of a megabyte. */
const DOCUMENTS_KEPT = 50;

export interface BriefingPdfs {
  /** The PDF of a day's briefing, set once for as long as the catalogue stays as it is. */
  of(briefing: Briefing, version: string): Promise<Uint8Array<ArrayBuffer>>;
}

export function keepBriefingPdfs(typesetter: Typesetter): BriefingPdfs {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    of(briefing, version) {
      const key = briefingKey(briefing, version);
      const found = kept.get(key);
      const made = found ?? typesetter.pdf('briefing.typ', briefingData(briefing));
      kept.delete(key);
      kept.set(key, made);
      // One that failed is tried again when next asked for; and only one that is there takes an older one's place.
      if (!found) made.then(dropOldest, () => kept.delete(key));
      return made;
    },
  };

  function dropOldest(): void {
    const [oldest] = kept.keys();
    if (kept.size > DOCUMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
  }
}

/** What a briefing's words depend on: today's is worded otherwise than the same day's read later. */
export function briefingKey(briefing: Briefing, version: string): string {
  return `${version} ${briefing.day} ${briefing.kind === 'whole' ? briefing.tense : briefing.kind}`;
}
