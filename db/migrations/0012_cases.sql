-- The case a teacher is writing for their sponsor: one to each plan, kept until it goes with the plan. A save names the
-- version it changes, so that two tabs cannot overwrite one another.
create table case_draft (
  plan_id text not null primary key references plan (id),
  version integer not null check (version >= 1),
  document text not null check (json_valid(document)),
  saved_at text not null check (saved_at like '____-__-__T__:__:__.___Z')
);

-- A case as its sponsor was sent it, word for word. It is never changed: what the sponsor answered has to stay what they
-- answered. A case that is sent anew is another share with words of its own.
create table case_sent (
  share_id text not null primary key references share (id),
  document text not null check (json_valid(document))
);
