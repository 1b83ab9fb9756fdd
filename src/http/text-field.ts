import { z } from 'zod';
import { isPlainText } from '../schemas/plan-schema.ts';
import { formatCount } from '../ui/format.ts';

/** One line of text of up to `most` letters; `what` begins its messages: "A title". */
export function oneLine(most: number, what: string) {
  return z
    .string()
    .max(most, `${what} has up to ${most} letters`)
    .refine((text) => isPlainText(text) && !text.includes('\n'), `${what} is one line of text`);
}

/** What somebody writes at length, up to `most` letters; `what` begins its messages: "Your answer to …". It may be empty. */
export function longText(most: number, what: string) {
  return z
    .string()
    .refine((text) => text.length <= most, {
      error: ({ input }) =>
        `${what} has ${formatCount(String(input).length, 'letter')}: there is room for ${most.toLocaleString('en-GB')}`,
    })
    .refine(isPlainText, `${what} holds characters that are no text. Type it again`);
}
