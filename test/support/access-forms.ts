import { ANSWERED, CASE_FIELDS, SENDING } from './case-visitors.ts';
import { SHARING } from './talk-visitors.ts';
import type { Access } from './access-visitors.ts';
import type { Fields } from './test-app.ts';

/** A form of ours as whoever may send it would, at a plan as `anAccess` fills it: it does what it asks for. */
type FormOf = (at: { readonly access: Access; readonly version: string }) => Exclude<Fields, FormData>;

const EVIDENCE = { title: 'Taken over', words: 'Taken over', day: '', step: '' } as const;

/**
 * One real form for each address that takes forms and is not for everybody, by the address's name. They stand in an
 * order in which each still can be sent after those before it.
 */
export const FORMS: Readonly<Record<string, FormOf>> = {
  shared: ({ version }) => ({ act: 'agree-all', version }),
  sharedReview: () => ({ act: 'review', used: 'Taken over' }),
  case: () => ({ ...ANSWERED }),
  planCaseSend: () => ({ act: 'send', version: '1', ...SENDING }),
  planCase: () => ({ ...CASE_FIELDS, version: '1', why: 'Taken over' }),
  planCaseAnswers: ({ access }) => ({ act: 'end', case: access.shares.sponsor }),
  planAgenda: ({ access }) => ({
    act: 'invite',
    share: access.shares['line-manager'],
    day: '2026-12-03',
    time: '15:30',
  }),
  planShares: ({ version }) => ({ ...SHARING, act: 'share', version, address: 'taken@school.example' }),
  planReview: () => ({ act: 'review', used: 'Taken over' }),
  planShare: () => ({ act: 'revoke' }),
  planReflections: () => ({ act: 'mail-on' }),
  planReflection: () => ({ act: 'save', version: '0', tried: 'Taken over' }),
  planEvidenceAdd: () => EVIDENCE,
  planEvidenceItem: () => ({ act: 'delete' }),
  planImpactChoose: () => ({ version: '1', purpose: 'job', name: 'Sam Patel', need: 'Taken over', steps: 's1' }),
  planImpact: () => ({ act: 'remove' }),
  planTakeAway: () => ({ act: 'make' }),
  planLink: () => ({ address: 'taken@school.example' }),
  plan: ({ version }) => ({ act: 'done', step: 's1', version }),
  planStep: ({ version }) => ({
    version,
    name: 'Taken over',
    when: '2027-autumn-1',
    lasts: '3',
    hours: '6.5',
    cost: '',
    owner: 'head',
    state: 'under-way',
    phase: 'deliver',
    note: 'Taken over',
  }),
  planAdd: ({ version }) => ({
    version,
    name: 'Taken over',
    route: 'reflect',
    when: '2027-spring-1',
    lasts: '1',
    hours: '3',
  }),
  planPhase: ({ version }) => ({ version, 'what-changed': 'Taken over' }),
  planGoals: ({ version }) => ({ version, act: 'save', goal: '', text: 'Taken over', by: '' }),
  planSettings: ({ version }) => ({
    version,
    title: 'Taken over',
    hours: '1.5',
    first: '2027-spring-1',
    'half-terms': '18',
  }),
  planVersion: ({ version }) => ({ version }),
  // A draft is drawn up in seconds, and one that we never made is refused to its owner as well.
  planDrafts: ({ version }) => ({ version, take: 'none of ours' }),
  folder: () => ({ act: 'delete', number: '1' }),
  alerts: () => ({ act: 'follow', address: '/opportunities?q=mentoring' }),
  account: () => ({ act: 'name', name: 'Taken over' }),
  accountDelete: () => ({}),
};
