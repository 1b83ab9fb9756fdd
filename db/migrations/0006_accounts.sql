-- An account is one address that somebody has shown to be theirs. It gathers folders of plans; it holds no password and
-- nothing about its owner's school. A deleted one waits for thirty days and can be brought back until then.
create table account (
  id text not null primary key check (length(id) = 36),
  address text not null unique check (length(address) between 3 and 254),
  -- What its owner is called in what they share; empty until they share something.
  name text not null check (length(name) <= 100),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  -- The day it was last used: what is not used is removed, after a warning.
  used_on text not null check (used_on like '____-__-__'),
  warned_on text check (warned_on like '____-__-__'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.___Z')
);

create index account_by_use on account (used_on, id);
create index account_by_deletion on account (deleted_at) where deleted_at is not null;

-- Who the account's owner is to a sign-in service, so that it is the same account when their address there changes.
create table account_identity (
  issuer text not null check (length(issuer) between 1 and 500),
  subject text not null check (length(subject) between 1 and 255),
  account_id text not null references account (id),
  added_at text not null check (added_at like '____-__-__T__:__:__.___Z'),
  primary key (issuer, subject)
);

create index account_identity_by_account on account_identity (account_id);

-- A link that signs its reader in, once and for fifteen minutes. Looking at it uses nothing up: a button does.
create table sign_in_link (
  token_hash text not null primary key check (length(token_hash) = 64),
  address text not null check (length(address) between 3 and 254),
  -- The folder that its reader held the private link of and wants to keep in their account.
  folder_id text references folder (id),
  -- The page to go on to: a path of ours with no key in it.
  next text not null check (next like '/%' and length(next) <= 300),
  -- Set where a sign-in service named somebody whose address it has not confirmed: this link confirms it.
  issuer text check (length(issuer) between 1 and 500),
  subject text check (length(subject) between 1 and 255),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  expires_at text not null check (expires_at like '____-__-__T__:__:__.___Z'),
  used_at text check (used_at like '____-__-__T__:__:__.___Z'),
  check ((issuer is null) = (subject is null))
);

create index sign_in_link_by_expiry on sign_in_link (expires_at);

-- One browser that is signed in. `browser` is what its owner knows it by ("Firefox on Windows"), and no more of it.
create table session (
  id text not null primary key check (length(id) = 36),
  token_hash text not null unique check (length(token_hash) = 64),
  account_id text not null references account (id),
  browser text not null check (length(browser) between 1 and 60),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  -- Written at most once an hour, so that reading a page seldom waits for the disk.
  seen_at text not null check (seen_at like '____-__-__T__:__:__.___Z'),
  expires_at text not null check (expires_at like '____-__-__T__:__:__.___Z')
);

create index session_by_account on session (account_id, created_at);
create index session_by_expiry on session (expires_at);

-- A folder belongs to one account at most: the plans in it are its owner's record, wherever they work.
create table account_folder (
  folder_id text not null primary key references folder (id),
  account_id text not null references account (id),
  added_at text not null check (added_at like '____-__-__T__:__:__.___Z')
);

create index account_folder_by_account on account_folder (account_id, added_at);

-- What was done with an account, by its owner or by the service, for its owner to see.
create table account_event (
  id text not null primary key check (length(id) = 36),
  account_id text not null references account (id),
  said text not null check (length(said) between 1 and 300),
  at text not null check (at like '____-__-__T__:__:__.___Z')
);

create index account_event_by_account on account_event (account_id, at, id);

-- How often something was tried in one stretch of time, by whoever the hash stands for: an address or a network.
create table attempt (
  kind text not null check (length(kind) between 1 and 50),
  who text not null check (length(who) = 64),
  since text not null check (since like '____-__-__T__:__:__.___Z'),
  times integer not null check (times >= 1),
  primary key (kind, who, since)
);

create index attempt_by_since on attempt (since);
