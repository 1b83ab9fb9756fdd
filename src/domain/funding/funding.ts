import { isIdentifierUntold, listUse, restsOn, type PlacesOf } from './funding-answers.ts';
import type { FundingCode, FundingStatus, IsOn, ListUse } from './funding-codes.ts';
import { COHORT_IDS, rulesFor, type CohortId, type CohortRules, type FactRef } from './funding-cohorts.ts';
import type { FundingInput, FundingTeacher } from './funding-input.ts';
import { checkSentence } from './funding-list-words.ts';
import { alsoAsked, changeSentence, reasonSentence, wordsFor, type ReasonId } from './funding-reasons.ts';
import { unknownStep, type FundingQuestion, type FundingStep } from './funding-steps.ts';
import { FUNDING_TREE, type End, type FundingNode, type Fork } from './funding-tree.ts';
import { notHeldSentence, tellSentence } from './funding-untold.ts';
import type { IsoDate } from '../date.ts';
import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';

/** Who would be funded, and why. Eligible only: whether places are left and whether one is confirmed are other facts. */
export interface FundingAnswer {
  readonly npq: NpqCode;
  readonly cohort: CohortId;
  readonly status: FundingStatus;
  readonly code: FundingCode;
  /** One plain sentence. */
  readonly because: string;
  /** The path taken: what was asked, in order, and what was found. The last step settled it. */
  readonly steps: readonly FundingStep[];
  readonly settledBy: FundingQuestion;
  /** For `unknown`: who could end it. */
  readonly owner: 'teacher' | 'world' | undefined;
  /** For `unknown`: what the teacher would have to tell. */
  readonly missing: readonly FundingQuestion[] | undefined;
  /** The list consulted, or the one that would be. */
  readonly list: ListUse | undefined;
  /** Which older list it rests on and how to check; absent where the intake's own list was used or none matters. */
  readonly check: string | undefined;
  readonly whatWouldChange: string | undefined;
  /** What the course asks for beside the money. */
  readonly alsoAsks: string | undefined;
  /** Whether the intake has a limit on funded places. */
  readonly places: 'limited' | 'not-limited' | 'not-applicable';
  readonly fact: FactRef;
}

interface Unsettled {
  readonly kind: 'unsettled';
  /** The forks nothing answered, in order; the last is the most particular. */
  readonly open: readonly [Fork, ...Fork[]];
  readonly steps: readonly FundingStep[];
}

type Found = { readonly kind: 'end'; readonly end: End; readonly steps: readonly FundingStep[] } | Unsettled;

/** Takes one person, one NPQ and one intake's rules; the same input always gives the same answer. */
export function decideFunding(input: FundingInput): FundingAnswer {
  const forAll = SAME_FOR_ALL.get(input.rules)?.get(input.npq);
  if (forAll) return forAll;
  const found = walk(FUNDING_TREE, input, START);
  const answer = found.kind === 'end' ? settled(input, found.end, found.steps) : unsettled(input, found);
  if (answer.settledBy === 'offered' || answer.settledBy === 'money') keepForAll(input, answer);
  return answer;
}

/** Where the intake alone settles it nothing of the person is asked: that answer is made once, for everybody. */
const SAME_FOR_ALL = new WeakMap<CohortRules, Map<NpqCode, FundingAnswer>>();

function keepForAll({ rules, npq }: FundingInput, answer: FundingAnswer): void {
  const kept = SAME_FOR_ALL.get(rules) ?? new Map<NpqCode, FundingAnswer>();
  SAME_FOR_ALL.set(rules, kept.set(npq, answer));
}

/** Every NPQ in every intake, as the rules stood on a day. */
export function decideAll(teacher: FundingTeacher, isOn: IsOn, on: IsoDate): readonly FundingAnswer[] {
  return COHORT_IDS.flatMap((cohort) => {
    const rules = rulesFor(cohort, on);
    return NPQ_CODES.map((npq) => decideFunding({ npq, rules, teacher, isOn }));
  });
}

/** A way through the rules. There are few, however many people take them: each is written down once. */
interface Path {
  readonly steps: readonly FundingStep[];
  readonly onward: Map<FundingStep, Path>;
}

const START: Path = { steps: [], onward: new Map() };

function after(path: Path, step: FundingStep): Path {
  const known = path.onward.get(step);
  if (known) return known;
  const next: Path = { steps: [...path.steps, step], onward: new Map() };
  path.onward.set(step, next);
  return next;
}

function walk(from: FundingNode, input: FundingInput, begun: Path): Found {
  let path = begun;
  let node = from;
  while (node.kind !== 'end') {
    if (node.kind === 'switch') {
      node = node.pick(input);
      continue;
    }
    const answer = node.answer(input);
    const branch = answer === undefined ? undefined : node.branches.get(answer);
    if (branch === undefined) return withoutAnswer(node, input, path);
    path = after(path, branch.step);
    node = branch.node;
  }
  return { kind: 'end', end: node, steps: path.steps };
}

/** What is not known may not matter: where every branch comes to the same, that is the answer all the same. */
function withoutAnswer(at: Fork, input: FundingInput, path: Path): Found {
  const owner = ownerOf(at, input);
  const unsure = after(path, unknownStep(at.question, owner));
  const branches = [...at.branches.values()].map(({ node }) => walk(node, input, unsure));
  const [first] = branches;
  const status = first && statusFound(first);
  if (first && status !== 'unknown' && branches.every((branch) => statusFound(branch) === status)) return first;
  // After a yes-or-no the more particular gap is named too; where several ways lie open, none is taken for granted.
  if (first?.kind === 'unsettled' && branches.length === 2) return { ...first, open: [at, ...first.open] };
  return { kind: 'unsettled', open: [at], steps: unsure.steps };
}

const statusFound = (found: Found): FundingStatus => (found.kind === 'end' ? found.end.status : 'unknown');

function ownerOf({ places, world }: Fork, input: FundingInput): 'teacher' | 'world' {
  if (world) return 'world';
  return places && !isIdentifierUntold(input, places) ? 'world' : 'teacher';
}

function settled(
  input: FundingInput,
  { code, status, reason, places }: End,
  steps: readonly FundingStep[],
): FundingAnswer {
  const list = listOf(input, places);
  return {
    npq: input.npq,
    cohort: input.rules.cohort,
    status,
    code,
    because: reasonSentence(reason, wordsFor(input, list)),
    steps,
    settledBy: lastQuestion(steps),
    owner: status === 'unknown' ? 'world' : undefined,
    missing: undefined,
    list,
    check: list && !isFundedAnyway(input, reason) ? checkSentence(list) : undefined,
    whatWouldChange: changeSentence(reason, input),
    alsoAsks: status === 'funded' ? alsoAsked(input.npq) : undefined,
    places: placesOf(input.rules),
    fact: input.rules.facts[input.npq],
  };
}

function unsettled(input: FundingInput, { open, steps }: Unsettled): FundingAnswer {
  const last = open.at(-1) ?? open[0];
  const list = listOf(input, last.places);
  const words = wordsFor(input, list);
  const missing = open.filter((fork) => ownerOf(fork, input) === 'teacher').map((fork) => fork.question);
  return {
    npq: input.npq,
    cohort: input.rules.cohort,
    status: 'unknown',
    code: 'unknown',
    because: missing.length > 0 ? tellSentence(missing, words) : notHeldSentence(last.question, words),
    steps,
    settledBy: last.question,
    owner: missing.length > 0 ? 'teacher' : 'world',
    missing,
    list,
    check: list && checkSentence(list),
    whatWouldChange: undefined,
    alsoAsks: undefined,
    places: placesOf(input.rules),
    fact: input.rules.facts[input.npq],
  };
}

/** A RISE school whose NPQ is funded for everybody would be funded off the list too, so there is nothing to check. */
function isFundedAnyway(input: FundingInput, reason: ReasonId): boolean {
  if (reason !== 'funded-rise' || input.rules.courses[input.npq] === 'list') return false;
  return decideFunding({ ...input, rules: { ...input.rules, rise: false } }).code === 'funded';
}

function listOf(input: FundingInput, places: PlacesOf | undefined): ListUse | undefined {
  const place = places && restsOn(input, places);
  return place && listUse(input, place);
}

function lastQuestion(steps: readonly FundingStep[]): FundingQuestion {
  return steps.at(-1)?.question ?? 'offered';
}

function placesOf({ money }: CohortRules): FundingAnswer['places'] {
  if (money === 'capped') return 'limited';
  return money === 'full' ? 'not-limited' : 'not-applicable';
}
