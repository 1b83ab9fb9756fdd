import type { ListChange } from '../domain/alerts/list-changes.ts';
import type { ListedFigure, ListedIntake } from '../domain/alerts/listed.ts';
import type { Verdict } from '../domain/matching/assess.ts';
import { formatDay, formatDayOrMonth } from '../ui/format.ts';

/** How a verdict reads in a line, as its mark says it on a page. */
export const VERDICT_IN_LINE: Readonly<Record<Verdict, string>> = {
  open: 'open to you',
  ask: 'one answer away',
  'not-yet': 'not yet',
  no: 'not for you',
};

const FIGURE_IN_LINE: Readonly<Record<ListedFigure, string>> = {
  'Your time': 'your time',
  'Cost to you': 'the cost to you',
  School: 'the cost to your school',
};

/** One change in one line, on its page and in the mail alike. */
export function changeWords(change: ListChange): string {
  const { name, verdict } = change.of;
  switch (change.kind) {
    case 'new':
      return `New: ${name}${verdict === null ? '' : ` (${VERDICT_IN_LINE[verdict]})`}`;
    case 'gone':
      return `No longer listed: ${name}`;
    case 'verdict':
      return `${name}: now ${VERDICT_IN_LINE[change.now]}; it was ${VERDICT_IN_LINE[change.was]}`;
    case 'announced':
    case 'open':
    case 'closing':
      return `${name}: ${intakeWords(change.intake)}`;
    case 'closing-day':
      return `${name}: for ${change.intake.name} ${closingDay(change.intake)}; it was ${change.was === null ? 'not known' : formatDay(change.was)}`;
    case 'figure':
      return `${name}: ${FIGURE_IN_LINE[change.figure]} is now ${change.now}; it was ${change.was}`;
    default:
      return change satisfies never;
  }
}

function intakeWords({ name, state, starts, opens, closes }: ListedIntake): string {
  if (state === 'closing')
    return `applications for ${name} close on ${closes === null ? 'a day soon' : formatDay(closes)}`;
  if (state === 'open') {
    const until = closes === null ? 'closing day not found' : `apply by ${formatDay(closes)}`;
    return `applications for ${name} are open, ${until}`;
  }
  const days = [
    ...(opens === null ? [] : [`applications open on ${formatDay(opens)}`]),
    ...(starts === null ? [] : [`it starts ${formatDayOrMonth(starts)}`]),
  ];
  return `${name} is announced: ${days.join(', ')}`;
}

function closingDay({ closes }: ListedIntake): string {
  return closes === null ? 'the closing day is no longer known' : `the closing day is now ${formatDay(closes)}`;
}
