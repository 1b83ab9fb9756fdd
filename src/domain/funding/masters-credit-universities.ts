import type { NpqCode } from '../catalogue/npq.ts';

/**
 * Which topic says what a university gives for which NPQ. No figure stands here: each is a fact of its day.
 *
 * Source: each university's own pages, named by the facts in content/england/facts/masters.yaml, checked 23 November
 * 2026. A university changes its terms when it likes: change the fact, and here only which topic speaks of which NPQ.
 */
export interface University {
  /** Its id among the providers. */
  readonly provider: string;
  /** The master's we list with it. */
  readonly opportunity: string;
  /** NPQs it names, each with the topic that says how many credits. What is not here it is not known to name. */
  readonly credit: Readonly<Partial<Record<NpqCode, string>>>;
  /** The most credits of earlier learning it counts in all. */
  readonly limit?: string;
  /** How old the learning may be. */
  readonly age?: string;
  /** A price, and the credits that price is for. */
  readonly fee?: { readonly price: string; readonly credits: string };
  /** What else its pages say: terms of a claim, a price in words, or that nothing was found. */
  readonly says: readonly string[];
}

/** Topics that hold at every university. */
export const MASTERS_CREDITS = 'masters-credits';
export const LOAN_RULE = 'masters-loan-rule';
export const LOAN_CREDITS = 'masters-loan-credits';
export const LOAN_ONCE = 'masters-loan-first-degree';

const CHESTER_SPECIALIST = 'chester-specialist-npq-credit';
const CHESTER_SENIOR = 'chester-senior-npq-credit';
const CHESTER_HEADSHIP = 'chester-headship-npq-credit';

export const UNIVERSITIES: readonly University[] = [
  {
    provider: 'university-of-chester',
    opportunity: 'chester-ma-education',
    credit: {
      'npq-leading-teaching': CHESTER_SPECIALIST,
      'npq-leading-teaching-development': CHESTER_SPECIALIST,
      'npq-leading-behaviour-culture': CHESTER_SPECIALIST,
      'npq-leading-literacy': CHESTER_SPECIALIST,
      'npq-early-years-leadership': 'chester-early-years-npq-credit',
      'npq-senior-leadership': CHESTER_SENIOR,
      'npq-senco': CHESTER_SENIOR,
      'npq-headship': CHESTER_HEADSHIP,
      'npq-executive-leadership': CHESTER_HEADSHIP,
    },
    limit: 'chester-credit-limit',
    fee: { price: 'chester-module-fee', credits: 'chester-module-credits' },
    says: [],
  },
  {
    provider: 'university-of-exeter',
    opportunity: 'exeter-ma-education-online',
    credit: {},
    limit: 'exeter-credit-limit',
    age: 'exeter-credit-age',
    says: ['exeter-credit-charge'],
  },
  {
    provider: 'manchester-metropolitan-university',
    opportunity: 'manchester-metropolitan-masters',
    credit: {},
    says: ['manchester-metropolitan-prior-learning'],
  },
  {
    provider: 'edge-hill-university',
    opportunity: 'edge-hill-education-masters',
    credit: {},
    says: ['edge-hill-prior-learning', 'edge-hill-credit-price'],
  },
  {
    provider: 'liverpool-hope-university',
    opportunity: 'liverpool-hope-masters',
    credit: {},
    says: ['liverpool-hope-credit'],
  },
  {
    provider: 'liverpool-john-moores-university',
    opportunity: 'liverpool-john-moores-ma-education',
    credit: {},
    says: ['liverpool-john-moores-ma'],
  },
  {
    provider: 'canterbury-christ-church-university',
    opportunity: 'canterbury-christ-church-npq-credit',
    credit: {},
    says: ['canterbury-npq-credit'],
  },
];

/** Every topic a university's answer rests on for these NPQs; for all it names where none is given. */
export function topicsAt(university: University, npqs?: readonly NpqCode[]): readonly string[] {
  const { credit, limit, age, fee, says } = university;
  const named = npqs ? npqs.flatMap((npq) => credit[npq] ?? []) : Object.values(credit);
  const other = [limit, age, fee?.price, fee?.credits].filter((topic) => topic !== undefined);
  return [...new Set([...named, ...other, ...says])];
}
