import type { VNode } from 'preact';
import { FIRST_DAY_HELD } from '../domain/date.ts';
import { formatDay } from './format.ts';
import { InsetText } from './inset-text.tsx';

/** Stands in for a page's content on a day before everything that is held. */
export function NothingHeld(): VNode {
  return (
    <InsetText>
      <strong>We hold nothing for that day.</strong> What the service knows begins on {formatDay(FIRST_DAY_HELD)}.
      Choose that day or a later one, or go to today.
    </InsetText>
  );
}
