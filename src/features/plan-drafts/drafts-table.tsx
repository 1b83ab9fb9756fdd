import type { VNode } from 'preact';
import { addHalfTerms, halfTermName, ordinalOf, type HalfTermId } from '../../domain/calendar/half-term.ts';
import type { DraftedStep, DraftKind } from '../../domain/plan/plan-draft.ts';
import { plannedSteps } from '../../domain/plan/plan.ts';
import type { PlanVisit } from '../../http/plan/plan-visit.ts';
import { formatPence } from '../../ui/format.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { Table, type Cell } from '../../ui/table.tsx';
import type { Draft } from './ask-for-drafts.ts';

export const KIND_WORDS: Readonly<Record<DraftKind, { readonly name: string; readonly what: string }>> = {
  soonest: { name: 'Soonest', what: 'As much as fits your hours, as early as it can be.' },
  lightest: { name: 'Lightest', what: 'With as small a share of your hours as will do.' },
  cheapest: { name: 'Cheapest', what: 'With nothing to pay yourself, or the least that reaches the goal.' },
};

export interface ReadyDraft {
  readonly draft: Draft;
  readonly steps: readonly DraftedStep[];
}

interface Sums {
  readonly name: string;
  readonly steps: number;
  readonly hours: number;
  readonly fullest: number;
  readonly cost: number;
  readonly unknownCost: boolean;
  readonly end: HalfTermId | undefined;
}

interface Timed {
  readonly start: HalfTermId;
  readonly hours: readonly number[];
  readonly cost: number | null;
}

/** The drafts and the plan as it is, side by side. */
export function DraftsTable({
  here,
  ready,
}: {
  readonly here: PlanVisit;
  readonly ready: readonly ReadyDraft[];
}): VNode {
  const sums = [
    ...ready.map(({ draft, steps }) => sumsOf(KIND_WORDS[draft.kind].name, steps)),
    sumsOf('Your plan now', plannedSteps(here.plan)),
  ];
  const row = (name: string, cell: (one: Sums) => string): readonly Cell[] => [name, ...sums.map(cell)];
  return (
    <ScrollRegion label="The drafts side by side">
      <Table
        caption="Side by side"
        captionSize="m"
        head={['', ...sums.map(({ name }) => name)]}
        firstCellIsHeader
        rows={[
          row('Steps', ({ steps }) => String(steps)),
          row('Hours in all', ({ hours }) => String(hours)),
          row('Fullest half term', ({ fullest }) => `${fullest} hours`),
          row(
            'Cost to you',
            ({ cost, unknownCost }) =>
              `${cost === 0 ? 'nothing' : formatPence(cost)}${unknownCost ? ', and what is not known' : ''}`,
          ),
          row('Ends', ({ end }) => (end ? halfTermName(end) : 'nothing planned')),
        ]}
      />
    </ScrollRegion>
  );
}

function sumsOf(name: string, steps: readonly Timed[]): Sums {
  const each = new Map<number, number>();
  for (const { start, hours } of steps)
    hours.forEach((value, index) =>
      each.set(ordinalOf(start) + index, (each.get(ordinalOf(start) + index) ?? 0) + value),
    );
  const ends = steps.map(({ start, hours }) => addHalfTerms(start, hours.length - 1));
  return {
    name,
    steps: steps.length,
    hours: [...each.values()].reduce((sum, value) => sum + value, 0),
    fullest: Math.max(0, ...each.values()),
    cost: steps.reduce((sum, { cost }) => sum + (cost ?? 0), 0),
    unknownCost: steps.some(({ cost }) => cost === null),
    end: ends.toSorted((a, b) => ordinalOf(a) - ordinalOf(b)).at(-1),
  };
}
