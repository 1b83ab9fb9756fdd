-- Work that is done behind a page's back: mail to be sent, things to be tidied away. It is added in the transaction of
-- what caused it, so that either both happen or neither. Nothing personal stands in a payload: it names rows.
--
-- A worker that takes a job writes its lease into it and moves `due_at` to the lease's end; whoever dies with a job in
-- hand loses it then, and another takes it. `dedupe_key` names the cause: the same cause is worked for once.
create table job (
  id text not null primary key check (length(id) = 36),
  kind text not null check (length(kind) between 1 and 50),
  lane text not null check (lane in ('mail-now', 'mail', 'other')),
  dedupe_key text not null unique check (length(dedupe_key) between 1 and 300),
  payload text not null check (json_valid(payload)),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  due_at text not null check (due_at like '____-__-__T__:__:__.___Z'),
  give_up_at text not null check (give_up_at like '____-__-__T__:__:__.___Z'),
  attempts integer not null check (attempts >= 0),
  lease text check (length(lease) = 36),
  ended_at text check (ended_at like '____-__-__T__:__:__.___Z'),
  outcome text check (outcome in ('done', 'dropped', 'failed')),
  last_error text check (length(last_error) between 1 and 300),
  check ((ended_at is null) = (outcome is null)),
  check (ended_at is null or lease is null)
);

create index job_due on job (lane, due_at, id) where ended_at is null;
create index job_ended on job (ended_at, id) where ended_at is not null;

-- A message, from the moment it is caused. What became of it stands in its job. Once that has ended, name, address and
-- content are emptied: what is left says that a mail of this kind went to whoever has this address, and no more.
create table mail (
  id text not null primary key references job (id),
  kind text not null check (length(kind) between 1 and 50),
  address_id text not null check (length(address_id) = 64),
  message_id text not null unique check (message_id like '<%@%>'),
  to_name text not null check (length(to_name) <= 100),
  to_address text not null check (length(to_address) <= 254),
  subject text not null check (length(subject) <= 200),
  text_body text not null,
  html_body text not null,
  queued_at text not null check (queued_at like '____-__-__T__:__:__.___Z'),
  check ((to_address = '') = (text_body = '') and (to_address = '') = (html_body = ''))
);

create index mail_by_address on mail (address_id, queued_at, id);
create index mail_with_content on mail (id) where to_address <> '';

-- Kinds of mail that somebody does not want. No row: they have not said so.
create table mail_preference (
  address_id text not null check (length(address_id) = 64),
  kind text not null check (length(kind) between 1 and 50),
  off_at text not null check (off_at like '____-__-__T__:__:__.___Z'),
  primary key (address_id, kind)
);
