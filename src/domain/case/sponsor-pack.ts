import type { Ask } from './case.ts';
import type { AskAnswer, GivenAnswer } from './sponsor-answer.ts';

/** One answer as a provider's form asks for it: text that can be pasted as it is. */
export interface PackItem {
  readonly id: Ask | 'sponsor';
  readonly title: string;
  /** Topic of the fact that says which providers ask it; none where no fact says. */
  readonly topic: string | undefined;
  readonly text: string;
}

export interface PackContext {
  readonly answer: GivenAnswer;
  /** `23 November 2026` */
  readonly day: string;
  /** As a provider's form names the role. */
  readonly role: string;
  readonly address: string;
  readonly applicant: string;
  /** What the case is for: `the NPQ in Senior Leadership`. */
  readonly what: string;
  readonly school: string | undefined;
}

interface PackQuestion {
  readonly title: string;
  readonly topic?: string;
  /** What is agreed to, after "The school" or "The sponsor". */
  readonly yes: (context: PackContext) => string;
  readonly no: (context: PackContext) => string;
}

const QUESTIONS: Readonly<Record<Ask, PackQuestion>> = {
  endorse: {
    title: 'The sponsor’s endorsement',
    topic: 'npq-sponsor',
    yes: ({ applicant, what }) => `The sponsor endorses ${applicant}’s application for ${what}.`,
    no: ({ applicant, what }) => `The sponsor does not endorse ${applicant}’s application for ${what}.`,
  },
  'pay-if-unfunded': {
    title: 'Paying the fee if no funded place comes',
    topic: 'npq-school-agreement',
    yes: () => 'The school agrees to pay the fee if no funded place is confirmed.',
    no: () => 'The school does not agree to pay the fee if no funded place is confirmed.',
  },
  'arrange-cover': {
    title: 'Cover for the days out of class',
    topic: 'npq-school-agreement',
    yes: () => 'The school will arrange cover for the days out of class.',
    no: () => 'The school will not arrange cover for the days out of class.',
  },
  'pay-travel': {
    title: 'Travel',
    topic: 'npq-school-agreement',
    yes: () => 'The school will pay travel to the days that are face to face.',
    no: () => 'The school will not pay travel to the days that are face to face.',
  },
  'release-time': {
    title: 'Release time',
    yes: ({ what }) => `The school will give the release time that ${what} needs.`,
    no: ({ what }) => `The school will not give release time for ${what}.`,
  },
  'confirm-employment': {
    title: 'Employment',
    yes: ({ applicant, school }) => `The sponsor confirms that ${applicant} works at ${school ?? 'the school'}.`,
    no: ({ applicant, school }) => `The sponsor does not confirm that ${applicant} works at ${school ?? 'the school'}.`,
  },
};

/** The answers in the order of the case, each whole in itself: who said it and when stands in every one. */
export function packOf(asks: readonly Ask[], context: PackContext): readonly PackItem[] {
  return [
    ...asks.flatMap((ask): readonly PackItem[] => {
      const given = context.answer.asks[ask];
      if (!given) return [];
      const { title, topic } = QUESTIONS[ask];
      return [{ id: ask, title, topic, text: `${said(ask, given, context)} ${signedBy(context)}` }];
    }),
    { id: 'sponsor', title: 'The sponsor’s details', topic: undefined, text: detailsOf(context) },
  ];
}

function said(ask: Ask, { answer, condition }: AskAnswer, context: PackContext): string {
  const { yes, no } = QUESTIONS[ask];
  if (answer === 'no') return no(context);
  return answer === 'yes' ? yes(context) : `${yes(context)} On this condition: ${sentence(condition)}`;
}

function signedBy({ answer: { name }, role, day }: PackContext): string {
  return `Given by ${name}, ${role}, on ${day}.`;
}

function detailsOf({ answer: { name }, role, address, day, school }: PackContext): string {
  return [
    `Name: ${name}`,
    `Role: ${role}`,
    ...(school === undefined ? [] : [`School: ${school}`]),
    `Email: ${address}`,
    `Answered on: ${day}`,
  ].join('\n');
}

/** What somebody wrote, ended as a sentence and in one line: forms have small fields. */
function sentence(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ');
  return /[.?!…]$/.test(line) ? line : `${line}.`;
}
