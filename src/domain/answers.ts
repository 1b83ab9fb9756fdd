import type { Profile } from './profile.ts';
import { isTold, questionOf, QUESTIONS, tellsNone, type Question } from './questions.ts';
import type { QuestionId } from './requirement.ts';

/** What stands in the address for a question the teacher passed over, and for "none of these". */
export const SKIPPED = 'skip';
export const NONE = 'none';

/** The answers given, by question; each a list of option values, `[SKIPPED]` or `[NONE]`. */
export type Answers = ReadonlyMap<QuestionId, readonly string[]>;

/** What one answer tells. Values that no option has are dropped: an old or a mistyped address still works. */
export function tells(question: Question, values: readonly string[]): Partial<Profile> {
  if (values.includes(SKIPPED)) return {};
  const chosen = question.options.filter((option) => values.includes(option.value));
  const [first, ...others] = chosen;
  if (!first) return question.many && values.includes(NONE) ? tellsNone(question.id) : {};
  if (!question.many) return first.tells;
  return others.reduce((told, option) => joined(told, option.tells), first.tells);
}

function joined(a: Partial<Profile>, b: Partial<Profile>): Partial<Profile> {
  const both: Record<string, unknown> = { ...a };
  for (const [key, value] of Object.entries(b)) {
    const held = both[key];
    both[key] = Array.isArray(held) && Array.isArray(value) ? [...held, ...value] : value;
  }
  return both as Partial<Profile>;
}

/** All that the answers tell, whatever the order they were given in. */
export function profileFrom(answers: Answers): Profile {
  let profile: Profile = {};
  for (const question of QUESTIONS) {
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

function agrees(told: Partial<Profile>, profile: Profile): boolean {
  return Object.entries(told).every(([key, value]) => {
    const held = profile[key as keyof Profile];
    if (key === 'yearsTeaching') return typeof held === 'number' && (held >= (value as number) || value === 1);
    if (key === 'setting') return profile.setting?.kind === (value as { kind: string }).kind;
    if (key === 'inEngland') return (held ?? true) === value;
    if (key === 'npqs') {
      return (value as readonly { code: string }[]).every((npq) => profile.npqs?.some((own) => own.code === npq.code));
    }
    if (Array.isArray(value)) return Array.isArray(held) && value.every((one) => held.includes(one as never));
    return held === value;
  });
}
