-- A folder is what one private link opens: one or more plans of one teacher. Only the hash of the link's key is kept,
-- so that whoever reads the database can open no plan. The calendar feed has a key of its own, which shows dates and
-- can change nothing.
create table folder (
  id text not null primary key check (length(id) = 36),
  key_hash text not null unique check (length(key_hash) = 64),
  feed_hash text unique check (length(feed_hash) = 64),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z')
);

-- One plan, at the version that stands. A deleted one waits for thirty days and can be brought back until then.
-- `number` is its place in the folder, as it stands in its address, and is never used twice.
create table plan (
  id text not null primary key check (length(id) = 36),
  folder_id text not null references folder (id),
  number integer not null check (number >= 1),
  version integer not null check (version >= 1),
  title text not null check (length(title) between 1 and 200),
  created_at text not null check (created_at like '____-__-__T__:__:__.___Z'),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z'),
  deleted_at text check (deleted_at like '____-__-__T__:__:__.___Z'),
  unique (folder_id, number)
);

create index plan_by_deletion on plan (deleted_at) where deleted_at is not null;

-- Every version of a plan whole, so that any can be looked at and brought back, and none is ever changed.
create table plan_version (
  plan_id text not null references plan (id),
  version integer not null check (version >= 1),
  said text not null check (length(said) between 1 and 400),
  document text not null check (json_valid(document)),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z'),
  primary key (plan_id, version)
);
