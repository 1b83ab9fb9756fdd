import type { DayCatalogue } from '../catalogue/catalogue.ts';
import type { Fact } from '../catalogue/fact.ts';
import type { Figure, Intake, Opportunity } from '../catalogue/opportunity.ts';
import {
  PINNED_FIGURES,
  type Pin,
  type PinnedFact,
  type PinnedFigure,
  type PinnedFigureName,
  type PinnedIntake,
} from './plan.ts';
import { parseProse } from '../prose.ts';

/** Copies what a step relies on, so that a later catalogue can neither break nor silently rewrite the plan. */
export function pinOf(opportunity: Opportunity, intake: Intake | undefined, on: DayCatalogue): Pin {
  return {
    opportunity: opportunity.id,
    catalogue: on.catalogue.version,
    on: on.day,
    name: opportunity.name,
    summary: opportunity.summary,
    figures: figuresOf(opportunity, on),
    intake: intake ? pinnedIntake(intake, on) : null,
    until: opportunity.exists.until,
  };
}

function figuresOf({ figures }: Opportunity, on: DayCatalogue): Pin['figures'] {
  const pinned: Partial<Record<PinnedFigureName, PinnedFigure>> = {};
  for (const name of PINNED_FIGURES) {
    const figure = figures[name];
    if (figure) pinned[name] = pinnedFigure(figure, on);
  }
  return pinned;
}

/** A figure with the facts that held it on a day. */
export function pinnedFigure(figure: Figure, on: DayCatalogue): PinnedFigure {
  if ('unknown' in figure) return { unknown: figure.unknown };
  if ('estimate' in figure) return { estimate: figure.estimate };
  return { facts: (on.facts.get(figure.fact) ?? []).map(pinnedFact) };
}

function pinnedFact({ id, statement, value }: Fact): PinnedFact {
  return value === undefined ? { id, statement } : { id, statement, value };
}

function pinnedIntake({ id, name, starts, window, facts }: Intake, on: DayCatalogue): PinnedIntake {
  const held = facts.flatMap((topic) => on.facts.get(topic) ?? []);
  return { id, name, starts, opens: window.opens, closes: window.closes, facts: held.map(pinnedFact) };
}

/** One thing that is no longer as it was when the step was planned. */
export type PinChange =
  | { readonly part: 'name' | 'summary'; readonly was: string; readonly now: string }
  | { readonly part: PinnedFigureName; readonly was: PinnedFigure | undefined; readonly now: PinnedFigure | undefined }
  | { readonly part: 'intake'; readonly was: PinnedIntake; readonly now: PinnedIntake | undefined }
  | { readonly part: 'until'; readonly was: Pin['until']; readonly now: Pin['until'] };

/** How a pin stands against the catalogue of a day. `gone`: it exists no more; `why` is what the catalogue says of it. */
export type PinState =
  | { readonly kind: 'same' }
  | { readonly kind: 'changed'; readonly changes: readonly PinChange[]; readonly fresh: Pin }
  | { readonly kind: 'gone'; readonly why: string | undefined };

/** Compares a pin with what the catalogue says on `on.day`, part by part. An id that was renamed is followed. */
export function pinState(pin: Pin, on: DayCatalogue): PinState {
  const id = on.catalogue.aliases.get(pin.opportunity) ?? pin.opportunity;
  const opportunity = on.byId.get(id);
  if (!opportunity) return { kind: 'gone', why: whyEnded(id, on) };
  const fresh = pinOf(
    opportunity,
    opportunity.intakes.find((intake) => intake.id === pin.intake?.id),
    on,
  );
  const changes = changesBetween(pin, fresh);
  return changes.length === 0 ? { kind: 'same' } : { kind: 'changed', changes, fresh };
}

/** What took its place, or why it ended, in plain words; nothing where a figure in it is no words. */
function whyEnded(id: string, { catalogue, facts }: DayCatalogue): string | undefined {
  const ended = catalogue.opportunities.find((one) => one.id === id)?.ended;
  const words = parseProse(ended ?? '').map((segment) =>
    segment.kind === 'fact' ? facts.get(segment.topic)?.[0]?.value : segment.text,
  );
  return ended !== undefined && words.every((word) => typeof word === 'string') ? words.join('') : undefined;
}

function changesBetween(was: Pin, now: Pin): readonly PinChange[] {
  const changes: PinChange[] = [];
  for (const part of ['name', 'summary'] as const) {
    if (was[part] !== now[part]) changes.push({ part, was: was[part], now: now[part] });
  }
  for (const part of PINNED_FIGURES) {
    if (!alike(was.figures[part], now.figures[part]))
      changes.push({ part, was: was.figures[part], now: now.figures[part] });
  }
  if (was.intake && !alike(was.intake, now.intake))
    changes.push({ part: 'intake', was: was.intake, now: now.intake ?? undefined });
  if (was.until !== now.until) changes.push({ part: 'until', was: was.until, now: now.until });
  return changes;
}

/** Alike whatever order their keys stand in: one side comes from the database, the other from memory. */
function alike(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].every((key) => alike((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]));
}
