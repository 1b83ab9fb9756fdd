-- Schools as the register of schools (GIAS) gives them, one row for each establishment, open or not. A row is
-- replaced by a newer statement of the register, and never deleted because a file does not name it: an extract can be
-- partial, and a closed school must still lead to its successor.
-- `row_hash` is of the line the row was last read from, so that the next import can pass over lines that say nothing
-- new, and so that two changes in one day (the register dates changes by day only) are both seen.
create table school (
  urn integer not null primary key check (urn between 100000 and 999999),
  name text not null check (length(name) between 1 and 200),
  status text not null check (status in ('open', 'closing', 'closed', 'proposed', 'unknown')),
  status_said text not null,
  type_code integer check (type_code between 1 and 99),
  type_name text,
  phase text,
  -- The merged register's own word on who pays, for rows whose type no source gave.
  state_funded text check (state_funded in ('Y', 'N', 'FE', 'part', 'likely', 'unknown')),
  la_code text,
  la_name text,
  street text,
  town text,
  postcode text check (length(postcode) between 5 and 8),
  district_code text check (length(district_code) = 9),
  district_name text,
  -- Metres on the Ordnance Survey's national grid: distances are sums of squares, with no conversion.
  easting integer check (easting between 0 and 700000),
  northing integer check (northing between 0 and 1300000),
  ukprn integer check (ukprn between 10000000 and 19999999),
  trust_uid integer,
  trust_name text,
  age_low integer check (age_low between 0 and 99),
  age_high integer check (age_high between 0 and 99),
  pupils integer check (pupils >= 0),
  fsm_percent real check (fsm_percent between 0 and 100),
  website text,
  opened_on text check (opened_on like '____-__-__'),
  closed_on text check (closed_on like '____-__-__'),
  row_hash text not null check (length(row_hash) = 51),
  first_seen text not null check (first_seen like '____-__-__T__:__:__.___Z'),
  updated text not null check (updated like '____-__-__T__:__:__.___Z')
);

create index school_by_district on school (district_code);
create index school_by_ukprn on school (ukprn);

-- Which school followed which. Both sides of a link can state it: what one side said is replaced when that side is
-- read again, and the link stands while either says it.
create table school_link (
  predecessor integer not null,
  successor integer not null check (successor <> predecessor),
  said_by integer not null check (said_by in (predecessor, successor)),
  primary key (predecessor, successor, said_by)
);

create index school_link_by_successor on school_link (successor);
create index school_link_by_speaker on school_link (said_by);

-- The 87 areas of the teaching school hubs, and the districts each serves. A district in more than one area is split
-- between hubs by a line nobody has published: all of them are candidates.
create table hub_area (
  code text not null primary key check (length(code) between 2 and 4),
  region text not null,
  hub_name text not null,
  website text,
  email text,
  phone text,
  lead_school_urn integer not null,
  lead_school_name text not null,
  lead_trust_name text,
  districts text not null check (json_valid(districts)),
  -- Areas are told in the order of the official list, where EE10 comes after EE9.
  position integer not null
);

create table district (
  code text not null primary key check (length(code) = 9),
  name text not null,
  la_code text not null,
  la_name text not null,
  region text not null
);

create table district_area (
  district_code text not null references district (code),
  area_code text not null references hub_area (code),
  primary key (district_code, area_code)
);

-- DfE's lists of who counts as disadvantaged, one row for each list of an intake. A list with no row here is not held,
-- which is another answer than "not on it".
create table eligibility_list (
  list text not null check (list in ('pp50-school', 'pp50-further-education', 'rise', 'childminder', 'disadvantaged-early-years', 'la-nursery')),
  vintage text not null check (vintage like '20__-spring' or vintage like '20__-autumn'),
  entries integer not null check (entries >= 1),
  imported_at text not null check (imported_at like '____-__-__T__:__:__.___Z'),
  primary key (list, vintage)
);

-- The kind of identifier is part of the key: 768 identifiers on Ofsted's list of childminders are also the URN of some
-- school. `urn-or-ofsted-urn` is kept apart where a source does not say which of the two it gives.
create table eligibility_entry (
  list text not null,
  vintage text not null,
  identifier_type text not null check (identifier_type in ('urn', 'ukprn', 'ofsted-urn', 'urn-or-ofsted-urn')),
  identifier text not null check (length(identifier) between 4 and 12),
  -- In this order one identifier is found on any of the six lists without reading the rest of them.
  primary key (list, identifier_type, identifier, vintage),
  foreign key (list, vintage) references eligibility_list (list, vintage)
);

-- What was imported, when, from which file (by its hash; a name would say where somebody keeps their files).
create table import_run (
  id text not null primary key,
  kind text not null check (kind in ('schools', 'list', 'shipped')),
  name text not null,
  vintage text,
  file_hash text not null check (length(file_hash) = 64),
  counts text not null check (json_valid(counts)),
  imported_at text not null check (imported_at like '____-__-__T__:__:__.___Z')
);

create index import_run_by_time on import_run (imported_at);
