import { tells } from './answers.ts';
import type { IsoDate } from '../date.ts';
import type { Profile } from './profile.ts';
import type { Option } from './question-options.ts';
import type { Question } from './questions.ts';
import type { Requirement } from '../catalogue/requirement.ts';
import { judge } from './rules.ts';

/** What a profile does to one requirement: nothing in the way, something for now, for good, or it does not say. */
export type Effect = 'clear' | 'not-yet' | 'no' | 'untold';

export function effectOf(requirement: Requirement, profile: Profile, day: IsoDate): Effect {
  const { outcome, permanent, owner } = judge(requirement, profile, day);
  if (outcome === 'not-met') return permanent ? 'no' : 'not-yet';
  return owner === 'teacher' ? 'untold' : 'clear';
}

/** How likely each effect of an answer is, over the workforce: only the order of the questions hangs on it. */
export interface Chances {
  readonly clear: number;
  readonly notYet: number;
  readonly no: number;
}

/** What an answer to one question is likely to do to an opportunity with these requirements. */
export function chancesOf(question: Question, requirements: readonly Requirement[], day: IsoDate): Chances {
  const chances = { clear: 0, notYet: 0, no: 0 };
  for (const { values, chance } of question.many ? ticked(question, requirements, day) : chosen(question.options)) {
    const told = tells(question, values);
    const effects = requirements.map((requirement) => effectOf(requirement, told, day));
    chances[effects.includes('no') ? 'no' : effects.includes('not-yet') ? 'notYet' : 'clear'] += chance;
  }
  return chances;
}

interface Answer {
  readonly values: readonly string[];
  readonly chance: number;
}

function chosen(options: readonly Option[]): readonly Answer[] {
  const total = options.reduce((sum, option) => sum + option.weight, 0);
  return options.map(({ value, weight }) => ({ values: [value], chance: weight / total }));
}

/** Every way of ticking the boxes that matter to a requirement here, each box ticked or not on its own. */
function ticked(question: Question, requirements: readonly Requirement[], day: IsoDate): readonly Answer[] {
  const effects = (values: readonly string[]) =>
    requirements.map((requirement) => effectOf(requirement, tells(question, values), day)).join();
  const none = effects(['none']);
  const mattering = question.options.filter(({ value }) => effects([value]) !== none);
  return mattering.reduce<readonly Answer[]>(
    (answers, { value, weight }) =>
      answers.flatMap(({ values, chance }) => [
        { values, chance: chance * (1 - weight / 100) },
        { values: [...values.filter((one) => one !== 'none'), value], chance: (chance * weight) / 100 },
      ]),
    [{ values: ['none'], chance: 1 }],
  );
}
