import type { ComponentChildren, VNode } from 'preact';
import { comingIntakes, intakeState } from '../domain/catalogue/intakes.ts';
import type { Figure, Intake, Opportunity } from '../domain/catalogue/opportunity.ts';
import type { Quantity } from '../domain/quantity.ts';
import { Estimate } from './fact.tsx';
import { Figures } from './figures.tsx';
import { formatDay, formatDayOrMonth, formatQuantity } from './format.ts';
import { Prose, TopicFigure } from './prose.tsx';
import type { Shown } from './shown.ts';

/** A short note leads in to its figure; a longer one would drown it, so it follows, and in a list's row it is left out. */
const LONGEST_LEAD_IN = 44;

type FigureProps = Shown & { readonly figure: Figure; readonly brief?: boolean };

/** One deciding figure: published and linked to its source, ours and said to be so, or not known and whom to ask. */
export function FigureView(props: FigureProps): ComponentChildren {
  return figureWords(props);
}

/** The same as a plain call, for lists: most figures are bare words, which need no component round them. */
function figureWords({ figure, brief = false, on, urls }: FigureProps): ComponentChildren {
  if ('unknown' in figure) return brief ? 'not published' : <Prose text={figure.unknown} on={on} urls={urls} />;
  const value =
    'fact' in figure ? <TopicFigure topic={figure.fact} on={on} urls={urls} /> : ownEstimate(figure.estimate, brief);
  if (figure.note === undefined) return value;
  const note = <Prose text={figure.note} on={on} urls={urls} />;
  if (figure.note.length <= LONGEST_LEAD_IN)
    return (
      <>
        {note} {value}
      </>
    );
  return brief ? (
    value
  ) : (
    <>
      {value}: {note}
    </>
  );
}

function ownEstimate(estimate: Omit<Quantity, 'basis'>, brief: boolean): ComponentChildren {
  const text = formatQuantity({ ...estimate, basis: 'our-estimate' });
  if (estimate.max === 0) return text;
  if (!brief) return <Estimate text={text} isOpenEnded={!isRange(estimate)} />;
  return `${isRange(estimate) ? 'about ' : ''}${text} (our estimate)`;
}

/** "Up to" and "at least" are already as loose as "about". */
function isRange({ min, max }: { readonly min: number; readonly max: number | null }): boolean {
  return max !== null && min > 0;
}

/** When it can be started, in as few words as are true; the longer form is prose and may name topics. */
export function whenText(opportunity: Opportunity, day: Shown['on']['day'], brief = false): string {
  const { when } = opportunity;
  if (when.kind !== 'intakes') return brief ? BRIEF_WHEN[when.kind] : withoutStop(when.words);
  const [next] = comingIntakes(opportunity, day);
  if (!next || next.starts === null)
    return brief ? 'next intake not announced' : withoutStop(when.words ?? 'next intake not announced');
  const starts = formatDayOrMonth(next.starts);
  return brief ? starts : `${starts}: ${windowText(next, day)}`;
}

/** It stands as a value, and in a sentence that ends itself. */
function withoutStop(words: string): string {
  return words.replace(/\.$/, '');
}

const BRIEF_WHEN = {
  'any-time': 'any time',
  'school-decides': 'your school decides',
  rolling: 'apply any time',
  ask: 'ask',
} as const;

/** What is known of an intake's window on a day. */
export function windowText(intake: Intake, day: Shown['on']['day']): string {
  const { opens, closes } = intake.window;
  const state = intakeState(intake, day);
  if (state === 'past') return 'closed';
  if (state === 'announced') return opens ? `applications open on ${formatDay(opens)}` : 'opening day not announced';
  return closes ? `apply by ${formatDay(closes)}` : 'open; closing day not found, so ask before you count on it';
}

type DecidingProps = Shown & { readonly opportunity: Opportunity; readonly layout?: 'beside' | 'across' };

/** The four figures of an opportunity, always in the same place and order. */
export function DecidingFigures({ opportunity, layout = 'beside', on, urls }: DecidingProps): VNode {
  const brief = layout === 'beside';
  const { time, costToYou, costToSchool } = opportunity.figures;
  return (
    <Figures
      layout={layout}
      time={figureWords({ figure: time, brief, on, urls })}
      cost={figureWords({ figure: costToYou, brief, on, urls })}
      school={figureWords({ figure: costToSchool, brief, on, urls })}
      when={
        brief ? (
          whenText(opportunity, on.day, brief)
        ) : (
          <Prose text={whenText(opportunity, on.day)} on={on} urls={urls} />
        )
      }
    />
  );
}
