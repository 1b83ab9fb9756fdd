import type { VNode } from 'preact';
import type { FoundName, LooksLike } from '../domain/names/name-warning.ts';
import { formatList } from './format.ts';

const LOOKS: Readonly<Record<LooksLike, readonly [one: string, several: string]>> = {
  name: ['This looks like a name', 'These look like names'],
  initials: ['This looks like somebody’s initials', 'These look like somebody’s initials'],
  'birth-date': ['This looks like a date of birth', 'These look like dates of birth'],
  'pupil-number': ['This looks like a pupil’s number', 'These look like pupils’ numbers'],
  'email-address': ['This looks like somebody’s email address', 'These look like somebody’s email addresses'],
};

/** Longer lists say no more. */
const SHOWN = 6;

export interface NameWarningProps {
  /** For the field it stands above, which names it in `describedBy`. */
  readonly id: string;
  /** From `findNames` or `newNames`; with none there is no warning. */
  readonly found: readonly FoundName[];
}

/** Says what in somebody’s words looks like a name, and what to write instead. It stands above the field and refuses nothing. */
export function NameWarning({ id, found }: NameWarningProps): VNode | null {
  if (found.length === 0) return null;
  return (
    <p id={id} class="app-name-warning">
      <strong>{nameWarningWords(found)}</strong> Say “a pupil in Year 4” or “my head of year” instead.
    </p>
  );
}

/** `This looks like a name: “Amelia Novak”.`; one sentence for each kind of thing that was found. */
export function nameWarningWords(found: readonly FoundName[]): string {
  const kinds = Map.groupBy(found, ({ looksLike }) => looksLike);
  return [...kinds]
    .map(([kind, all]) => {
      const shown = all.slice(0, SHOWN).map(({ text }) => `“${text.replaceAll(/\s+/g, ' ')}”`);
      const words = all.length > SHOWN ? [...shown, 'others'] : shown;
      return `${LOOKS[kind][all.length === 1 ? 0 : 1]}: ${formatList(words)}.`;
    })
    .join(' ');
}
