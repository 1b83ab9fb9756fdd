import { londonDay } from '../calendar/london.ts';
import type { OpenQuestion } from '../calendar/reminder-days.ts';
import type { IsoDate } from '../date.ts';
import { standingOf, type Conversation } from './conversation.ts';
import type { ConversationEvent } from './conversation-event.ts';

/**
 * What its reader was asked last, as long as it waits for them. Undefined before that and once they have answered, and
 * once the question was closed: a late answer to some of it is welcome, and no reason to close it again.
 */
export function openQuestion(
  conversation: Conversation,
  { answerBy, takesReminders }: Pick<OpenQuestion, 'answerBy' | 'takesReminders'>,
  today: IsoDate,
): OpenQuestion | undefined {
  const standing = standingOf(conversation, today);
  if (standing !== 'reviewer-to-open' && standing !== 'reviewer-to-answer') return undefined;
  const { events } = conversation;
  const asked = questionOf(events);
  if (!asked) return undefined;
  const reminded = events.filter(({ kind, number }) => kind === 'reminded' && number > asked.number);
  const remindedOn = reminded.map(({ at }) => londonDay(at));
  return { askedOn: londonDay(asked.at), answerBy, remindedOn, takesReminders };
}

/** What a reader was asked last. Undefined before that, and once the question was closed: it is not waited for then. */
export function questionOf(events: readonly ConversationEvent[]): ConversationEvent | undefined {
  const last = events.findLast(({ kind }) => kind === 'asked' || kind === 'asked-again' || kind === 'closed');
  return last?.kind === 'closed' ? undefined : last;
}
