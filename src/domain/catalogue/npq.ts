/** DfE's course identifiers, as in its registration service (checked 23 November 2026). */
export const NPQ_CODES = [
  'npq-leading-teaching',
  'npq-leading-teaching-development',
  'npq-leading-behaviour-culture',
  'npq-leading-literacy',
  'npq-leading-primary-mathematics',
  'npq-senior-leadership',
  'npq-headship',
  'npq-executive-leadership',
  'npq-early-years-leadership',
  'npq-senco',
  'npq-early-headship-coaching-offer',
  'npq-additional-support-offer',
] as const;
export type NpqCode = (typeof NPQ_CODES)[number];

/** The five the service starts from. */
export const SPECIALIST_NPQS = NPQ_CODES.slice(0, 5);
