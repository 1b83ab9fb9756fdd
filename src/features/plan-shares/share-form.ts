import { z } from 'zod';
import { schoolDatesOf, schoolDaysAfter } from '../../domain/calendar/school-time.ts';
import type { DayCatalogue } from '../../domain/catalogue/catalogue.ts';
import { addDays, type IsoDate } from '../../domain/date.ts';
import { comparableAddress, faultOfName, parseMailbox } from '../../domain/mail/mail-address.ts';
import { isSection, SHARE_DAYS, type Section } from '../../domain/conversation/share.ts';
import type { Plan } from '../../domain/plan/plan.ts';
import type { FieldErrors, SentForm } from '../../http/form.ts';
import { parseForm } from '../../http/form.ts';
import { isId } from '../../http/private-link.ts';

/** In how many school days an answer is asked for: a week, two, or four. */
export const ANSWER_IN = ['5', '10', '20'] as const;
/** How many days a link works. */
export const WORKS_FOR = ['30', `${SHARE_DAYS}`, '365'] as const;

/** With whom a plan is to be shared, as its owner wrote it. */
export interface Sharing {
  readonly name: string;
  readonly address: string;
  /** What the reader knows the owner by. */
  readonly yourName: string;
  readonly sections: readonly Section[];
  readonly answerIn: (typeof ANSWER_IN)[number];
  readonly worksFor: (typeof WORKS_FOR)[number];
  /** The share whose reader this one stands in for, by its id; empty where nobody is replaced. */
  readonly standsInFor: string;
}

const aName = (missing: string) =>
  z
    .string()
    .min(1, missing)
    .superRefine((name, context) => {
      const message = faultOfName(name);
      if (message !== undefined) context.addIssue({ code: 'custom', message });
    });

const anAddress = z.string().transform((typed, context) => {
  const parsed = parseMailbox({ address: typed });
  if (parsed.ok) return comparableAddress(parsed.mailbox);
  context.addIssue({ code: 'custom', message: typed === '' ? 'Enter their email address' : parsed.problem });
  return z.NEVER;
});

const FORM = z.object({
  name: aName('Enter their name, as you would write it to them'),
  address: anAddress,
  yourName: aName('Enter your name, as they know you'),
  sections: z.array(z.string()).transform((sent) => sent.filter(isSection)),
  answerIn: z.enum(ANSWER_IN, 'Choose by when you would like an answer'),
  worksFor: z.enum(WORKS_FOR, 'Choose how long their link works'),
  standsInFor: z.string().transform((id) => (isId(id) ? id : '')),
});

export type ParsedSharing =
  { readonly ok: true; readonly value: Sharing } | { readonly ok: false; readonly errors: FieldErrors };

/** Reads with whom a plan is to be shared. `own` is the owner's address: nobody agrees their own plan. */
export function parseSharing(form: SentForm, own: string): ParsedSharing {
  const parsed = parseForm(FORM, form);
  const typed = parseMailbox({ address: form.one('address') });
  if (!typed.ok || comparableAddress(typed.mailbox) !== own.toLowerCase()) return parsed;
  const errors = parsed.ok ? [] : parsed.errors;
  return { ok: false, errors: new Map([...errors, ['address', OWN_ADDRESS]]) };
}

const OWN_ADDRESS = 'This is your own email address. A plan is agreed with somebody else';

/** The parts somebody chose to show, on the page of one share. */
export function sectionsIn(form: SentForm): readonly Section[] {
  return form.all('sections').filter(isSection);
}

/** A form's fields, to be carried on unseen. */
export function fieldsOf(sharing: Sharing): readonly (readonly [name: string, value: string])[] {
  const { name, address, yourName, sections, answerIn, worksFor, standsInFor } = sharing;
  return [
    ['name', name],
    ['address', address],
    ['yourName', yourName],
    ...sections.map((section) => ['sections', section] as const),
    ['answerIn', answerIn],
    ['worksFor', worksFor],
    ['standsInFor', standsInFor],
  ];
}

/** By which school day an answer is asked for, and the last day of the link: never before the answer. */
export function daysOfSharing(
  { answerIn, worksFor }: Pick<Sharing, 'answerIn' | 'worksFor'>,
  { plan, on, today }: { readonly plan: Plan; readonly on: DayCatalogue; readonly today: IsoDate },
): { readonly answerBy: IsoDate; readonly expiresOn: IsoDate } {
  const answerBy = schoolDaysAfter(today, Number(answerIn), schoolDatesOf(plan.profile, on.catalogue));
  const last = addDays(today, Number(worksFor));
  return { answerBy, expiresOn: last < answerBy ? answerBy : last };
}
