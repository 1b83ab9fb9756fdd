import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Outcome } from '../src/domain/matching/finding.ts';
import type { Verdict } from '../src/domain/matching/assess.ts';
import type { DayCatalogue } from '../src/domain/catalogue/catalogue.ts';
import type { IsoDate } from '../src/domain/date.ts';
import { earliestStart, type Intake, type Opportunity } from '../src/domain/catalogue/opportunity.ts';
import type { Profile, SettingKind } from '../src/domain/matching/profile.ts';
import { REQUIREMENT_KINDS, type Requirement } from '../src/domain/catalogue/requirement.ts';

/** A condition of json-rules-engine: a fact compared, or several joined. */
type Condition =
  | { readonly fact: string; readonly operator: string; readonly value: unknown }
  | { readonly any: readonly Condition[] }
  | { readonly all: readonly Condition[] };

interface EventParams {
  readonly opportunity: number;
  readonly place: number;
  readonly outcome: Outcome;
  readonly owner?: 'teacher' | 'world';
  readonly because: string;
}

interface Engine {
  addRule(rule: { conditions: Condition; event: { type: string; params: EventParams } }): void;
  run(facts: object): Promise<{ readonly events: readonly { readonly params: EventParams }[] }>;
}

export interface PeerVerdict {
  readonly id: string;
  readonly verdict: Verdict;
  readonly outcomes: readonly Outcome[];
  readonly reasons: readonly string[];
}

interface Place {
  outcome: Outcome;
  owner: 'teacher' | 'world' | undefined;
  because: string;
}

/** Every opportunity of the day as rules, built once; the answer judges one teacher. */
export function rulesEngine(on: DayCatalogue): (profile: Profile) => Promise<readonly PeerVerdict[]> {
  const { Engine } = createRequire(join(import.meta.dirname, 'package.json'))('json-rules-engine') as {
    Engine: new () => Engine;
  };
  const engine = new Engine();
  on.opportunities.forEach((opportunity, index) => addRules(engine, opportunity, index));
  const today = numberOf(on.day);
  return async (profile) => {
    const { events } = await engine.run({ today, ...factsOf(profile, on.day) });
    const places = on.opportunities.map(startingPlaces);
    for (const { params } of events) {
      const place = places[params.opportunity]?.[params.place];
      if (place) Object.assign(place, { outcome: params.outcome, owner: params.owner, because: params.because });
    }
    return on.opportunities.map((opportunity, index) => verdictOf(opportunity, places[index] ?? []));
  };
}

/** Not met until a rule says otherwise; what only the world can say needs no rule. */
function startingPlaces({ requirements, when }: Opportunity): Place[] {
  const places = requirements.map(({ kind }): Place =>
    REQUIREMENT_KINDS[kind].question === null
      ? { outcome: 'unknown', owner: 'world', because: 'It is not confirmed.' }
      : { outcome: 'not-met', owner: undefined, because: `It does not meet ${kind}.` },
  );
  if (when.kind === 'ask') places.push({ outcome: 'unknown', owner: 'world', because: when.words });
  if (when.kind === 'intakes') places.push({ outcome: 'not-met', owner: undefined, because: 'No intake is open.' });
  return places;
}

function verdictOf({ id, requirements }: Opportunity, places: readonly Place[]): PeerVerdict {
  let verdict: Verdict = 'open';
  for (const [index, place] of places.entries()) {
    const requirement = requirements[index];
    const isPermanent = requirement !== undefined && REQUIREMENT_KINDS[requirement.kind].permanent;
    if (place.outcome === 'not-met') verdict = verdict === 'no' || isPermanent ? 'no' : 'not-yet';
    else if (place.owner === 'teacher' && verdict === 'open') verdict = 'ask';
  }
  return { id, verdict, outcomes: places.map((place) => place.outcome), reasons: places.map((place) => place.because) };
}

function addRules(engine: Engine, opportunity: Opportunity, index: number): void {
  const { requirements, when, intakes } = opportunity;
  const add = (place: number, conditions: Condition, params: Pick<EventParams, 'outcome' | 'owner' | 'because'>) =>
    engine.addRule({
      conditions: 'fact' in conditions ? { all: [conditions] } : conditions,
      event: { type: 'finding', params: { ...params, opportunity: index, place } },
    });
  requirements.forEach((requirement, place) => {
    const condition = conditionOf(requirement);
    if (!condition) return;
    const fact = factIn(condition);
    add(place, condition, { outcome: 'met', because: `It meets ${requirement.kind}.` });
    add(
      place,
      { fact, operator: 'equal', value: null },
      { outcome: 'unknown', owner: 'teacher', because: `We have not asked ${fact}.` },
    );
    const unclear = UNCLEAR[requirement.kind];
    if (unclear !== undefined)
      add(
        place,
        { fact, operator: 'equal', value: unclear },
        { outcome: 'unknown', owner: 'world', because: 'Ask whether this is so.' },
      );
  });
  const open = intakes.flatMap((intake) => openCondition(intake) ?? []);
  if (when.kind === 'intakes' && open.length > 0)
    add(requirements.length, { any: open }, { outcome: 'met', because: 'An intake is open.' });
}

/** Answers that leave it to the world to say. */
const UNCLEAR: Readonly<Partial<Record<Requirement['kind'], string>>> = {
  'not-mentor-trained': 'unsure',
  sector: 'unclear',
};

function factIn(condition: Condition): string {
  if ('fact' in condition) return condition.fact;
  const [first] = 'any' in condition ? condition.any : condition.all;
  return first ? factIn(first) : '';
}

/** When an intake can be applied for, as comparisons of today with numbers: the engine cannot order days that are text. */
function openCondition(intake: Intake): Condition | undefined {
  const { opens, closes } = intake.window;
  const starts = earliestStart(intake);
  if (opens === null && closes === null && starts === null) return undefined;
  const all: Condition[] = [];
  if (opens !== null) all.push({ fact: 'today', operator: 'greaterThanInclusive', value: numberOf(opens) });
  if (closes !== null) all.push({ fact: 'today', operator: 'lessThanInclusive', value: numberOf(closes) });
  else if (starts !== null) all.push({ fact: 'today', operator: 'lessThan', value: numberOf(starts) });
  return { all };
}

function numberOf(day: IsoDate): number {
  return Number(day.replaceAll('-', ''));
}

const anyContained = (fact: string, values: readonly string[]): Condition => ({
  any: values.map((value) => ({ fact, operator: 'contains', value })),
});
const isYes = (fact: string): Condition => ({ fact, operator: 'equal', value: 'yes' });

/** One requirement as the engine's own condition; `undefined` where only the world can say. */
function conditionOf(requirement: Requirement): Condition | undefined {
  switch (requirement.kind) {
    case 'not-held':
      return { fact: 'npqs', operator: 'doesNotContain', value: requirement.npq };
    case 'holds-npq':
      return anyContained('finishedNpqs', requirement.anyOf);
    case 'holds':
      return anyContained('holds', requirement.anyOf);
    case 'subject':
      return anyContained('subjects', requirement.anyOf);
    case 'role':
    case 'setting':
    case 'sector':
    case 'phase':
    case 'district':
      return { fact: requirement.kind, operator: 'in', value: requirement.anyOf };
    case 'in-england':
      return { fact: 'inEngland', operator: 'equal', value: true };
    case 'experience':
      return { fact: 'yearsTeaching', operator: 'greaterThanInclusive', value: requirement.years };
    case 'school-hosts':
      return { fact: 'hosts', operator: 'contains', value: requirement.what };
    case 'not-mentor-trained':
      return { fact: 'mentorTrained', operator: 'equal', value: 'no' };
    case 'sponsor':
      return isYes('sponsor');
    case 'line-manager':
      return isYes('lineManager');
    case 'reception-teacher':
      return isYes('receptionTeacher');
    case 'mastery-year':
      return isYes('masteryYear');
    case 'new-headteacher':
      return isYes('newHeadteacher');
    case 'catholic-school':
      return isYes('catholicSchool');
    case 'provider-decides':
    case 'unconfirmed':
      return undefined;
    default:
      return requirement satisfies never;
  }
}

const SECTORS: Readonly<Record<SettingKind, string | null>> = {
  school: null,
  'academy-trust': 'state',
  '16-to-19': 'state',
  another: 'state',
  'early-years': 'unclear',
  other: 'none',
};

/** A profile as the flat values the engine reads; what follows from an answer is worked out here, once. */
function factsOf(profile: Profile, day: IsoDate): Readonly<Record<string, unknown>> {
  const { npqs, setting, holds } = profile;
  return {
    npqs: npqs?.map((npq) => npq.code) ?? null,
    finishedNpqs:
      npqs?.filter((npq) => npq.completed === undefined || npq.completed <= day).map((npq) => npq.code) ?? null,
    holds: (holds?.includes('qts') ? [...holds, 'degree'] : holds) ?? null,
    subjects: profile.subjects ?? null,
    role: profile.role ?? null,
    setting: setting?.kind ?? null,
    sector: profile.sector ?? (setting === undefined ? null : SECTORS[setting.kind]),
    phase: profile.phase ?? null,
    district: profile.district ?? null,
    inEngland: profile.inEngland ?? (setting?.urn === undefined ? null : true),
    yearsTeaching: profile.yearsTeaching ?? null,
    hosts: profile.hosts ?? null,
    mentorTrained: profile.mentorTrained ?? null,
    sponsor: profile.sponsor ?? null,
    lineManager: profile.lineManager ?? null,
    receptionTeacher: profile.receptionTeacher ?? null,
    masteryYear: profile.masteryYear ?? null,
    newHeadteacher:
      profile.newHeadteacher ?? (profile.role === undefined || profile.role === 'headteacher' ? null : 'no'),
    catholicSchool: profile.catholicSchool ?? null,
  };
}
