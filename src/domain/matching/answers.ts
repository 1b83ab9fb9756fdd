import type { Profile } from './profile.ts';
import { questionOf, QUESTIONS, type Question } from './questions.ts';
import type { QuestionId } from '../catalogue/requirement.ts';
import { isTold, tellsNone } from './told.ts';

/** What stands in the address for a question the teacher passed over, and for "none of these". */
export const SKIPPED = 'skip';
export const NONE = 'none';

/** The answers given, by question; each a list of option values, `[SKIPPED]` or `[NONE]`. */
export type Answers = ReadonlyMap<QuestionId, readonly string[]>;

/** What one answer tells. Values that no option has are dropped: an old or a mistyped address still works. */
export function tells(question: Question, values: readonly string[]): Partial<Profile> {
  if (values.includes(SKIPPED)) return {};
  const chosen = question.options.filter((option) => values.includes(option.value));
  const [first] = chosen;
  if (!first) return question.many && values.includes(NONE) ? tellsNone(question.id) : {};
  if (!question.many) return first.tells;
  return chosen.reduce((told, option) => joined(told, option.tells), tellsNone(question.id));
}

function joined(a: Partial<Profile>, b: Partial<Profile>): Partial<Profile> {
  const both: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const held = both[key];
    both[key] = Array.isArray(held) && Array.isArray(value) ? [...new Set([...held, ...value])] : value;
  }
  return both as Partial<Profile>;
}

/**
 * All that the answers tell, whatever the order they were given in. Where two tell the same thing the earlier question
 * stands: who says "a secondary school" has said the age group, and an older answer to that is overruled.
 */
export function profileFrom(answers: Answers): Profile {
  let profile: Profile = {};
  for (const question of QUESTIONS.toReversed()) {
    const values = answers.get(question.id);
    if (values) profile = { ...profile, ...tells(question, values) };
  }
  return profile;
}

/** The answers that tell what a profile says, each unsaid thing skipped: how a profile on file fills the questions. */
export function answersFrom(profile: Profile): Answers {
  return new Map(QUESTIONS.map(({ id }) => [id, isTold(id, profile) ? valuesOf(id, profile) : [SKIPPED]]));
}

function valuesOf(id: QuestionId, profile: Profile): readonly string[] {
  const question = questionOf(id);
  const said = question.options.filter((option) => agrees(option.tells, profile));
  if (said.length > 0) return question.many ? said.map((option) => option.value) : [nearest(id, said, profile)];
  return question.many ? [NONE] : [SKIPPED];
}

function nearest(id: QuestionId, said: readonly { readonly value: string }[], profile: Profile): string {
  if (id !== 'years-teaching') return said[0]?.value ?? SKIPPED;
  return said.toReversed().find((option) => Number(option.value) <= (profile.yearsTeaching ?? 0))?.value ?? '1';
}

function agrees(said: Partial<Profile>, profile: Profile): boolean {
  return Object.keys(said).every((key) => saysTheSame(key as keyof Profile, said, profile));
}

function saysTheSame(key: keyof Profile, said: Partial<Profile>, profile: Profile): boolean {
  switch (key) {
    case 'yearsTeaching':
      return (
        profile.yearsTeaching !== undefined &&
        (said.yearsTeaching === 1 || profile.yearsTeaching >= (said.yearsTeaching ?? 0))
      );
    // Only a head is asked whether they are new to it.
    case 'newHeadteacher':
      return profile.role !== 'headteacher' || profile.newHeadteacher === said.newHeadteacher;
    case 'setting':
      return profile.setting?.kind === said.setting?.kind;
    case 'inEngland':
      return (profile.inEngland ?? true) === said.inEngland;
    case 'npqs':
      return (said.npqs ?? []).every(({ code }) => profile.npqs?.some((held) => held.code === code));
    default:
      return holdsAll(profile[key], said[key]);
  }
}

function holdsAll(held: unknown, said: unknown): boolean {
  return Array.isArray(said) ? Array.isArray(held) && said.every((one) => held.includes(one)) : held === said;
}
