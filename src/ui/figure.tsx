import type { ComponentChildren, VNode } from 'preact';
import { comingIntakes, intakeState } from '../domain/intakes.ts';
import type { Figure, Intake, Opportunity } from '../domain/opportunity.ts';
import { Estimate } from './fact.tsx';
import { Figures } from './figures.tsx';
import { formatDay, formatDayOrMonth, formatQuantity } from './format.ts';
import { Prose, TopicFigure } from './prose.tsx';
import type { Shown } from './shown.ts';

type FigureProps = Shown & { readonly figure: Figure; readonly brief?: boolean };

/** One deciding figure: published and linked to its source, ours and said to be so, or not known and whom to ask. */
export function FigureView({ figure, brief = false, on, urls }: FigureProps): VNode {
  if ('unknown' in figure) return brief ? <>not published</> : <>{figure.unknown}</>;
  const note = figure.note !== undefined && <><Prose text={figure.note} on={on} urls={urls} /> </>;
  if ('fact' in figure) return <>{note}<TopicFigure topic={figure.fact} on={on} urls={urls} /></>;
  const text = formatQuantity({ ...figure.estimate, basis: 'our-estimate' });
  if (figure.estimate.max === 0) return <>{note}{text}</>;
  return <>{note}{brief ? `about ${text} (our estimate)` : <Estimate text={text} />}</>;
}

/** When it can be started, in as few words as are true. */
export function whenText(opportunity: Opportunity, day: Shown['on']['day'], brief = false): string {
  const { when } = opportunity;
  if (when.kind !== 'intakes') return brief ? BRIEF_WHEN[when.kind] : when.words;
  const [next] = comingIntakes(opportunity, day);
  if (!next) return 'next intake not announced';
  const starts = next.starts === null ? next.name : formatDayOrMonth(next.starts);
  return brief ? starts : `${starts}: ${windowText(next, day)}`;
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
  const show = (figure: Figure): ComponentChildren => <FigureView figure={figure} brief={brief} on={on} urls={urls} />;
  return (
    <Figures
      layout={layout}
      time={show(opportunity.figures.time)}
      cost={show(opportunity.figures.costToYou)}
      school={show(opportunity.figures.costToSchool)}
      when={whenText(opportunity, on.day, brief)}
    />
  );
}
