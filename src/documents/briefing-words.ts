import type { Briefing } from '../domain/catalogue/briefing.ts';
import type { BriefingSource, Run } from '../domain/catalogue/briefing-runs.ts';
import { FIRST_DAY_HELD, type IsoDate } from '../domain/date.ts';
import { whenText } from '../ui/figure.tsx';
import { formatDay, formatDayOrMonth, formatQuantity } from '../ui/format.ts';
import { factText } from '../ui/prose.tsx';

export const BRIEFING_TITLE = 'Next steps after a specialist NPQ';

/** What day the briefing is about, and how sure anyone can be of it. */
export function asOf(briefing: Briefing): string {
  const date = formatDay(briefing.day);
  if (briefing.kind === 'nothing-held') return `As of ${date}`;
  return {
    now: `As of ${date}`,
    past: `What held on ${date}, as far as it is known now`,
    ahead: `${date}, as far as is known now`,
  }[briefing.tense];
}

export const NOTHING_HELD = `We hold nothing for this day. What we know of NPQs, and of what may follow them, begins on ${formatDay(FIRST_DAY_HELD)}.`;

export const INTRODUCTION =
  'You have finished a specialist NPQ. These are the routes you can take from it, with a few of the best steps on each: the time they take, what they cost you and your school, and when you can start. The routes connect, and you can take more than one, or start nothing new for now.';

export const PAST_INTRODUCTION =
  'These are the routes that a teacher who had finished a specialist NPQ could take from it that day, with a few of the best steps on each: the time they took, what they cost the teacher and the school, and when they could start. It says what we know now of that day, which may be more than was known then.';

/** A run as plain words: what the page says, without its links. */
export function runText(run: Run, day: IsoDate): string {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'facts':
      return factsText(run.facts);
    case 'statement':
      return run.fact.statement;
    case 'estimate':
      return estimateText(run.quantity);
    case 'intake':
      return whenText(run.opportunity, day);
    case 'unknown':
      return 'not published';
    default:
      return run satisfies never;
  }
}

function factsText([fact, ...others]: Extract<Run, { kind: 'facts' }>['facts']): string {
  if (!fact) return 'a figure we do not hold for this day';
  return others.length === 0
    ? factText(fact)
    : `${factText(fact)} or ${others.map(factText).join(' or ')} (sources differ)`;
}

/** What costs nothing needs no "about": we reckon that nobody charges, not how much. Nor does "up to". */
function estimateText(quantity: Extract<Run, { kind: 'estimate' }>['quantity']): string {
  const text = formatQuantity(quantity);
  if (quantity.max === 0) return text;
  return `${quantity.min === 0 ? '' : 'about '}${text} (our estimate)`;
}

export function runsText(runs: readonly Run[], day: IsoDate): string {
  return runs.map((run) => runText(run, day)).join('');
}

/** `Title, 18 May 2026; checked 23 November 2026`, with a word where it is not sure. */
export function sourceText({ source, checkedOn, certainty }: BriefingSource): string {
  const published = source.published === null ? '' : `, ${formatDayOrMonth(source.published)}`;
  return `${source.title}${published}. Checked ${formatDay(checkedOn)}.${CERTAINTY_WORDS[certainty]}`;
}

const CERTAINTY_WORDS = {
  high: '',
  medium: '',
  low: ' We could not confirm all of it.',
  disputed: ' Sources differ.',
} as const;

/** An address as it is read off paper. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');
}
