import type { Lane } from '../job.ts';

/** What all mails of a kind have in common. */
export interface MailKindFacts {
  /** What it is, on the page where one chooses which mails to get. */
  readonly name: string;
  /** Ends the sentence "You get this mail because …". */
  readonly because: string;
  /** Whether one can say that one does not want it. What somebody has just asked for cannot be switched off. */
  readonly canBeOff: boolean;
  readonly lane: Exclude<Lane, 'other'>;
  /** How long it is worth delivering: through an outage of some days, or only while somebody waits for it. */
  readonly worthHours: number;
}

const FOUR_DAYS = 96;

export const MAIL_KINDS = {
  'sign-in': {
    name: 'A link that signs you in',
    because:
      'somebody asked to sign in with this address. If that was not you, delete this mail: nothing happens unless somebody opens the link in it and presses the button there.',
    canBeOff: false,
    lane: 'mail-now',
    // As long as the link works.
    worthHours: 0.25,
  },
  'own-plan': {
    name: 'A link to your plan',
    because:
      'somebody asked for the link to their plan to be sent to this address. If that was not you, delete this mail: nothing else will follow it.',
    canBeOff: false,
    lane: 'mail-now',
    worthHours: 24,
  },
  account: {
    name: 'What happens with your account',
    because: 'there is, or was until now, an account in Next Steps under this address, and its owner has to know this.',
    canBeOff: false,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  'new-address': {
    name: 'A link that confirms a new address',
    because:
      'somebody asked to move their account in Next Steps to this address. If that was not you, delete this mail: nothing has changed and nothing will.',
    canBeOff: false,
    lane: 'mail-now',
    worthHours: 1,
  },
  shared: {
    name: 'Plans that somebody asks you to read',
    because: 'somebody gave this address for a person they want to share their plan with.',
    canBeOff: true,
    lane: 'mail-now',
    worthHours: FOUR_DAYS,
  },
  conversation: {
    name: 'That somebody has answered a plan you share',
    because: 'you share a plan, and whoever you share it with has answered or written something.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  case: {
    name: 'Cases that teachers ask you to answer as their sponsor',
    because: 'a teacher gave this address as that of their sponsor and asks for an answer.',
    canBeOff: true,
    lane: 'mail-now',
    worthHours: FOUR_DAYS,
  },
  'case-answer': {
    name: 'Answers to a case you sent',
    because: 'you sent a case to your sponsor and asked for an answer.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  reminder: {
    name: 'Reminders of a plan or a case you sent, or were asked to answer',
    because:
      'this address was given for a plan or a case in Next Steps, and something in it waits, or waited, for an answer.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  invitation: {
    name: 'Invitations to talk about a plan',
    because:
      'a time was chosen to talk about a plan in Next Steps, and this is the address of one of the two who talk. If that is not you, delete this mail.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  alert: {
    name: 'What has changed in a list you follow',
    because: 'you asked to hear when something changes.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
  reflection: {
    name: 'When it is time to look back on a plan of yours',
    because: 'you asked to hear when your plan has a question for you.',
    canBeOff: true,
    lane: 'mail',
    worthHours: FOUR_DAYS,
  },
} as const satisfies Readonly<Record<string, MailKindFacts>>;

export type MailKind = keyof typeof MAIL_KINDS;

export function isMailKind(text: string): text is MailKind {
  return Object.hasOwn(MAIL_KINDS, text);
}

/** The kinds one can switch off, in the order they are offered. */
export const KINDS_TO_CHOOSE: readonly MailKind[] = Object.keys(MAIL_KINDS)
  .filter(isMailKind)
  .filter((kind) => MAIL_KINDS[kind].canBeOff);
