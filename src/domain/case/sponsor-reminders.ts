import { londonDay } from '../calendar/london.ts';
import type { OpenQuestion } from '../calendar/reminder-days.ts';
import type { CaseState } from './sponsor-answer.ts';

/** What a sponsor is asked, as long as it waits for them: not once they have answered, and not once it was closed. */
export function openQuestion(
  { standing, askedAgain, remindedAt }: CaseState,
  sent: Pick<OpenQuestion, 'answerBy' | 'takesReminders'> & { readonly createdAt: string },
): OpenQuestion | undefined {
  if (standing !== 'sponsor-answers') return undefined;
  return {
    askedOn: londonDay(askedAgain?.at ?? sent.createdAt),
    answerBy: sent.answerBy,
    remindedOn: remindedAt.map(londonDay),
    takesReminders: sent.takesReminders,
  };
}
