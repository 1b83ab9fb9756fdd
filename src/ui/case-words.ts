import type { Ask, CaseReader } from '../domain/case/case.ts';
import type { Belonging } from '../domain/case/school-email.ts';
import type { Answer, SponsorRole } from '../domain/case/sponsor-answer.ts';

/** What a case is called that nothing is chosen for yet. */
export const NOTHING_YET = 'A case for nothing yet';

/* What a case is called, asks and is answered with: the same on every page, in the PDF and in the text to copy. */

interface AskWords {
  /** Follows "You are asked to". */
  readonly ask: string;
  /** The question its answer is given to. */
  readonly question: string;
}

export const ASK_WORDS: Readonly<Record<Ask, AskWords>> = {
  endorse: {
    ask: 'endorse the application as sponsor',
    question: 'Do you endorse the application as sponsor?',
  },
  'pay-if-unfunded': {
    ask: 'agree that the school pays the fee if no funded place is confirmed',
    question: 'Does the school pay the fee if no funded place is confirmed?',
  },
  'arrange-cover': {
    ask: 'arrange cover for the days out of class',
    question: 'Will the school arrange cover for the days out of class?',
  },
  'pay-travel': {
    ask: 'pay travel to the days that are face to face',
    question: 'Will the school pay travel to the days that are face to face?',
  },
  'release-time': {
    ask: 'give the release time it needs',
    question: 'Will the school give the release time it needs?',
  },
  'confirm-employment': {
    ask: 'confirm that the applicant works at the school',
    question: 'Do you confirm that the applicant works at the school?',
  },
};

/** What is asked for as one sentence ends: `endorse …; arrange …`. */
export function asksInWords(asks: readonly Ask[]): string {
  return asks.map((ask) => ASK_WORDS[ask].ask).join('; ');
}

export const READER_WORDS: Readonly<
  Record<CaseReader, { readonly one: string; readonly kind: string; readonly your: string }>
> = {
  head: { one: 'the head', kind: 'A case for the head', your: 'your head' },
  governor: { one: 'a governor', kind: 'A case for a governor', your: 'a governor' },
};

/** Whom the sentences of the rules speak to, for the sponsor who reads them. */
export const RULES_SPEAK_TO = 'Where the rules say “you” they mean the applicant.';

export const ANSWER_WORDS: Readonly<Record<Answer, string>> = { yes: 'Yes', if: 'Yes, if', no: 'No' };

export const ROLE_WORDS: Readonly<Record<SponsorRole, string>> = {
  headteacher: 'Headteacher',
  'head-of-school': 'Head of school',
  'executive-head': 'Executive head',
  'chair-of-governors': 'Chair of governors',
  governor: 'Governor',
  'trust-leader': 'Trust leader',
  deputy: 'Deputy head, acting for the head',
};

/** Whether the sponsor's address shows that they belong to the school, said to either side. */
export function belongingWords(belonging: Belonging, domain: string): string {
  if (belonging.kind === 'confirmed')
    return belonging.by === 'website'
      ? `Confirmed: ${domain} is the domain of the school’s own website, by the register of schools.`
      : `Confirmed: the hub has confirmed ${domain} as the school’s domain.`;
  return `Not confirmed: ${UNCONFIRMED[belonging.why]} A provider will check who the sponsor is.`;
}

const UNCONFIRMED: Readonly<Record<Extract<Belonging, { kind: 'unconfirmed' }>['why'], string>> = {
  'no-school': 'the plan names no school to compare the email address with.',
  'free-mail': 'it is an email address that anybody can have.',
  'no-website': 'no website is held for the school to compare the email address with.',
  'shared-website': 'the website held for the school is not the school’s alone.',
  'other-domain': 'the email address is not at the domain of the school’s website. It may be a trust’s.',
};
