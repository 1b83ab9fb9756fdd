import type { IsoDate } from '../date.ts';
import type { Verdict } from '../matching/assess.ts';
import { LISTED_FIGURES, type Listed, type ListedFigure, type ListedIntake } from './listed.ts';

/** One thing that is no longer as a list had it. */
export type ListChange =
  | { readonly kind: 'new' | 'gone'; readonly of: Listed }
  | { readonly kind: 'verdict'; readonly of: Listed; readonly was: Verdict; readonly now: Verdict }
  /** An intake that was not known, or was not open, or did not close as soon. */
  | { readonly kind: ListedIntake['state']; readonly of: Listed; readonly intake: ListedIntake }
  | { readonly kind: 'closing-day'; readonly of: Listed; readonly intake: ListedIntake; readonly was: IsoDate | null }
  | {
      readonly kind: 'figure';
      readonly of: Listed;
      readonly figure: ListedFigure;
      readonly was: string;
      readonly now: string;
    };

/**
 * What changed between two states of one list: what came, what may be done now that could not be done, what became
 * different, what went; each kind in the list's own order. Nothing is said of an intake that is over: either the next
 * one is said, or the verdict.
 */
export function changesBetween(was: readonly Listed[], now: readonly Listed[]): readonly ListChange[] {
  const before = new Map(was.map((one) => [one.id, one]));
  const after = new Set(now.map(({ id }) => id));
  const stayed = now.flatMap((one) => {
    const old = before.get(one.id);
    return old ? [[old, one] as const] : [];
  });
  return [
    ...now.filter(({ id }) => !before.has(id)).map((of) => ({ kind: 'new', of }) as const),
    ...stayed.flatMap(([old, one]) => verdictChange(old, one)),
    ...stayed.flatMap(([old, one]) => one.intakes.flatMap((intake) => intakeChange(old, one, intake))),
    ...stayed.flatMap(([old, one]) => figureChanges(old, one)),
    ...was.filter(({ id }) => !after.has(id)).map((of) => ({ kind: 'gone', of }) as const),
  ];
}

function verdictChange(old: Listed, of: Listed): readonly ListChange[] {
  if (old.verdict === null || of.verdict === null || old.verdict === of.verdict) return [];
  return [{ kind: 'verdict', of, was: old.verdict, now: of.verdict }];
}

function intakeChange(old: Listed, of: Listed, intake: ListedIntake): readonly ListChange[] {
  const before = old.intakes.find(({ id }) => id === intake.id);
  const isMoved = before !== undefined && before.state !== 'announced' && before.closes !== intake.closes;
  if (isMoved) return [{ kind: 'closing-day', of, intake, was: before.closes }];
  const isSame = before?.state === intake.state || (before?.state === 'closing' && intake.state === 'open');
  return isSame || !isSaid(intake) ? [] : [{ kind: intake.state, of, intake }];
}

/** An intake of which no day is known has not been announced, whatever it is called. */
function isSaid({ state, starts, opens }: ListedIntake): boolean {
  return state !== 'announced' || starts !== null || opens !== null;
}

function figureChanges(old: Listed, of: Listed): readonly ListChange[] {
  return LISTED_FIGURES.flatMap((figure) => {
    const [was, now] = [old.figures[figure], of.figures[figure]];
    return was === now ? [] : [{ kind: 'figure', of, figure, was, now }];
  });
}
