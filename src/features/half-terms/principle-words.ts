import type { TermPrinciples } from '../../domain/calendar/term-principles.ts';
import { formatCount } from '../../ui/format.ts';

const AUTUMN: Readonly<Record<TermPrinciples['autumnHalfTerm'], string>> = {
  'last-full-week-of-october': 'The autumn half term is the last week of October that lies wholly in it.',
  'week-of-29-october': 'The autumn half term is the last week of October, even where it ends in November.',
};

const SPRING: Readonly<Record<TermPrinciples['springHalfTerm'], string>> = {
  'second-full-week-of-february': 'The spring half term is the second full week of February.',
  'third-full-week-of-february': 'The spring half term is the third full week of February.',
};

const EASTER: Readonly<Record<TermPrinciples['easter'], string>> = {
  'near-early-april-with-easter':
    'The Easter break is as near to early April as it can be with the Easter bank holidays in it.',
  'first-two-weeks-of-april': 'The spring break is early April, wherever Easter falls; its bank holidays are kept.',
};

const CHRISTMAS: Readonly<Record<TermPrinciples['christmas'], string>> = {
  'two-weeks-from-christmas-week': 'The Christmas break begins with the week in which Christmas Day is.',
};

const SUMMER: Readonly<Record<TermPrinciples['summerHalfTerm'], string>> = {
  'week-of-last-monday-of-may': 'The summer half term is the week of the last Monday in May.',
};

/** An area's principles in sentences, in the order of the school year. */
export function principleWords(principles: TermPrinciples): readonly string[] {
  const { autumnInsetDays, springInsetDays, pupilDays } = principles;
  return [
    `Pupils come in September after ${formatCount(autumnInsetDays, 'day')} for staff alone.`,
    AUTUMN[principles.autumnHalfTerm],
    CHRISTMAS[principles.christmas],
    `Pupils come back in January after ${formatCount(springInsetDays, 'day')} for staff alone.`,
    SPRING[principles.springHalfTerm],
    EASTER[principles.easter],
    SUMMER[principles.summerHalfTerm],
    `The year ends when pupils have been taught on ${formatCount(pupilDays, 'day')}.`,
  ];
}
