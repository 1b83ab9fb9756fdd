import { z } from 'zod';
import { addHalfTerms, ordinalOf, parseHalfTermId, type HalfTermId } from '../../domain/calendar/half-term.ts';
import type { StepChanges } from '../../domain/plan/plan-edits.ts';
import {
  LIMITS,
  OWNERS,
  PHASE_IDS,
  STEP_STATES,
  type Place,
  type Plan,
  type PlanStep,
} from '../../domain/plan/plan.ts';
import { ROUTE_IDS } from '../../domain/catalogue/route.ts';
import { isPlainText } from '../../schemas/plan-schema.ts';

const HOURS = /^\d{1,3}(\.\d{1,2})?$/;
const MONEY = /^\d{1,5}(\.\d{1,2})?$/;

const plain = (what: string) => z.string().refine(isPlainText, `${what} holds characters that are no text`);

const hours = z
  .string()
  .refine((text) => text === '' || (HOURS.test(text) && Number(text) <= LIMITS.hoursInHalfTerm), {
    message: `Hours in each half term must be a number from 0 to ${LIMITS.hoursInHalfTerm}, such as 6.5`,
  })
  .transform((text) => (text === '' ? null : Number(text)));

const cost = z
  .string()
  .transform((text) => text.replace(/^£/, '').replaceAll(',', ''))
  .refine((text) => text === '' || MONEY.test(text), 'What it costs you must be an amount in pounds, such as 89')
  .transform((text) => (text === '' ? null : Math.round(Number(text) * 100)));

const lasts = z
  .string()
  .refine(
    (text) => /^\d{1,2}$/.test(text) && Number(text) >= 1 && Number(text) <= LIMITS.duration,
    `How many half terms it lasts must be a whole number from 1 to ${LIMITS.duration}`,
  )
  .transform(Number);

/** A half term of the timetable, or one of the places beside it. */
const when = z.string().refine((text) => isPlace(text) || parseHalfTermId(text) !== undefined, {
  message: 'Choose a half term, “some day” or “you already have it”',
});

function isPlace(text: string): text is Exclude<Place, 'timetable'> {
  return text === 'some-day' || text === 'already-have';
}

const oneOf = <T extends readonly [string, ...string[]]>(values: T, message: string) =>
  z.string().refine((text): text is T[number] => values.includes(text), message);

const name = plain('The name')
  .min(1, 'Give the step a name')
  .max(LIMITS.stepName, `A name has up to ${LIMITS.stepName} letters`)
  .refine((text) => !text.includes('\n'), 'A name is one line');

/** A step of one's own, in the order of its page. */
export const ownStepForm = z.object({
  name,
  route: oneOf(ROUTE_IDS, 'Choose the route it is on'),
  when,
  lasts,
  hours,
});

/** All that can be changed of a step, in the order of its page. */
export const stepForm = z.object({
  name,
  when,
  lasts,
  hours,
  cost,
  owner: oneOf(OWNERS, 'Choose who acts'),
  state: oneOf(STEP_STATES, 'Choose how far it is'),
  phase: oneOf(PHASE_IDS, 'Choose the phase it belongs to'),
  needs: z.array(z.string().max(10)).max(LIMITS.steps),
  note: plain('The note').max(LIMITS.note, `A note has up to ${LIMITS.note} letters`),
});

export type StepForm = z.output<typeof stepForm>;
export type OwnStepForm = z.output<typeof ownStepForm>;

/** Where a form puts a step. */
export function whereOf(text: string): Pick<PlanStep, 'place' | 'start'> {
  if (isPlace(text)) return { place: text, start: null };
  return { place: 'timetable', start: parseHalfTermId(text) ?? null };
}

/** What a sent form changes of a step. Hours left as they were shown stay uneven if they were, and keep their basis. */
export function changesFrom(form: StepForm, step: PlanStep): StepChanges {
  const isUntouched = form.lasts === step.hours.length && form.hours === shownHours(step);
  const each = form.hours ?? 0;
  return {
    name: form.name,
    cost: form.cost,
    owner: form.owner as PlanStep['owner'],
    state: form.state as PlanStep['state'],
    phase: form.phase as PlanStep['phase'],
    needs: form.needs,
    note: form.note,
    ...(isUntouched
      ? {}
      : {
          hours: Array.from({ length: form.lasts }, () => each),
          hoursBasis: form.hours === null ? ('not-known' as const) : ('yours' as const),
        }),
  };
}

/** The hours of one half term, rounded as they are shown; `null` where they are not known. */
export function shownHours({ hours: all, hoursBasis }: PlanStep): number | null {
  if (hoursBasis === 'not-known') return null;
  const mean = all.reduce((sum, each) => sum + each, 0) / all.length;
  return Math.round(mean * 100) / 100;
}

/** The half terms of a plan's timetable, to choose from. */
export function halfTermsToChoose({ first, halfTerms }: Plan): readonly HalfTermId[] {
  return Array.from({ length: halfTerms }, (_, index) => addHalfTerms(first, index));
}

/** Whether a half term is one that the timetable shows. */
export function isShown(plan: Plan, halfTerm: HalfTermId): boolean {
  const at = ordinalOf(halfTerm) - ordinalOf(plan.first);
  return at >= 0 && at < plan.halfTerms;
}
