import * as fc from 'fast-check';
import { NONE, tells, type Answers } from '../../src/domain/matching/answers.ts';
import { QUESTIONS, type Question } from '../../src/domain/matching/questions.ts';
import type { QuestionId } from '../../src/domain/catalogue/requirement.ts';

function valuesOf(question: Question): fc.Arbitrary<readonly string[]> {
  const values = question.options.map((option) => option.value);
  if (!question.many) return fc.constantFrom(...values).map((value) => [value]);
  return fc.subarray(values).map((chosen) => (chosen.length > 0 ? chosen : [NONE]));
}

/** One person's answers to every question; whom they teach is asked only where their place does not say it. */
export const aPersonsAnswers: fc.Arbitrary<Answers> = fc
  .tuple(...QUESTIONS.map((question) => valuesOf(question).map((values) => [question.id, values] as const)))
  .map((entries) => {
    const answers = new Map<QuestionId, readonly string[]>(entries);
    const setting = QUESTIONS.find(({ id }) => id === 'setting');
    if (setting && tells(setting, answers.get('setting') ?? []).phase) answers.delete('phase');
    return answers;
  });

/** One person's answers, and some of them: what they have answered so far. */
export const someAnswers: fc.Arbitrary<{ readonly all: Answers; readonly some: Answers }> = aPersonsAnswers.chain(
  (all) => fc.shuffledSubarray([...all]).map((entries) => ({ all, some: new Map(entries) })),
);
