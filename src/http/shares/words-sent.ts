import { TALK_LIMITS } from '../../domain/conversation/conversation-event.ts';
import { isPlainText } from '../../schemas/plan-schema.ts';

/** What is wrong with words somebody sent to another; undefined where nothing is. None at all is for the caller to judge. */
export function faultOfWords(text: string): string | undefined {
  if (text.length > TALK_LIMITS.text)
    return `Write up to ${TALK_LIMITS.text.toLocaleString('en-GB')} letters. This has ${text.length.toLocaleString('en-GB')}`;
  return isPlainText(text) ? undefined : 'Write text only: it holds characters that cannot be shown';
}
