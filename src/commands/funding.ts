import type { IsoDate } from '../domain/date.ts';
import type { Fact } from '../domain/catalogue/fact.ts';
import { decideAll, type FundingAnswer } from '../domain/funding/funding.ts';
import type { IsOn } from '../domain/funding/funding-codes.ts';
import { factBehind } from '../domain/funding/funding-facts.ts';
import { fundingTeacher, type RegisterSchool } from '../domain/funding/funding-profile.ts';
import type { Profile, Setting } from '../domain/matching/profile.ts';
import { judgeScenarios } from './funding-scenarios.ts';
import { UsageError } from '../usage-error.ts';

/** What the decision asks of the register and of DfE's lists. */
export interface FundingLookups {
  readonly isOn: IsOn;
  readonly schoolOf: (setting: Setting) => RegisterSchool | undefined;
}

/** Nothing is loaded: every answer that hangs on a list says that the list is not held. */
export const NO_LOOKUPS: FundingLookups = { isOn: () => 'not-held', schoolOf: () => undefined };

/** The rows of `funding --profile`: every NPQ in every intake, as outside checks know them. */
export function fundingRows(profile: Profile, on: IsoDate, facts: readonly Fact[], { isOn, schoolOf }: FundingLookups) {
  const teacher = fundingTeacher(profile, profile.setting && schoolOf(profile.setting));
  return decideAll(teacher, isOn, on).map((answer) => fundingRow(answer, facts));
}

function fundingRow(
  { npq, cohort, status, code, because, list, check, whatWouldChange, places, fact }: FundingAnswer,
  facts: readonly Fact[],
) {
  const held = factBehind(facts, fact);
  return {
    npq,
    cohort,
    status,
    code,
    because,
    source: held?.source.title ?? null,
    url: held?.source.url ?? null,
    checkedOn: held?.checkedOn ?? null,
    ...(list ? { list: { name: list.name, vintage: list.vintage, held: list.held } } : undefined),
    ...(check === undefined ? undefined : { check }),
    ...(whatWouldChange === undefined ? undefined : { whatWouldChange }),
    places,
  };
}

export interface ScenarioReport {
  readonly lines: readonly string[];
  readonly agree: boolean;
}

/** The lines of `funding --scenarios`: one to a disagreement, then the count. */
export function scenarioReport(name: string, text: string): ScenarioReport {
  const file = judgeScenarios(text);
  if (!file.ok) throw new UsageError(`${name}: ${file.problem}`);
  const off = file.scenarios.filter(({ disagreement }) => disagreement !== undefined);
  const agreed = file.scenarios.length - off.length;
  return {
    lines: [
      ...off.map(({ line, disagreement }) => `line ${line}: ${disagreement}`),
      `agree ${agreed} of ${file.scenarios.length}`,
    ],
    agree: off.length === 0,
  };
}
