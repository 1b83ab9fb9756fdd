import { z } from 'zod';
import { ASKS, CASE_LIMITS, type CaseDraft } from '../../domain/case/case.ts';
import { PROMPTS } from '../../domain/plan/plan-prompts.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { SentForm } from '../../http/form.ts';
import { isPlainText } from '../../schemas/plan-schema.ts';
import { formatCount } from '../../ui/format.ts';

/** What the teacher writes, in the order of its page. Nothing has to be filled in to be saved. */
export function caseForm(steps: readonly string[]) {
  return z.object({
    steps: z
      .array(z.string())
      .refine((ids) => ids.every((id) => steps.includes(id)), 'Choose steps of your plan that are still to come')
      .refine(
        (ids) => ids.length <= CASE_LIMITS.steps,
        `Choose up to ${formatCount(CASE_LIMITS.steps, 'step')}: a case has one page`,
      ),
    why: words('What you write of your pupils', CASE_LIMITS.why),
    back: words('What you write of what comes back', CASE_LIMITS.back),
    asks: z
      .array(z.string())
      .refine((asks) => asks.every((ask) => ASKS.some((one) => one === ask)), 'Choose from what is listed'),
    days: amount(DAYS, 195, 'Days out of class in a year must be a number, such as 4 or 2.5, and fit in a school year'),
    'day-cost': amount(MONEY, 2000, 'A day’s cover must be an amount in pounds, such as 220'),
    travel: amount(MONEY, 20_000, 'Travel in a year must be an amount in pounds, such as 60'),
  });
}

function words(what: string, most: number) {
  return z
    .string()
    .refine(
      (text) => text.length <= most,
      `${what} must be ${formatCount(most, 'letter')} or fewer, to fit on one page`,
    )
    .refine(isPlainText, `${what} holds characters that cannot be shown`);
}

const DAYS = /^\d{1,3}(\.\d{1,2})?$/;
const MONEY = /^\d{1,6}(\.\d{1,2})?$/;

function amount(pattern: RegExp, most: number, message: string) {
  return z
    .string()
    .transform((text) => text.replace(/^£/, '').replaceAll(',', ''))
    .refine((text) => text === '' || (pattern.test(text) && Number(text) <= most), message)
    .transform((text) => (text === '' ? null : Number(text)));
}

/** What was sent, as it is kept. */
export function draftFrom(value: z.output<ReturnType<typeof caseForm>>): CaseDraft {
  return {
    steps: value.steps,
    why: value.why,
    back: value.back,
    asks: ASKS.filter((ask) => value.asks.includes(ask)),
    days: value.days,
    dayCost: inPence(value['day-cost']),
    travel: inPence(value.travel),
  };
}

function inPence(pounds: number | null): number | null {
  return pounds === null ? null : Math.round(pounds * 100);
}

/** Each field as its input shows it. */
export interface Typed {
  readonly steps: readonly string[];
  readonly why: string;
  readonly back: string;
  readonly asks: readonly string[];
  readonly days: string;
  readonly dayCost: string;
  readonly travel: string;
}

export function typedOf(draft: CaseDraft): Typed {
  const pounds = (pence: number | null) => (pence === null ? '' : String(pence / 100));
  return {
    ...draft,
    days: draft.days === null ? '' : String(draft.days),
    dayCost: pounds(draft.dayCost),
    travel: pounds(draft.travel),
  };
}

export function typedIn(form: SentForm): Typed {
  return {
    steps: form.all('steps'),
    why: form.one('why'),
    back: form.one('back'),
    asks: form.all('asks'),
    days: form.one('days'),
    dayCost: form.one('day-cost'),
    travel: form.one('travel'),
  };
}

/** What was written in the phases and can be taken over, in the order it was asked. */
export function takeable({
  answers,
}: Plan): readonly { readonly id: string; readonly ask: string; readonly said: string }[] {
  return PROMPTS.flatMap(({ id, ask }) => {
    const said = (answers[id] ?? '').trim();
    return said === '' ? [] : [{ id, ask, said }];
  });
}

/** The text with what was chosen from the phases put after it. It is only shown: nothing is saved yet. */
export function withTaken(typed: Typed, plan: Plan, chosen: readonly string[]): Typed {
  const taken = takeable(plan).filter(({ id, said }) => chosen.includes(id) && !typed.why.includes(said));
  return {
    ...typed,
    why: [typed.why.trim(), ...taken.map(({ said }) => said)].filter((part) => part !== '').join('\n'),
  };
}
