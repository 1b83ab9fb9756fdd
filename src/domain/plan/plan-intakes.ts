import type { IsoDate } from '../date.ts';
import { addHalfTerms, ordinalOf, type HalfTermId } from '../calendar/half-term.ts';
import { comingIntakes } from '../catalogue/intakes.ts';
import { earliestStart, type Intake, type Opportunity } from '../catalogue/opportunity.ts';
import { guessedStart } from './plan-start.ts';
import { halfTermOn, type HalfTerm } from '../calendar/term-calendar.ts';

/** A school year, in half terms. */
export const A_YEAR = 6;

/** An intake that can still be had, with the half term it starts in. */
export interface DueIntake {
  readonly intake: Intake;
  readonly due: HalfTermId;
}

/** The intakes still to come whose start is known and lies in the half terms given, the soonest first. */
export function dueIntakes(
  opportunity: Opportunity,
  halfTerms: readonly HalfTerm[],
  today: IsoDate,
): readonly DueIntake[] {
  return comingIntakes(opportunity, today).flatMap((intake) => {
    const starts = earliestStart(intake);
    const due = starts === null ? undefined : halfTermOn(halfTerms, starts)?.id;
    return due === undefined ? [] : [{ intake, due }];
  });
}

/** The intake still to come that starts in a half term. */
export function intakeIn(
  opportunity: Opportunity,
  halfTerm: HalfTermId | null,
  halfTerms: readonly HalfTerm[],
  today: IsoDate,
): Intake | undefined {
  return dueIntakes(opportunity, halfTerms, today).find(({ due }) => due === halfTerm)?.intake;
}

/**
 * The first half term from `from` on in which somebody could begin, as far as is known: the next announced intake; where
 * none is, the same half term of a year to come in which the last one began. Anything without intakes begins when it is
 * wanted.
 */
export function nextStart(
  opportunity: Opportunity | undefined,
  from: HalfTermId,
  halfTerms: readonly HalfTerm[],
  today: IsoDate,
): HalfTermId {
  if (opportunity?.when.kind !== 'intakes') return from;
  const due = dueIntakes(opportunity, halfTerms, today);
  const announced = due.find((one) => ordinalOf(one.due) >= ordinalOf(from));
  if (announced) return announced.due;
  const usual = due.at(-1)?.due ?? guessedStart(opportunity, halfTerms, today) ?? from;
  const years = Math.ceil((ordinalOf(from) - ordinalOf(usual)) / A_YEAR);
  return addHalfTerms(usual, Math.max(0, years) * A_YEAR);
}
