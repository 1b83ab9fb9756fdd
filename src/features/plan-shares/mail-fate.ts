import type { Share } from '../../db/shares.ts';
import { renewalsOf } from '../../domain/conversation/conversation.ts';
import type { ConversationEvent } from '../../domain/conversation/conversation-event.ts';
import type { Services } from '../../services/services.ts';
import { formatInstant } from '../../ui/format.ts';

/** What became of the newest mail with a link to a reader, in a sentence; empty where nothing is kept of it any more. */
export async function mailFateWords(
  { db, mail }: Services,
  share: Share,
  events: readonly ConversationEvent[],
): Promise<string> {
  const fate = await mail.fateOf(db, { kind: 'shared', key: `${share.id}/${newestCause(events)}` });
  if (!fate) return '';
  switch (fate.outcome) {
    case null:
      return fate.attempts > 0 ? 'The mail could not be delivered yet, and is tried again.' : 'The mail is on its way.';
    case 'done':
      return `The mail was sent on ${formatInstant(fate.endedAt ?? fate.queuedAt)}.`;
    case 'dropped':
      return 'The mail was not sent: this address takes no such mails. Tell them in person, or use another address.';
    case 'failed':
      return 'The mail could not be delivered. Check the address, and share the plan anew if it is wrong.';
    default:
      return fate.outcome satisfies never;
  }
}

/** The cause of the newest mail, as `send-share.ts` names it. */
function newestCause(events: readonly ConversationEvent[]): string {
  const last = events.findLast(({ kind }) => kind === 'asked-again' || kind === 'link-renewed');
  if (last?.kind === 'asked-again') return `again-${last.number}`;
  return last ? `link-${renewalsOf(events)}` : 'first';
}
