import type { CaseState } from './sponsor-answer.ts';

/**
 * The steps a sponsor has said yes to, by their ids. A "yes, if" hangs on something and backs none yet; of several answers
 * to a case the last counts, and one case that was said yes to is enough.
 */
export function backedSteps(
  cases: readonly { readonly steps: readonly string[]; readonly state: Pick<CaseState, 'answer'> }[],
): ReadonlySet<string> {
  return new Set(cases.flatMap(({ steps, state }) => (state.answer?.answer === 'yes' ? steps : [])));
}
