import { firstDayOf, isMonth, type IsoDate, type IsoMonth, type Span } from '../date.ts';
import type { NpqCode } from './npq.ts';
import type { Quantity } from '../quantity.ts';
import type { Requirement } from './requirement.ts';
import type { RouteId } from './route.ts';

export const OPPORTUNITY_KINDS = [
  'npq',
  'course',
  'role',
  'programme',
  'membership',
  'activity',
  'resource',
  'network',
  'masters',
] as const;
export type OpportunityKind = (typeof OPPORTUNITY_KINDS)[number];

/**
 * One of the figures people decide by. A published figure is never copied: it names the topic of the fact that holds
 * it. What we reckon ourselves carries its basis; what nobody has published says so in a sentence.
 */
export type Figure =
  | { readonly fact: string; readonly note?: string }
  | { readonly estimate: Omit<Quantity, 'basis'>; readonly because: string; readonly note?: string }
  | { readonly unknown: string };

export interface Figures {
  /** The main measure of a teacher's own time. */
  readonly time: Figure;
  readonly total?: Figure;
  readonly duration?: Figure;
  /** Days out of class, which somebody has to cover. */
  readonly outOfClass?: Figure;
  readonly costToYou: Figure;
  readonly costToSchool: Figure;
  /** What comes to the school: release pay, grants. */
  readonly income?: Figure;
}

export interface Intake {
  /** `npq-senior-leadership/2026-autumn` */
  readonly id: string;
  readonly name: string;
  /** The day, or only the month, it starts; `null` where not announced. */
  readonly starts: IsoDate | IsoMonth | null;
  readonly window: { readonly opens: IsoDate | null; readonly closes: IsoDate | null };
  /** Topics that bear it out. */
  readonly facts: readonly string[];
  readonly note?: string;
}

/**
 * When an opportunity can be started. `intakes`: only at dated chances. `any-time`: when the teacher likes.
 * `school-decides`: when the school appoints or agrees. `rolling`: apply when you like, the provider says when it
 * starts. `ask`: nobody has published it, and `words` says whom to ask.
 */
export type When =
  | { readonly kind: 'intakes'; readonly words?: string }
  | { readonly kind: 'any-time' | 'school-decides' | 'rolling' | 'ask'; readonly words: string };

export interface Opportunity {
  readonly id: string;
  readonly name: string;
  readonly abbreviation?: string;
  readonly kind: OpportunityKind;
  readonly route: RouteId;
  readonly alsoOn: readonly RouteId[];
  readonly npq?: NpqCode;
  readonly exists: Span;
  /** What took its place, or why it ended; shown once it has. */
  readonly ended?: string;
  readonly depth: 'full' | 'short';
  readonly summary: string;
  readonly what: readonly string[];
  readonly suits: string;
  readonly asksOfYou?: string;
  readonly asksOfSchool?: string;
  /** One thing that can be done this week. */
  readonly firstStep: string;
  readonly figures: Figures;
  readonly when: When;
  readonly intakes: readonly Intake[];
  readonly requirements: readonly Requirement[];
  /** NPQs whose learning it uses directly; a reason for ranking, never a requirement. */
  readonly uses: readonly NpqCode[];
  /** Ids of what it opens next. */
  readonly opens: readonly string[];
  readonly providers: readonly string[];
  readonly page: { readonly title: string; readonly url: string } | null;
  /** Topics shown as this page's evidence, beside those its figures and text name. */
  readonly facts: readonly string[];
  readonly keywords: readonly string[];
  readonly owner: 'national' | string;
  /** Hub areas it serves; empty means all of England. */
  readonly areas: readonly string[];
  readonly checkedOn: IsoDate;
  readonly reviewBy: IsoDate;
}

/** The first day an intake may start on, as far as its source says. */
export function earliestStart({ starts }: Intake): IsoDate | null {
  if (starts === null) return null;
  return isMonth(starts) ? firstDayOf(starts) : starts;
}
