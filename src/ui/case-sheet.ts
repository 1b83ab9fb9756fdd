import type { IsoDate } from '../domain/date.ts';
import type { PinnedIntake } from '../domain/plan/plan.ts';
import type { CaseStep, SponsorCase } from '../domain/case/case.ts';
import type { CaseRow, CaseSheet } from '../domain/case/case-sheet.ts';
import { row } from './case-row.ts';
import { caseSources, type CaseSources } from './case-sources.ts';
import { feeRows, moneyRows } from './case-money-rows.ts';
import { netInBrief } from './case-sums.ts';
import { formatCount, formatDay, formatDayOrMonth, formatList } from './format.ts';
import { spanWords } from './step-words.ts';

/** A case in plain words, every figure with its sources or said to be unknown. The same case and day give the same words. */
export function caseSheet(one: SponsorCase, knownOn: IsoDate): CaseSheet {
  const sources = caseSources();
  const { steps, money } = one;
  const several = steps.length > 1;
  return {
    title: formatList(steps.map(({ name }) => name)),
    reader: one.reader,
    asks: one.asks,
    glance: [
      row('The teacher’s time', timeWords(steps)),
      row('Net cost to the school', netInBrief(money)),
      row('Cover', coverInBrief(one)),
      row('When', whenInBrief(steps)),
    ],
    what: steps.map(({ name, about }) => ({ name, about })),
    why: one.why,
    back: one.back,
    money: [...feeRows(steps, sources), ...moneyRows(one, sources)],
    dates: steps.flatMap((step) => (several ? [datesInOne(step, sources)] : dateRows(step, sources))),
    sources: sources.list(),
    knownOn,
  };
}

function timeWords(steps: readonly CaseStep[]): string {
  const known = steps.filter(({ hoursBasis }) => hoursBasis !== 'not-known');
  const total = known.reduce((sum, { hours }) => sum + hours.reduce((all, each) => all + each, 0), 0);
  const unknown = steps.length - known.length;
  const isOurs = known.some(({ hoursBasis }) => hoursBasis === 'our-estimate');
  if (known.length === 0) return 'Hours not published';
  return [
    `${formatCount(total, 'hour')} in all${isOurs ? ' (our estimate)' : ''}`,
    ...(unknown > 0 ? [`not published for ${formatCount(unknown, 'step')}`] : []),
  ].join('; ');
}

function coverInBrief({ money: { days } }: SponsorCase): string {
  if (!days) return 'Days not known yet';
  const { min, max } = days.range;
  if (max === 0) return 'No day out of class';
  const range = min === max ? formatCount(max, 'day') : `${min} to ${formatCount(max, 'day')}`;
  return `${range} a year${days.basis === 'our-estimate' ? ' (our estimate)' : ''}`;
}

function whenInBrief(steps: readonly CaseStep[]): string {
  return formatList([
    ...new Set(
      steps.map(
        (step) => `${spanWords(step.start, step.hours.length)}${isGuess(step) ? ' (a guess: not announced)' : ''}`,
      ),
    ),
  ]);
}

/** The half terms of a course whose intake nobody has announced. */
function isGuess({ intake, hasIntakes }: CaseStep): boolean {
  return hasIntakes && !intake;
}

function dateRows(step: CaseStep, sources: CaseSources): readonly CaseRow[] {
  const { intake, hasIntakes } = step;
  const runs = row('Runs', runsWords(step));
  if (!intake) return hasIntakes ? [row('Apply', NOT_ANNOUNCED), runs] : [runs];
  const cites = intakeCites(step, sources);
  return [row('Apply', windowWords(intake), cites), row('Start', startWords(intake), cites), runs];
}

/** With several steps each has one line. */
function datesInOne(step: CaseStep, sources: CaseSources): CaseRow {
  const { intake, hasIntakes } = step;
  const announced = intake ? [`Apply: ${windowWords(intake)}`, startWords(intake)] : hasIntakes ? [NOT_ANNOUNCED] : [];
  return row(step.name, [...announced, `Runs: ${runsWords(step)}`].join(' '), intakeCites(step, sources));
}

const NOT_ANNOUNCED = 'The next intake is not announced: neither its start nor when to apply.';

function runsWords({ start, hours }: CaseStep): string {
  return `${spanWords(start, hours.length)}, as planned.`;
}

function startWords({ name, starts }: PinnedIntake): string {
  return `The ${name} intake ${starts ? `starts ${startsWords(starts)}` : 'has no announced start'}.`;
}

function startsWords(starts: string): string {
  return starts.length === 7 ? `in ${formatDayOrMonth(starts)}` : `on ${formatDayOrMonth(starts)}`;
}

function intakeCites({ intakeFacts }: CaseStep, sources: CaseSources): readonly number[] {
  return sources.cite(intakeFacts.map(({ fact }) => fact));
}

function windowWords({ opens, closes }: { readonly opens: IsoDate | null; readonly closes: IsoDate | null }): string {
  if (opens && closes) return `From ${formatDay(opens)} to ${formatDay(closes)}.`;
  if (closes) return `By ${formatDay(closes)}.`;
  return opens ? `From ${formatDay(opens)}; the closing day is not announced.` : 'When to apply is not announced.';
}
