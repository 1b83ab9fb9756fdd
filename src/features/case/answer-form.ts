import type { Ask } from '../../domain/case/case.ts';
import { faultOfName } from '../../domain/mail/mail-address.ts';
import {
  ANSWER_LIMITS,
  ANSWERS,
  answersTo,
  isContradiction,
  SPONSOR_ROLES,
  type Answer,
  type AskAnswer,
  type SponsorAnswer,
} from '../../domain/case/sponsor-answer.ts';
import type { Parsed, SentForm } from '../../http/form.ts';
import { isPlainText } from '../../schemas/plan-schema.ts';
import { ASK_WORDS } from '../../ui/case-words.ts';
import { formatCount } from '../../ui/format.ts';

/** The name of the field in which something is written beside an answer. */
export const WORDS_FIELD: Readonly<Partial<Record<Answer, string>>> = { if: 'condition', no: 'reason' };

export function askField(ask: Ask): string {
  return `ask-${ask}`;
}

export function conditionField(ask: Ask): string {
  return `${askField(ask)}-if`;
}

/**
 * Reads an answer to a case that asks for `asks`, its faults in the order of the page. A no needs its reason, a yes-if
 * its condition; a yes is to everything that is not answered otherwise; to a no the rest need not be answered.
 */
export function readAnswer(form: SentForm, asks: readonly Ask[]): Parsed<SponsorAnswer> {
  const errors = new Map<string, string>();
  const answer = ANSWERS.find((one) => one === form.one('answer'));
  if (!answer) errors.set('answer', 'Choose yes, yes if, or no');
  const words = wordsFor(form, answer, errors);
  const given = answer === 'no' || !answer ? {} : askAnswers(form, { asks, answer }, errors);
  const name = nameIn(form, errors);
  const role = SPONSOR_ROLES.find((one) => one === form.one('role'));
  if (!role) errors.set('role', 'Choose your role');
  if (answer && isContradiction({ answer, asks: given })) errors.set(askField('endorse'), CONTRADICTION);
  if (errors.size > 0 || !answer || !role) return { ok: false, errors };
  return { ok: true, value: { answer, words, asks: given, name, role } };
}

const CONTRADICTION =
  'You said yes to the case and no to endorsing it. Change one of them, or say “Yes, if” and your condition';

const MISSING: Readonly<Partial<Record<Answer, string>>> = {
  if: 'Say on what condition',
  no: 'Give a reason: it is what the applicant can go on from',
};

function wordsFor(form: SentForm, answer: Answer | undefined, errors: Map<string, string>): string {
  const field = answer && WORDS_FIELD[answer];
  if (answer === undefined || field === undefined) return '';
  const words = form.one(field);
  const problem = problemOf(words, MISSING[answer] ?? '', ANSWER_LIMITS.words);
  if (problem !== undefined) errors.set(field, problem);
  return words;
}

function problemOf(words: string, missing: string, most: number): string | undefined {
  if (words === '') return missing;
  if (words.length > most) return `Use ${formatCount(most, 'letter')} or fewer, so that it fits on the page`;
  return isPlainText(words) ? undefined : 'It holds characters that cannot be shown';
}

function askAnswers(
  form: SentForm,
  whole: { readonly asks: readonly Ask[]; readonly answer: Answer },
  errors: Map<string, string>,
): SponsorAnswer['asks'] {
  const given: Partial<Record<Ask, AskAnswer>> = {};
  for (const ask of whole.asks) {
    const isLeftToYes = whole.answer === 'yes' && form.one(askField(ask)) === '';
    const answer = isLeftToYes ? 'yes' : answersTo(ask).find((one) => one === form.one(askField(ask)));
    if (!answer) {
      errors.set(
        askField(ask),
        `To ${ASK_WORDS[ask].ask}: choose ${answersTo(ask).length === 2 ? 'yes or no' : 'yes, yes if, or no'}`,
      );
      continue;
    }
    const condition = answer === 'if' ? form.one(conditionField(ask)).replaceAll(/\s+/g, ' ') : '';
    const problem =
      answer === 'if' ? problemOf(condition, 'Say on what condition', ANSWER_LIMITS.condition) : undefined;
    if (problem !== undefined) errors.set(conditionField(ask), problem);
    given[ask] = { answer, condition };
  }
  return given;
}

function nameIn(form: SentForm, errors: Map<string, string>): string {
  const name = form.one('name').replaceAll(/\s+/g, ' ');
  const fault = name === '' ? 'Enter your name' : faultOfName(name);
  if (fault !== undefined) errors.set('name', fault);
  return name;
}

/** Each field as its input shows it. */
export type TypedAnswer = (field: string) => string;

/** An answer that was given, to be changed. */
export function typedAnswer(given: SponsorAnswer | undefined, name: string): TypedAnswer {
  const fields = new Map<string, string>([['name', given?.name ?? name]]);
  if (given) {
    fields.set('answer', given.answer);
    fields.set('role', given.role);
    const words = WORDS_FIELD[given.answer];
    if (words !== undefined) fields.set(words, given.words);
    for (const [ask, said] of Object.entries(given.asks) as [Ask, AskAnswer][]) {
      fields.set(askField(ask), said.answer);
      fields.set(conditionField(ask), said.condition);
    }
  }
  return (field) => fields.get(field) ?? '';
}
