import type { DayCatalogue } from '../../src/domain/catalogue/catalogue.ts';
import { planJourney, replay, type Progress } from '../../src/domain/matching/journey.ts';
import type { Opportunity } from '../../src/domain/catalogue/opportunity.ts';
import { QUESTION_IDS, REQUIREMENT_KINDS, type QuestionId } from '../../src/domain/catalogue/requirement.ts';
import { average, bestOrder, curveOf, greedyOrder, settlingOf, type Settling } from './settling.ts';
import { madeProfiles, randomFrom, type Spread } from './workforce.ts';

export const PEOPLE = 240;
/** After how many questions the figure is taken. */
export const AFTER = 7;
const RANDOM_ORDERS = 200;
const NOBODY_SKIPS: ReadonlySet<QuestionId> = new Set();
const PLACES = QUESTION_IDS.map((_, place) => place + 1);

export interface Curve {
  readonly name: string;
  /** Average share of verdicts settled after each question. */
  readonly shares: readonly number[];
}

export interface Report {
  readonly adaptive: Curve;
  readonly fixed: readonly Curve[];
  readonly clairvoyant: Curve;
  readonly others: readonly Curve[];
  readonly unsettledAtStart: number;
  readonly opportunities: number;
  readonly withTwoPersonal: number;
  readonly questionsPut: number;
}

/** Everything docs/questions.md says, measured. */
export function measure(on: DayCatalogue): Report {
  const spread = { seed: 1 };
  const profiles = madeProfiles(PEOPLE, spread);
  const settling = settlingOf(on.opportunities, profiles, on.day);
  const runs = replays(on, spread);
  return {
    adaptive: curveOfRuns('Adaptive', runs),
    fixed: fixedOrders(on.opportunities, settling),
    clairvoyant: {
      name: 'Nobody could do better: the answers known beforehand',
      shares: PLACES.map((count) => settling.clairvoyant(count)),
    },
    others: otherPeople(on),
    unsettledAtStart: average(runs.map((run) => run.of)),
    opportunities: on.opportunities.length,
    withTwoPersonal: on.opportunities.filter((opportunity) => personalOf(opportunity) >= 2).length,
    questionsPut: average(runs.map((run) => run.asked.length)),
  };
}

function fixedOrders(opportunities: readonly Opportunity[], settling: Settling): readonly Curve[] {
  const curve = (name: string, order: readonly QuestionId[]): Curve => ({ name, shares: curveOf(order, settling) });
  const random = randomOrders().map((order) => curve('', order));
  const sorted = random.toSorted((a, b) => settledAt(a, AFTER) - settledAt(b, AFTER));
  return [
    curve(
      'Fixed: the best there is after seven',
      bestOrder(settling, (count) => (count === AFTER ? 1 : 1e-6)),
    ),
    curve(
      'Fixed: the best there is over its whole length',
      bestOrder(settling, () => 1),
    ),
    curve('Fixed: greedy', greedyOrder(settling)),
    curve('Fixed: most often required first', mostRequiredFirst(opportunities)),
    curve('Fixed: the order they are listed in', QUESTION_IDS),
    { name: `Fixed: the best of ${RANDOM_ORDERS} at random`, shares: sorted.at(-1)?.shares ?? [] },
    {
      name: `Fixed: the average of ${RANDOM_ORDERS} at random`,
      shares: PLACES.map((count) => average(random.map((one) => settledAt(one, count)))),
    },
  ];
}

function randomOrders(): readonly (readonly QuestionId[])[] {
  const draw = randomFrom(7);
  return Array.from({ length: RANDOM_ORDERS }, () =>
    QUESTION_IDS.map((id) => ({ id, at: draw() }))
      .toSorted((a, b) => a.at - b.at)
      .map(({ id }) => id),
  );
}

function mostRequiredFirst(opportunities: readonly Opportunity[]): readonly QuestionId[] {
  const count = (id: QuestionId) =>
    opportunities.filter(({ requirements }) => requirements.some(({ kind }) => REQUIREMENT_KINDS[kind].question === id))
      .length;
  return QUESTION_IDS.toSorted((a, b) => count(b) - count(a));
}

/** People drawn otherwise, so that the figure hangs on no one draw and on no one guess. */
function otherPeople(on: DayCatalogue): readonly Curve[] {
  const spreads: readonly (readonly [string, Spread])[] = [
    ['Other people, same shares (seed 2)', { seed: 2 }],
    ['Other people, same shares (seed 3)', { seed: 3 }],
    ['Nobody in the hub’s area', { seed: 1, district: 'elsewhere' }],
    ['Everybody in Warrington', { seed: 1, district: 'warrington' }],
  ];
  return spreads.map(([name, spread]) => curveOfRuns(name, replays(on, spread)));
}

function replays(on: DayCatalogue, spread: Spread): readonly Progress[] {
  const journey = planJourney(on.opportunities, on.day);
  return madeProfiles(PEOPLE, spread).map((profile) => replay(journey, profile, NOBODY_SKIPS));
}

function curveOfRuns(name: string, runs: readonly Progress[]): Curve {
  const after = ({ settledAfter, of }: Progress, place: number) =>
    (settledAfter[place] ?? settledAfter.at(-1) ?? 0) / of;
  return { name, shares: PLACES.map((_, place) => average(runs.map((run) => after(run, place)))) };
}

function personalOf({ requirements }: Opportunity): number {
  return requirements.filter(({ kind }) => REQUIREMENT_KINDS[kind].question !== null).length;
}

/** The share settled once so many questions have been put. */
export function settledAt({ shares }: Curve, count: number): number {
  return shares[count - 1] ?? 0;
}

/** The area under a curve: how much is settled on average over all its questions. */
export function areaOf({ shares }: Curve): number {
  return average(shares);
}

export function tableOf(curves: readonly Curve[]): string {
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const per100 = (share: number) => (100 * share).toFixed(1);
  return [
    row(['Order', ...PLACES.map(String), 'average']),
    row(['---', ...PLACES.map(() => '---:'), '---:']),
    ...curves.map((curve) => row([curve.name, ...curve.shares.map(per100), per100(areaOf(curve))])),
  ].join('\n');
}
