import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import { draftGoal } from '../../domain/plan/draft-goals.ts';
import type { DraftWish } from '../../domain/plan/draft-options.ts';
import { ordinalOf, parseHalfTermId, type HalfTermId } from '../../domain/calendar/half-term.ts';
import type { Plan } from '../../domain/plan/plan.ts';

const AT_MOST = 10;

/** What the address asks of a draft; what no opportunity is called is dropped. */
export function readWish(query: URLSearchParams, on: DayCatalogue): DraftWish {
  const ids = (name: string) => [...new Set(query.getAll(name))].filter((id) => on.byId.has(id)).slice(0, AT_MOST);
  const never = ids('never');
  return {
    goal: draftGoal(query.get('goal') ?? '', on),
    must: ids('must').filter((id) => !never.includes(id)),
    never,
  };
}

/** The same as an address carries it. */
export function wishQuery({ goal, must, never }: DraftWish): readonly (readonly [string, string])[] {
  return [
    ...(goal ? [['goal', goal.id] as const] : []),
    ...must.map((id) => ['must', id] as const),
    ...never.map((id) => ['never', id] as const),
  ];
}

/** A drafted step as a form carries it: its opportunity and its half term. */
export function taken({ id, start }: { readonly id: string; readonly start: HalfTermId }): string {
  return `${id}@${start}`;
}

export interface TakenStep {
  readonly id: string;
  readonly start: HalfTermId;
}

/** Reads what a form takes. `undefined` where any of it is no step of the day's catalogue, or lies before the plan. */
export function readTaken(values: readonly string[], plan: Plan, on: DayCatalogue): readonly TakenStep[] | undefined {
  const read = values.map((value) => {
    const [id = '', text = ''] = value.split('@');
    const start = parseHalfTermId(text);
    return start && on.byId.has(id) && ordinalOf(start) >= ordinalOf(plan.first) ? { id, start } : undefined;
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === read.length && known.length > 0 && known.length <= 60 ? known : undefined;
}
