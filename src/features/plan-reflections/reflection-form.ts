import { z } from 'zod';
import { newNames } from '../../domain/names/name-warning.ts';
import {
  ANSWER_AT_MOST,
  QUESTION_WORDS,
  REFLECTION_QUESTIONS,
  type ReflectionAnswers,
  type ReflectionQuestion,
} from '../../domain/looking-back/reflection.ts';
import { longText } from '../../http/text-field.ts';

const answerTo = (question: ReflectionQuestion) =>
  longText(ANSWER_AT_MOST, `Your answer to “${QUESTION_WORDS[question]}”`);

/** The four questions as a form, in their order. None has to be answered. */
export const reflectionForm = z.object({
  tried: answerTo('tried'),
  changed: answerTo('changed'),
  know: answerTo('know'),
  next: answerTo('next'),
});

/** What was written, without the questions that were left empty. */
export function answersIn(sent: z.output<typeof reflectionForm>): ReflectionAnswers {
  return Object.fromEntries(REFLECTION_QUESTIONS.flatMap((one) => (sent[one] === '' ? [] : [[one, sent[one]]])));
}

/** Whether something that looks like a name has come in. */
export function bringsNames(before: ReflectionAnswers, after: ReflectionAnswers): boolean {
  return REFLECTION_QUESTIONS.some((one) => newNames(before[one] ?? '', after[one] ?? '').length > 0);
}
