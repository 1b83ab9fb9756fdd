import type { VNode } from 'preact';
import { VerdictMark, type VerdictKind } from '../../ui/verdict-mark.tsx';
import type { Standing } from './claims-by-part.ts';

export const STANDING_WORDS: Readonly<Record<Standing, string>> = {
  yes: 'Still true',
  partly: 'Partly true',
  no: 'No longer true',
  unknown: 'Not known',
};

/** The marks people know from the verdicts: full, half, barred, empty. */
const MARKS: Readonly<Record<Standing, VerdictKind>> = { yes: 'open', partly: 'not-yet', no: 'no', unknown: 'ask' };

export function ClaimMark({
  standing,
  word = STANDING_WORDS[standing],
}: {
  readonly standing: Standing;
  readonly word?: string;
}): VNode {
  return <VerdictMark verdict={MARKS[standing]} word={word} />;
}
