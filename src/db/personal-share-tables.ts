/* What the list of personal tables says of who saw a plan, and of what was said about it. */

export const SECRET = 'a check value of a secret key: it tells nobody anything but whether a key is the right one';
export const YOURS = 'it says only that the row is yours, as everything in this file is';
export const WITH_PLAN = 'As long as the plan.';

export const SHARED_OF_PLANS = [
  {
    table: 'plan_opening',
    by: { column: 'plan_id', of: 'plan' },
    order: ['plan_id', 'opened_on', 'opened_by'],
    as: 'openings',
    comesIn: 'it tells of the plans where they were; from now on it is counted anew',
    holds: 'Who opened your plans, and on which day',
    kept: WITH_PLAN,
    taken: ['plan_id', 'opened_by', 'opened_on', 'times', 'first_at', 'last_at'],
    leftOut: {},
  },
  {
    table: 'share',
    by: { column: 'plan_id', of: 'plan' },
    key: 'id',
    order: ['created_at', 'id'],
    as: 'shares',
    comesIn: 'a share is a link that was sent to somebody, and it opens the plan where it was; share the plan anew',
    holds: 'Whom you shared a plan with: name, address, which parts, and when',
    kept: WITH_PLAN,
    taken: [
      'id',
      'plan_id',
      'kind',
      'name',
      'address',
      'sections',
      'created_at',
      'expires_on',
      'answer_by',
      'confirmed_at',
      'revoked_at',
      'stands_in_for',
    ],
    json: ['sections'],
    leftOut: { key_hash: SECRET, account_id: YOURS },
  },
  {
    table: 'share_event',
    by: { column: 'share_id', of: 'share' },
    order: ['share_id', 'number'],
    as: 'conversations',
    comesIn: 'half of it is other people’s words, and a file must not put words into anybody’s mouth',
    holds: 'What you and those you shared a plan with said about it',
    kept: WITH_PLAN,
    taken: ['share_id', 'number', 'document', 'at'],
    json: ['document'],
    leftOut: {},
  },
  {
    table: 'share_meeting',
    by: { column: 'share_id', of: 'share' },
    order: ['share_id'],
    as: 'meetings',
    comesIn: 'it belongs to a share',
    holds: 'When you and those you shared a plan with meant to talk',
    kept: WITH_PLAN,
    taken: ['share_id', 'starts_at', 'sequence', 'changed_at', 'cancelled_at'],
    leftOut: {},
  },
] as const;
