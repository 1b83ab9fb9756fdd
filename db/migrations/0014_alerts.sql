-- A page somebody wants to hear of when it changes: one list of the service, as its address asks for it. An address can
-- hold answers about its owner, so it is kept with their account alone and goes with it.
create table alert (
  id text not null primary key check (length(id) = 36),
  account_id text not null references account (id) on delete cascade,
  -- Path and query in the one form that the same list has.
  address text not null check (length(address) between 1 and 4000),
  made_at text not null check (made_at like '____-__-__T__:__:__.___Z'),
  paused_at text check (paused_at like '____-__-__T__:__:__.___Z'),
  -- Set while it can still be brought back.
  removed_at text check (removed_at like '____-__-__T__:__:__.___Z'),
  -- The list as its owner last saw or was mailed it, and on which day that was.
  said text not null check (json_valid(said)),
  said_on text not null check (said_on like '____-__-__'),
  unique (account_id, address)
);

create index alert_by_removal on alert (removed_at) where removed_at is not null;

-- The day an account was last mailed what had changed: once a week at most, whatever it follows.
create table alert_digest (
  account_id text not null primary key references account (id) on delete cascade,
  mailed_on text not null check (mailed_on like '____-__-__')
);
