import type { FundingList, IdentifierType } from '../domain/funding/funding-codes.ts';
import type { EvidenceKind, FileType } from '../domain/looking-back/evidence.ts';
import type { JobKind, Lane, Outcome } from '../domain/job.ts';
import type { MailKind } from '../domain/mail/mail-kinds.ts';
import type { ShareKind } from '../domain/conversation/share.ts';
import type { SchoolStatus } from '../domain/school.ts';

/** The tables as Kysely sees them: text, integer and real only, so that both databases give the same values. */
export interface Schema {
  item_version: {
    kind: string;
    id: string;
    layer: 'shipped' | 'edited';
    version: number;
    owner: string;
    areas: string;
    position: number;
    document: string;
    hash: string;
    withdrawn: 0 | 1;
    recorded_at: string;
  };
  newest_version: Schema['item_version'];
  current_item: Pick<
    Schema['item_version'],
    'kind' | 'id' | 'layer' | 'version' | 'owner' | 'areas' | 'position' | 'document'
  >;
  alias: { kind: 'opportunity'; old_id: string; new_id: string };
  catalogue_state: { only_row: 1; version: string; content_version: string; hub: string; loaded_at: string };
  school: {
    urn: number;
    name: string;
    status: SchoolStatus;
    status_said: string;
    type_code: number | null;
    type_name: string | null;
    phase: string | null;
    state_funded: string | null;
    la_code: string | null;
    la_name: string | null;
    street: string | null;
    town: string | null;
    postcode: string | null;
    district_code: string | null;
    district_name: string | null;
    easting: number | null;
    northing: number | null;
    ukprn: number | null;
    trust_uid: number | null;
    trust_name: string | null;
    age_low: number | null;
    age_high: number | null;
    pupils: number | null;
    fsm_percent: number | null;
    website: string | null;
    opened_on: string | null;
    closed_on: string | null;
    row_hash: string;
    first_seen: string;
    updated: string;
  };
  school_link: { predecessor: number; successor: number; said_by: number };
  hub_area: {
    code: string;
    region: string;
    hub_name: string;
    website: string | null;
    email: string | null;
    phone: string | null;
    lead_school_urn: number;
    lead_school_name: string;
    lead_trust_name: string | null;
    districts: string;
    position: number;
  };
  district: { code: string; name: string; la_code: string; la_name: string; region: string };
  district_area: { district_code: string; area_code: string };
  eligibility_list: { list: FundingList; vintage: string; entries: number; imported_at: string };
  eligibility_entry: { list: FundingList; vintage: string; identifier_type: HeldIdentifierType; identifier: string };
  import_run: {
    id: string;
    kind: 'schools' | 'list' | 'shipped';
    name: string;
    vintage: string | null;
    file_hash: string;
    counts: string;
    imported_at: string;
  };
  folder: {
    id: string;
    key_hash: string;
    feed_hash: string | null;
    created_at: string;
    link_ended_at: string | null;
  };
  plan: {
    id: string;
    folder_id: string;
    number: number;
    version: number;
    title: string;
    created_at: string;
    saved_at: string;
    deleted_at: string | null;
  };
  plan_version: {
    plan_id: string;
    version: number;
    said: string;
    document: string;
    saved_at: string;
  };
  job: {
    id: string;
    kind: JobKind;
    lane: Lane;
    dedupe_key: string;
    payload: string;
    created_at: string;
    due_at: string;
    give_up_at: string;
    attempts: number;
    lease: string | null;
    ended_at: string | null;
    outcome: Outcome | null;
    last_error: string | null;
  };
  mail: {
    id: string;
    kind: MailKind;
    address_id: string;
    message_id: string;
    to_name: string;
    to_address: string;
    subject: string;
    text_body: string;
    html_body: string;
    queued_at: string;
    calendar: string;
    reply_to: string;
    sent_within: string;
  };
  mail_preference: { address_id: string; kind: MailKind; off_at: string };
  account: {
    id: string;
    address: string;
    name: string;
    created_at: string;
    used_on: string;
    warned_on: string | null;
    deleted_at: string | null;
    warned_again_on: string | null;
  };
  address_change: {
    token_hash: string;
    account_id: string;
    address: string;
    created_at: string;
    expires_at: string;
  };
  account_identity: { issuer: string; subject: string; account_id: string; added_at: string };
  sign_in_link: {
    token_hash: string;
    address: string;
    folder_id: string | null;
    next: string;
    issuer: string | null;
    subject: string | null;
    created_at: string;
    expires_at: string;
    used_at: string | null;
  };
  session: {
    id: string;
    token_hash: string;
    account_id: string;
    browser: string;
    created_at: string;
    seen_at: string;
    expires_at: string;
  };
  account_folder: { folder_id: string; account_id: string; added_at: string };
  account_event: { id: string; account_id: string; said: string; at: string };
  attempt: { kind: string; who: string; since: string; times: number };
  share: {
    id: string;
    plan_id: string;
    key_hash: string;
    kind: ShareKind;
    account_id: string;
    name: string;
    address: string;
    sections: string;
    created_at: string;
    expires_on: string;
    answer_by: string;
    confirmed_at: string | null;
    revoked_at: string | null;
    stands_in_for: string | null;
  };
  share_meeting: {
    share_id: string;
    starts_at: string;
    sequence: number;
    changed_at: string;
    cancelled_at: string | null;
  };
  case_draft: { plan_id: string; version: number; document: string; saved_at: string };
  case_sent: { share_id: string; document: string };
  share_event: { share_id: string; number: number; document: string; at: string };
  plan_opening: {
    plan_id: string;
    opened_by: string;
    opened_on: string;
    times: number;
    first_at: string;
    last_at: string;
  };
  reflection: {
    plan_id: string;
    prompt: string;
    state: 'written' | 'skipped';
    answers: string;
    due_on: string;
    version: number;
    written_at: string;
    saved_at: string;
  };
  reflection_mail: { plan_id: string; asked_on: string };
  evidence: {
    id: string;
    plan_id: string;
    kind: EvidenceKind;
    title: string;
    words: string;
    happened_on: string;
    url: string | null;
    source: string;
    step: string | null;
    parts: string;
    file_id: string | null;
    file_name: string | null;
    file_type: FileType | null;
    file_bytes: number | null;
    version: number;
    added_at: string;
    saved_at: string;
    deleted_at: string | null;
    file_sha256: string | null;
  };
  impact_summary: { plan_id: string; document: string; version: number; saved_at: string };
  alert: {
    id: string;
    account_id: string;
    address: string;
    made_at: string;
    paused_at: string | null;
    removed_at: string | null;
    said: string;
    said_on: string;
  };
  alert_digest: { account_id: string; mailed_on: string };
}

/** As questions give it, or as a source gave it that did not say which of Ofsted's and the register's it is. */
export type HeldIdentifierType = IdentifierType | 'urn-or-ofsted-urn';
