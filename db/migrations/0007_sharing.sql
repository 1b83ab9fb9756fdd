-- A share is one private link that shows parts of one plan to one person, for a time. Only the hash of its key is kept.
-- Names and addresses are those the plan's owner gave; nothing of them stands in any address of a page.
create table share (
  id text not null primary key check (length(id) = 36),
  plan_id text not null references plan (id),
  key_hash text not null unique check (length(key_hash) = 64),
  kind text not null check (kind in ('line-manager', 'sponsor')),
  -- Who shares it: the answers are told to this account.
  account_id text not null references account (id),
  name text not null check (length(name) between 1 and 100),
  address text not null check (length(address) between 3 and 254),
  -- What of the plan it shows, as a list of the names of its parts.
  sections text not null check (json_valid(sections)),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  -- The last day it opens anything.
  expires_on text not null check (expires_on like '____-__-__'),
  -- By when an answer was said to come.
  answer_by text not null check (answer_by like '____-__-__'),
  -- Set when its reader pressed the button that says who they are; opening the link alone sets nothing.
  confirmed_at text check (confirmed_at like '____-__-__T__:__:__.___Z'),
  revoked_at text check (revoked_at like '____-__-__T__:__:__.___Z'),
  -- The share whose reader this one stands in for.
  stands_in_for text references share (id)
);

create index share_by_plan on share (plan_id, created_at);
create index share_by_account on share (account_id);

-- What was said and done about a share, in order. Nothing in it is changed or taken out; it goes when its plan goes.
-- `number` makes two that are written at once follow one another, or the second be told.
create table share_event (
  share_id text not null references share (id),
  number integer not null check (number >= 1),
  document text not null check (json_valid(document)),
  at text not null check (at like '____-__-__T__:__:__.___Z'),
  primary key (share_id, number)
);

-- Who opened a plan and on which day, for its owner to see. `by` is 'link', 'account', 'feed' or a share's id.
create table plan_opening (
  plan_id text not null references plan (id),
  opened_by text not null check (length(opened_by) between 4 and 36),
  opened_on text not null check (opened_on like '____-__-__'),
  times integer not null check (times >= 1),
  first_at text not null check (first_at like '____-__-__T__:__:__.___Z'),
  last_at text not null check (last_at like '____-__-__T__:__:__.___Z'),
  primary key (plan_id, opened_by, opened_on)
);
