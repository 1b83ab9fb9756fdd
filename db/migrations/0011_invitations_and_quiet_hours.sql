-- A mail can carry an invitation for a calendar, and lead replies to somebody else than the service. Both are emptied
-- with the rest of it once it has been sent.
alter table mail add column calendar text not null default '';
alter table mail add column reply_to text not null default '' check (length(reply_to) <= 254);

-- When it may go, as a list of stretches, each from one instant until just before another: a reminder keeps a school's
-- hours, also where the mail server was away meanwhile. Empty: at any time.
alter table mail add column sent_within text not null default '[]' check (json_valid(sent_within));

-- The ten minutes in which two people talk about a plan that is shared. It goes with its share.
create table share_meeting (
  share_id text not null primary key references share (id),
  starts_at text not null check (starts_at like '____-__-__T__:__:__.___Z'),
  -- Grows with every change, so that a calendar knows which of two is newer.
  sequence integer not null check (sequence >= 0),
  changed_at text not null check (changed_at like '____-__-__T__:__:__.___Z'),
  cancelled_at text check (cancelled_at like '____-__-__T__:__:__.___Z')
);
