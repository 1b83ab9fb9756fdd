import { ASKS, type Ask } from './case.ts';

/** What can be said to a case as a whole, and to each thing it asks for. */
export const ANSWERS = ['yes', 'if', 'no'] as const;
export type Answer = (typeof ANSWERS)[number];

/** What can be said to one thing that is asked for: whether somebody works at a school hangs on no condition. */
export function answersTo(ask: Ask): readonly Answer[] {
  return ask === 'confirm-employment' ? ['yes', 'no'] : ANSWERS;
}

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

/** Answers to one case, after which its sponsor cannot change the last one: nobody needs as many. */
export const CASE_ANSWERS_AT_MOST = 50;

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
  | { readonly kind: 'reopened' }
  /** The sponsor, who has not answered, was reminded by mail. */
  | { readonly kind: 'reminded' }
  /** Nobody answered, so nothing is expected of the sponsor any more. An answer that comes late still counts. */
  | { readonly kind: 'closed'; readonly because: 'no-answer' }
  /** The teacher asks once more for what was closed: the sponsor has their time anew. */
  | { readonly kind: 'asked-again' };

export type CaseEvent = CaseSaid & { readonly number: number; readonly at: string };

export type GivenAnswer = SponsorAnswer & { readonly number: number; readonly at: string };

/** Where a case stands, named by who acts next. */
export type CaseStanding = 'sponsor-answers' | 'closed' | 'teacher-goes-on' | 'used';

export interface CaseState {
  readonly standing: CaseStanding;
  /** The answer that counts: the last one given. */
  readonly answer: GivenAnswer | undefined;
  /** Answers it took the place of, the newest first. */
  readonly earlier: readonly GivenAnswer[];
  /** When the answers were put to use, while they are. */
  readonly usedAt: string | undefined;
  /** When the sponsor was reminded since they were asked last, in order. */
  readonly remindedAt: readonly string[];
  /** When it was closed since nobody answered, while it is. */
  readonly closedAt: string | undefined;
  /** The teacher's last asking again; undefined where the case was sent and no more. */
  readonly askedAgain: { readonly number: number; readonly at: string } | undefined;
  /** The number of the last event; 0 where there is none. What is added comes after it. */
  readonly last: number;
  /**
   * The number of the last event that bears on an answer, as a form for one carries it: one that came meanwhile makes
   * the form stale. A reminder, an end or another asking leaves it as good as it was.
   */
  readonly lastSaid: number;
}

const BEARS_ON_AN_ANSWER: ReadonlySet<CaseSaid['kind']> = new Set(['answered', 'used', 'reopened']);

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
  const asking = askingOf(events);
  const closedAt = answer ? undefined : asking.closedAt;
  return {
    standing: standingOf({ answer, usedAt, closedAt }),
    answer,
    earlier: given.slice(0, -1).toReversed(),
    usedAt,
    ...asking,
    closedAt,
    last: lastNumber(events),
    lastSaid: lastNumber(events.filter(({ kind }) => BEARS_ON_AN_ANSWER.has(kind))),
  };
}

function lastNumber(events: readonly CaseEvent[]): number {
  return events.at(-1)?.number ?? 0;
}

function askingOf(events: readonly CaseEvent[]): Pick<CaseState, 'askedAgain' | 'remindedAt' | 'closedAt'> {
  const askedAgain = events.findLast(({ kind }) => kind === 'asked-again');
  const since = events.filter(({ number }) => number > (askedAgain?.number ?? 0));
  return {
    askedAgain,
    remindedAt: since.filter(({ kind }) => kind === 'reminded').map(({ at }) => at),
    closedAt: since.find(({ kind }) => kind === 'closed')?.at,
  };
}

function standingOf({ answer, usedAt, closedAt }: Pick<CaseState, 'answer' | 'usedAt' | 'closedAt'>): CaseStanding {
  if (usedAt !== undefined) return 'used';
  if (answer) return 'teacher-goes-on';
  return closedAt === undefined ? 'sponsor-answers' : 'closed';
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
    case 'reminded':
    case 'closed':
      return standing === 'sponsor-answers';
    case 'asked-again':
      return standing === 'closed';
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
