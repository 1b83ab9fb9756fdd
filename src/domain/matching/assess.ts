import type { IsoDate } from '../date.ts';
import type { Change, Finding } from './finding.ts';
import { judgeIntakes } from '../catalogue/intakes.ts';
import type { Opportunity } from '../catalogue/opportunity.ts';
import type { Profile } from './profile.ts';
import { REQUIREMENT_KINDS } from '../catalogue/requirement.ts';
import { judge } from './rules.ts';
import { andList } from '../words.ts';

export const VERDICTS = ['open', 'ask', 'not-yet', 'no'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Everything the rules say of one opportunity for one teacher on one day. */
export interface Assessment {
  readonly opportunity: Opportunity;
  readonly verdict: Verdict;
  /** False where something only the world could say is not known; it is said in words and never moves the verdict. */
  readonly confirmed: boolean;
  readonly findings: readonly Finding[];
  /** For `not-yet`: the nearest change that would flip it. */
  readonly next?: Change;
}

/**
 * Judges one opportunity. Verdict, in this order: a not-met that can never change → `no`; any other not-met, or a
 * window known to be shut → `not-yet`; something the teacher has not told → `ask`; else `open`.
 */
export function assess(opportunity: Opportunity, profile: Profile, day: IsoDate): Assessment {
  const intake = judgeIntakes(opportunity, day);
  const findings = opportunity.requirements.map((requirement) => judge(requirement, profile, day));
  if (intake) findings.push(intake);
  const verdict = verdictOf(findings);
  const next = verdict === 'not-yet' ? nearestChange(findings) : undefined;
  return {
    opportunity,
    verdict,
    confirmed: !findings.some((finding) => finding.owner === 'world'),
    findings,
    ...(next ? { next } : {}),
  };
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  let verdict: Verdict = 'open';
  for (const finding of findings) {
    if (finding.outcome === 'not-met') {
      if (finding.permanent) return 'no';
      verdict = 'not-yet';
    } else if (finding.owner === 'teacher' && verdict === 'open') verdict = 'ask';
  }
  return verdict;
}

/** All that stands in the way has to change, so the nearest change is all of them together, the last day naming when. */
function nearestChange(findings: readonly Finding[]): Change | undefined {
  const changes = findings.flatMap((finding) => (finding.outcome === 'not-met' && finding.next ? [finding.next] : []));
  const [first, ...others] = changes;
  if (!first) return undefined;
  if (others.length === 0) return first;
  const notAnnounced = changes.some((change) => change.known === 'not-announced');
  const days = changes.map((change) => change.when);
  return {
    change: andList(changes.map((change) => change.change)),
    when: days.includes(null) ? null : (days.toSorted().at(-1) ?? null),
    known: notAnnounced ? 'not-announced' : days.includes(null) ? 'expected' : 'announced',
  };
}

/**
 * Whether no further answer of the teacher's could change the verdict. `ask` never is; `not-yet` is unless an answer
 * still owed could turn it into `no`.
 */
export function isSettled(assessment: Assessment): boolean {
  if (assessment.verdict === 'no' || assessment.verdict === 'open') return true;
  if (assessment.verdict === 'ask') return false;
  return !assessment.findings.some(
    (finding) => finding.owner === 'teacher' && finding.rule !== 'intake' && REQUIREMENT_KINDS[finding.rule].permanent,
  );
}

export function assessAll(
  opportunities: readonly Opportunity[],
  profile: Profile,
  day: IsoDate,
): readonly Assessment[] {
  return opportunities.map((opportunity) => assess(opportunity, profile, day));
}
