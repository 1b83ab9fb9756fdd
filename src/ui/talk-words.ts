import type { IsoDate } from '../domain/date.ts';
import type { Owner } from '../domain/plan/plan.ts';
import type { Outcome, Party, StepSeen } from '../domain/conversation/conversation-event.ts';
import type { Standing } from '../domain/conversation/conversation.ts';
import type { SeenPart, StepTalk } from '../domain/conversation/step-answers.ts';
import { formatCount, formatDay, formatDayOfMonth, formatPence } from './format.ts';
import { londonDay } from '../domain/calendar/london.ts';
import { spanWords } from './step-words.ts';

/** Whom a page of a conversation speaks to, and what the two are called. */
export interface Voices {
  readonly to: Party;
  /** At the beginning of a sentence. */
  readonly teacher: string;
  /** Within a sentence: whoever gave no name is `the teacher` there. */
  readonly teacherWithin: string;
  readonly reviewer: string;
}

/** A conversation as its teacher reads it. */
export function teacherVoices(reviewer: string): Voices {
  return { to: 'teacher', teacher: 'You', teacherWithin: 'you', reviewer };
}

/** `You`, or the other's name. */
export function nameFor(party: Party, { to, teacher, reviewer }: Voices): string {
  if (party === to) return 'You';
  return party === 'teacher' ? teacher : reviewer;
}

/** `Sam Patel’s`, `Jo Hicks’`. */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}

export const OUTCOME_WORDS: Readonly<Record<Outcome, string>> = {
  agree: 'Agree',
  change: 'Ask to change it',
  decline: 'Decline',
};

const DID_WORDS: Readonly<Record<Outcome, string>> = {
  agree: 'agreed',
  change: 'asked to change it',
  decline: 'declined',
};

/** `Jo Hall agreed`, `You asked to change it`. */
export function didWords(outcome: Outcome, voices: Voices): string {
  return `${nameFor('reviewer', voices)} ${DID_WORDS[outcome]}`;
}

/** How a step stands, in a few words: `agreed 25 November`. */
export function talkStateWords(talk: StepTalk, voices: Voices): string {
  const { waitsFor, answer } = talk;
  if (answer && answer.changed.length > 0) return changedWords(talk, voices);
  if (waitsFor === 'nobody') return answer ? `agreed ${formatDayOfMonth(londonDay(answer.at))}` : '';
  return (voices.to === 'teacher' ? STATES_TO_TEACHER : STATES_TO_REVIEWER)[waitsFor](voices, talk);
}

function changedWords({ waitsFor }: StepTalk, { to, reviewer }: Voices): string {
  if (to === 'reviewer') return 'changed since you answered';
  return `changed since ${reviewer} answered${waitsFor === 'untold' ? '; not told yet' : ''}`;
}

type StateWords = Readonly<Record<Exclude<StepTalk['waitsFor'], 'nobody'>, (voices: Voices, talk: StepTalk) => string>>;

const STATES_TO_TEACHER: StateWords = {
  teacher: ({ reviewer }, { answer }) =>
    answer?.outcome === 'decline' ? `${reviewer} declined` : `${reviewer} asks for a change`,
  reviewer: ({ reviewer }) => `waits for ${reviewer}`,
  untold: () => 'not told yet',
};

const STATES_TO_REVIEWER: StateWords = {
  teacher: ({ teacherWithin }) => `waits for ${teacherWithin}`,
  reviewer: () => 'yours to answer',
  untold: () => 'yours to answer',
};

/** Who is waited for, in one sentence. */
export function standingWords(
  standing: Standing,
  voices: Voices,
  { answerBy, today }: { readonly answerBy: IsoDate; readonly today: IsoDate },
): string {
  const by = `${today > answerBy ? '; it was hoped for by' : ', by'} ${formatDay(answerBy)}`;
  return (voices.to === 'teacher' ? TO_TEACHER : TO_REVIEWER)[standing](voices, by);
}

type Sentence = (voices: Voices, by: string) => string;

const TO_TEACHER: Readonly<Record<Standing, Sentence>> = {
  'reviewer-to-open': ({ reviewer }, by) => `Waiting for ${reviewer} to open it and answer${by}.`,
  'reviewer-to-answer': ({ reviewer }, by) => `Waiting for ${reviewer} to answer${by}.`,
  'teacher-to-answer': ({ reviewer }) =>
    `${reviewer} has answered, and does not agree to every step. It is your turn: change the plan, or reply and ask again.`,
  'teacher-to-tell': ({ reviewer }) =>
    `You changed the plan since ${reviewer} was asked, and have not told them. It is your turn: ask again.`,
  'teacher-to-plan': () =>
    'No step in the timetable waits to be agreed. It is your turn: add a step, or leave it at that.',
  agreed: ({ reviewer }) => `Agreed with ${reviewer}: every step, as it is now.`,
  closed: ({ reviewer }) => `Closed. If ${reviewer} answers after all, it still counts.`,
  ended: ({ reviewer }) => `Ended. ${reviewer} cannot open it any more; what was said is kept here.`,
};

const TO_REVIEWER: Readonly<Record<Standing, Sentence>> = {
  'reviewer-to-open': (_, by) => `Waiting for you to answer${by}.`,
  'reviewer-to-answer': (_, by) => `Waiting for you to answer${by}.`,
  'teacher-to-answer': ({ teacherWithin }) =>
    `You have answered. Waiting for ${teacherWithin} to change the plan or reply to you.`,
  'teacher-to-tell': ({ teacher }) =>
    `${teacher} has changed the plan since. You can answer what is new now, or wait to be asked.`,
  'teacher-to-plan': ({ teacherWithin }) => `No step waits to be agreed. Waiting for ${teacherWithin} to plan one.`,
  agreed: () => 'You have agreed to every step, as it is now. Nothing waits for you.',
  closed: () => 'This conversation was closed. You can still answer: it is opened again.',
  ended: () => 'This link has ended.',
};

const OWNERS_TO_REVIEWER: Readonly<Record<Exclude<Owner, 'me'>, string>> = {
  'line-manager': 'You',
  head: 'The head',
  hub: 'The hub',
  provider: 'The provider',
  'somebody-else': 'Somebody else',
};

const OWNERS_TO_TEACHER: Readonly<Record<Owner, string>> = {
  ...OWNERS_TO_REVIEWER,
  me: 'You',
  'line-manager': 'Your line manager',
  head: 'Your head',
};

function ownerWords(owner: Owner, { to, teacher }: Voices): string {
  if (to === 'teacher') return OWNERS_TO_TEACHER[owner];
  return owner === 'me' ? teacher : OWNERS_TO_REVIEWER[owner];
}

/** `6.5 hours in each of 2 half terms`; where they differ, each. */
function hoursWords({ hours, hoursBasis }: StepSeen): string {
  if (hoursBasis === 'not-known') return 'hours not published';
  const [first = 0] = hours;
  const isEven = hours.every((each) => each === first);
  const words = isEven
    ? `${formatCount(first, 'hour')}${hours.length > 1 ? ' a half term' : ''}`
    : `${hours.join(', ')} hours in its half terms`;
  return hoursBasis === 'our-estimate' ? `${words} (our estimate)` : words;
}

function costWords(cost: number | null, { teacherWithin: whom }: Voices): string {
  if (cost === null) return 'cost not known';
  return cost === 0 ? `no cost to ${whom}` : `${formatPence(cost)} from ${whom}`;
}

export const PART_WORDS: Readonly<Record<SeenPart, string>> = {
  name: 'Step',
  when: 'When',
  hours: 'Hours',
  cost: 'Cost',
  owner: 'Who acts',
};

/** One part of a step in words, as it was seen. */
export function partWords(part: SeenPart, seen: StepSeen, voices: Voices): string {
  switch (part) {
    case 'name':
      return seen.name;
    case 'when':
      return spanWords(seen.start, seen.hours.length);
    case 'hours':
      return hoursWords(seen);
    case 'cost':
      return seen.cost === undefined ? 'not shown' : costWords(seen.cost, voices);
    case 'owner':
      return ownerWords(seen.owner, voices);
    default:
      return part satisfies never;
  }
}

/** `Spring 1 of 2027 · 6 hours · Sam Patel acts.` */
export function seenWords(seen: StepSeen, voices: Voices): string {
  const parts: readonly SeenPart[] = seen.cost === undefined ? ['when', 'hours'] : ['when', 'hours', 'cost'];
  const owner = ownerWithin(seen.owner, voices);
  return `${parts.map((part) => partWords(part, seen, voices)).join(' · ')} · ${owner} ${owner === 'you' ? 'act' : 'acts'}.`;
}

function ownerWithin(owner: Owner, voices: Voices): string {
  if (owner === 'me') return voices.teacherWithin;
  const words = ownerWords(owner, voices);
  return `${words.charAt(0).toLowerCase()}${words.slice(1)}`;
}
