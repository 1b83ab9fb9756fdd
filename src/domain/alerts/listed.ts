import { comingIntakes, intakeState } from '../catalogue/intakes.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import { addDays, type IsoDate, type IsoMonth } from '../date.ts';
import type { Verdict } from '../matching/assess.ts';

/** In how many days before its window shuts an intake is said to close soon: time to ask a head and fill in a form. */
const CLOSES_SOON_DAYS = 28;

/** An intake that is not over, as it stood on a day. */
export interface ListedIntake {
  readonly id: string;
  readonly name: string;
  readonly state: 'announced' | 'open' | 'closing';
  readonly starts: IsoDate | IsoMonth | null;
  readonly opens: IsoDate | null;
  readonly closes: IsoDate | null;
}

/** The figures of a list's rows, by the names they have there. */
export const LISTED_FIGURES = ['Your time', 'Cost to you', 'School'] as const;
export type ListedFigure = (typeof LISTED_FIGURES)[number];

/** One opportunity as a list showed it on a day: what an alert remembers of it. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  /** None where the list was for nobody in particular. */
  readonly verdict: Verdict | null;
  readonly intakes: readonly ListedIntake[];
  /** In the words of the list. */
  readonly figures: Readonly<Record<ListedFigure, string>>;
}

/** The intakes of an opportunity that are not over, the soonest first. */
export function listedIntakes(opportunity: Opportunity, day: IsoDate): readonly ListedIntake[] {
  return comingIntakes(opportunity, day).map((intake) => {
    const { id, name, starts, window } = intake;
    const isAnnounced = intakeState(intake, day) === 'announced';
    const closesSoon = window.closes !== null && window.closes <= addDays(day, CLOSES_SOON_DAYS);
    return { id, name, state: isAnnounced ? 'announced' : closesSoon ? 'closing' : 'open', starts, ...window };
  });
}
