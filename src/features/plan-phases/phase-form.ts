import { z } from 'zod';
import { newNames } from '../../domain/names/name-warning.ts';
import { promptsOf, type PromptId } from '../../domain/plan/plan-prompts.ts';
import { LIMITS, type PhaseId, type Plan } from '../../domain/plan/plan.ts';
import { longText } from '../../http/text-field.ts';

/** What was written to some prompts; an empty answer is one that was skipped or taken away. */
export type Answers = Readonly<Partial<Record<PromptId, string>>>;

const answerTo = (ask: string) => longText(LIMITS.answer, `Your answer to “${ask}”`);

/** The prompts of a phase as a form, in their order. None has to be answered. */
export function phaseForm(phase: PhaseId) {
  return z.object(Object.fromEntries(promptsOf(phase).map(({ id, ask }) => [id, answerTo(ask)])));
}

/** The answers that are not as the plan has them. */
export function changedAnswers(plan: Plan, sent: Answers): Answers {
  return Object.fromEntries(Object.entries(sent).filter(([id, text]) => text !== (plan.answers[id as PromptId] ?? '')));
}

/** Whether something that looks like a name has come in with the changed answers. */
export function bringsNames(plan: Plan, changed: Answers): boolean {
  return Object.entries(changed).some(([id, text]) => newNames(plan.answers[id as PromptId] ?? '', text).length > 0);
}
