-- The day the second warning went out to whoever does not use their account: it is closed only after both.
alter table account add column warned_again_on text check (warned_again_on like '____-__-__');

-- Since when no private link opens a folder, where its owner has ended the one it had: its key was thrown away.
alter table folder add column link_ended_at text check (link_ended_at like '____-__-__T__:__:__.___Z');

-- A link that moves an account to another address, sent to that address: who opens it signed in has both.
create table address_change (
  token_hash text not null primary key check (length(token_hash) = 64),
  account_id text not null references account (id),
  address text not null check (length(address) between 3 and 254),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  expires_at text not null check (expires_at like '____-__-__T__:__:__.___Z')
);

create index address_change_by_account on address_change (account_id);
create index address_change_by_expiry on address_change (expires_at);
