import type { Cohort, DayCatalogue, Npq, Provider } from '../../domain/catalogue/catalogue.ts';
import { holdsOn } from '../../domain/date.ts';
import type { NpqCode } from '../../domain/catalogue/npq.ts';
import type { Opportunity } from '../../domain/catalogue/opportunity.ts';

export interface NpqEntry {
  readonly npq: Npq;
  /** Its page as a next step, where it is one. */
  readonly opportunity: Opportunity | undefined;
  /** Names of figures and the topics that hold them, only those that something is held of. */
  readonly figures: readonly { readonly name: string; readonly topic: string }[];
  /** Latest cohort first. */
  readonly providers: readonly { readonly cohort: Cohort; readonly providers: readonly Provider[] }[];
}

/** The coaching offer is no NPQ, and its facts are named after what people call it. */
const TOPICS: Readonly<Partial<Record<NpqCode, Readonly<Record<string, string>>>>> = {
  'npq-early-headship-coaching-offer': { length: 'ehco-length', 'study-hours': 'ehco-hours' },
};

const FIGURES = [
  ['Length', 'length'],
  ['Study', 'study-hours'],
  ['Funding', 'funding'],
  ['Fee, for example', 'example-fee'],
] as const;

export function npqEntry(npq: Npq, on: DayCatalogue): NpqEntry {
  const { catalogue, facts } = on;
  const known = cohortsOn(on);
  return {
    npq,
    opportunity: on.opportunities.find((opportunity) => opportunity.npq === npq.code),
    figures: FIGURES.map(([name, kind]) => ({ name, topic: topicOf(npq, kind, facts) })).filter(({ topic }) =>
      facts.has(topic),
    ),
    providers: known.flatMap((cohort) => {
      const named = npq.providers.find((one) => one.cohort === cohort.id)?.providers ?? [];
      return named.length === 0
        ? []
        : [{ cohort, providers: catalogue.providers.filter((provider) => named.includes(provider.id)) }];
    }),
  };
}

function topicOf(npq: Npq, kind: string, facts: DayCatalogue['facts']): string {
  const own = TOPICS[npq.code]?.[kind] ?? `${npq.code}-${kind}`;
  return facts.has(own) || npq.group !== 'specialist' ? own : `npq-specialist-${kind}`;
}

export function isOffered(npq: Npq, on: DayCatalogue): boolean {
  return holdsOn(npq.exists, on.day);
}

/**
 * The cohorts that were known of on the day, the latest first: those of whose start or registration a fact held, and
 * those about which it was known that nothing is announced.
 */
export function cohortsOn({ catalogue, facts }: DayCatalogue): readonly Cohort[] {
  return catalogue.cohorts
    .filter((cohort) => {
      const own = cohort.facts.filter((topic) => topic.startsWith(`npq-${cohort.id}`));
      return (own.length > 0 ? own : cohort.facts.slice(0, 1)).some((topic) => facts.has(topic));
    })
    .toReversed();
}
