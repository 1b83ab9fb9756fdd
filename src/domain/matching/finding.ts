import type { IsoDate } from '../date.ts';
import type { QuestionId, RequirementKind } from '../catalogue/requirement.ts';

export type Outcome = 'met' | 'not-met' | 'unknown';

/** The rule behind a finding: a requirement's kind, or the intakes of the opportunity. */
export type RuleId = RequirementKind | 'intake';

/** What would have to happen, when, and how surely that is known. */
export interface Change {
  /** "your head agrees to sponsor you": reads on after "once". */
  readonly change: string;
  readonly when: IsoDate | null;
  readonly known: 'announced' | 'expected' | 'not-announced';
}

/** A requirement or the intakes judged for one teacher on one day. `because` is one plain sentence. */
export interface Finding {
  readonly rule: RuleId;
  readonly outcome: Outcome;
  readonly code: string;
  readonly because: string;
  /** Who could end the unknown. */
  readonly owner?: 'teacher' | 'world';
  readonly question?: QuestionId;
  /** A not-met that nothing in the teacher's present job would lift. */
  readonly permanent?: true;
  /** For a not-met that can change: what would change it. */
  readonly next?: Change;
  readonly facts: readonly string[];
}
