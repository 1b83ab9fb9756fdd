import { ASKS, type Ask } from './case.ts';

/** What can be said to a case as a whole, and to each thing it asks for. */
export const ANSWERS = ['yes', 'if', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Who may answer a case for a school. */
export const SPONSOR_ROLES = [
  'headteacher',
  'head-of-school',
  'executive-head',
  'chair-of-governors',
  'governor',
  'trust-leader',
  'deputy',
] as const;
export type SponsorRole = (typeof SPONSOR_ROLES)[number];

export const ANSWER_LIMITS = { words: 300, condition: 160, name: 100 } as const;

/** Things said and done about one case, after which its sponsor cannot change the answer: nobody needs as many. */
export const CASE_EVENTS_AT_MOST = 50;

export interface AskAnswer {
  readonly answer: Answer;
  /** What it hangs on, for "yes, if"; empty otherwise. */
  readonly condition: string;
}

/** One answer to a case, as its sponsor gave it. */
export interface SponsorAnswer {
  readonly answer: Answer;
  /** The condition of a "yes, if", the reason of a "no"; may be empty for a "yes". */
  readonly words: string;
  /** To each thing that was asked for; a "no" to the whole need not say more. */
  readonly asks: Readonly<Partial<Record<Ask, AskAnswer>>>;
  /** As the sponsor wants it in a provider's form. */
  readonly name: string;
  readonly role: SponsorRole;
}

/** What was said and done about a case that was sent. Kinds are only ever added: what is kept stays readable. */
export type CaseSaid =
  | ({ readonly kind: 'answered' } & SponsorAnswer)
  /** The teacher has put the answers into a provider's form: they stand as they are. */
  | { readonly kind: 'used' }
  /** The teacher lets the sponsor answer again after all. */
  | { readonly kind: 'reopened' };

export type CaseEvent = CaseSaid & { readonly number: number; readonly at: string };

export type GivenAnswer = SponsorAnswer & { readonly number: number; readonly at: string };

/** Where a case stands, named by who acts next. */
export type CaseStanding = 'sponsor-answers' | 'teacher-goes-on' | 'used';

export interface CaseState {
  readonly standing: CaseStanding;
  /** The answer that counts: the last one given. */
  readonly answer: GivenAnswer | undefined;
  /** Answers it took the place of, the newest first. */
  readonly earlier: readonly GivenAnswer[];
  /** When the answers were put to use, while they are. */
  readonly usedAt: string | undefined;
  /** The number of the last event; 0 where there is none. */
  readonly last: number;
}

/** Reads the events in their order. An answer that came after the last was put to use counts for nothing. */
export function caseState(events: readonly CaseEvent[]): CaseState {
  const given: GivenAnswer[] = [];
  let usedAt: string | undefined;
  for (const event of events) {
    if (event.kind === 'answered' && usedAt === undefined) given.push(event);
    if (event.kind === 'used' && given.length > 0) usedAt ??= event.at;
    if (event.kind === 'reopened') usedAt = undefined;
  }
  const answer = given.at(-1);
  return {
    standing: standingOf(answer, usedAt),
    answer,
    earlier: given.slice(0, -1).toReversed(),
    usedAt,
    last: events.at(-1)?.number ?? 0,
  };
}

function standingOf(answer: GivenAnswer | undefined, usedAt: string | undefined): CaseStanding {
  if (usedAt !== undefined) return 'used';
  return answer ? 'teacher-goes-on' : 'sponsor-answers';
}

/** Whether one more thing may be said about a case. */
export function mayFollow({ standing }: CaseState, kind: CaseSaid['kind']): boolean {
  switch (kind) {
    case 'answered':
      return standing !== 'used';
    case 'used':
      return standing === 'teacher-goes-on';
    case 'reopened':
      return standing === 'used';
    default:
      return kind satisfies never;
  }
}

/** Whether two answers say the same: a form that was sent twice is one answer. */
export function isSameAnswer(one: SponsorAnswer, other: SponsorAnswer): boolean {
  const of = (answer: Answer | undefined, words: string | undefined) => `${answer ?? ''} ${words ?? ''}`;
  return (
    one.name === other.name &&
    one.role === other.role &&
    of(one.answer, one.words) === of(other.answer, other.words) &&
    ASKS.every(
      (ask) =>
        of(one.asks[ask]?.answer, one.asks[ask]?.condition) === of(other.asks[ask]?.answer, other.asks[ask]?.condition),
    )
  );
}

/** A case cannot be agreed to by somebody who will not endorse it. */
export function isContradiction({ answer, asks }: Pick<SponsorAnswer, 'answer' | 'asks'>): boolean {
  return answer !== 'no' && asks.endorse?.answer === 'no';
}
