import { NPQ_CODES, type NpqCode } from '../catalogue/npq.ts';
import {
  EARLY_YEARS_SETTINGS,
  EMPLOYMENTS,
  YES_NO_UNSURE,
  type EarlyYearsSetting,
  type Employment,
  type Profile,
  type YesNoUnsure,
} from '../matching/profile.ts';

/** What matters for money and is asked nowhere else: told on the funding page, carried in the address from then on. */
export interface FundingSaid {
  readonly employment?: Employment | undefined;
  readonly earlyYears?: EarlyYearsSetting | undefined;
  readonly newHead?: YesNoUnsure | undefined;
  readonly ittProvider?: YesNoUnsure | undefined;
  readonly referred?: YesNoUnsure | undefined;
  /** NPQs that DfE has paid for already; `undefined` where it was not told, empty where it was none. */
  readonly paid?: readonly NpqCode[] | undefined;
}

const NONE_PAID = 'none';

/** Reads it from an address, by key; a value nobody could have given is dropped. */
export function readSaid(valuesOf: (key: string) => readonly string[]): FundingSaid {
  const oneOf = <T extends string>(key: string, known: readonly T[]): T | undefined =>
    known.find((value) => valuesOf(key).includes(value));
  return {
    employment: oneOf('employment', EMPLOYMENTS),
    earlyYears: oneOf('early-years', EARLY_YEARS_SETTINGS),
    newHead: oneOf('new-head', YES_NO_UNSURE),
    ittProvider: oneOf('itt-provider', YES_NO_UNSURE),
    referred: oneOf('referred', YES_NO_UNSURE),
    paid: readPaid(valuesOf('paid')),
  };
}

function readPaid(values: readonly string[]): readonly NpqCode[] | undefined {
  const codes = NPQ_CODES.filter((code) => values.includes(code));
  return codes.length > 0 || values.includes(NONE_PAID) ? codes : undefined;
}

/** The same as it stands in an address. */
export function saidQuery(said: FundingSaid): readonly (readonly [string, string])[] {
  const { employment, earlyYears, newHead, ittProvider, referred, paid } = said;
  const told: readonly (readonly [string, string | undefined])[] = [
    ['employment', employment],
    ['early-years', earlyYears],
    ['new-head', newHead],
    ['itt-provider', ittProvider],
    ['referred', referred],
    ...(paid ?? []).map((code) => ['paid', code] as const),
    ['paid', paid?.length === 0 ? NONE_PAID : undefined],
  ];
  return told.flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const]));
}

/** A profile with it. Where both tell the same thing, what was told for money stands: it was asked for by name. */
export function withSaid(profile: Profile, said: FundingSaid): Profile {
  const { employment, earlyYears, newHead, ittProvider, referred } = said;
  const npqs = npqsWith(profile, said);
  return {
    ...profile,
    ...(npqs ? { npqs } : undefined),
    ...(employment ? { employment } : undefined),
    ...(earlyYears ? { earlyYears } : undefined),
    ...(newHead ? { newHeadteacher: newHead } : undefined),
    ...(ittProvider ? { ittProviderApproved: ittProvider } : undefined),
    ...(referred ? { referredByReturnToTeachingAdviser: referred } : undefined),
  };
}

function npqsWith({ npqs = [] }: Profile, { paid }: FundingSaid): Profile['npqs'] {
  if (!paid) return npqs.length === 0 ? undefined : npqs;
  const held = npqs.map((npq) => ({ ...npq, funded: paid.includes(npq.code) }));
  const more = paid.filter((code) => !npqs.some((npq) => npq.code === code));
  return [...held, ...more.map((code) => ({ code, funded: true }))];
}
