-- Plans are laid out in real half terms, so term calendars and bank holidays join the catalogue and are versioned as
-- everything in it is. A check on a column cannot be widened in both databases: the table is made anew with two more
-- kinds, its rows are carried over whole, and the views that read it are made again just as they were.
drop view current_fact;
drop view current_intake;
drop view current_opportunity;
drop view current_item;
drop view newest_version;

create table item_version_new (
  kind text not null check (kind in ('opportunity', 'intake', 'fact', 'route', 'npq', 'provider', 'cohort', 'network', 'eef', 'claim', 'hub', 'term-calendar', 'bank-holiday')),
  id text not null check (length(id) between 1 and 120),
  layer text not null check (layer in ('shipped', 'edited')),
  version integer not null check (version >= 1),
  owner text not null check (length(owner) between 1 and 60),
  areas text not null check (json_valid(areas)),
  position integer not null check (position >= 0),
  document text not null check (json_valid(document)),
  hash text not null check (length(hash) = 64),
  withdrawn integer not null check (withdrawn in (0, 1)),
  recorded_at text not null check (recorded_at like '____-__-__T__:__:__.___Z'),
  primary key (kind, id, layer, version)
);

insert into item_version_new (kind, id, layer, version, owner, areas, position, document, hash, withdrawn, recorded_at)
select kind, id, layer, version, owner, areas, position, document, hash, withdrawn, recorded_at
from item_version;

drop table item_version;

alter table item_version_new rename to item_version;

-- The newest version of each layer.
create view newest_version as
select v.kind, v.id, v.layer, v.version, v.owner, v.areas, v.position, v.document, v.hash, v.withdrawn, v.recorded_at
from item_version v
where v.version = (
  select max(w.version)
  from item_version w
  where w.kind = v.kind and w.id = v.id and w.layer = v.layer
);

-- What is shown: a hub's edit where there is one, else what is shipped.
create view current_item as
select n.kind, n.id, n.layer, n.version, n.owner, n.areas, n.position, n.document
from newest_version n
where n.withdrawn = 0
  and (
    n.layer = 'edited'
    or not exists (
      select 1
      from newest_version e
      where e.kind = n.kind and e.id = n.id and e.layer = 'edited' and e.withdrawn = 0
    )
  );

create view current_opportunity as
select id, layer, version, owner, areas, document
from current_item
where kind = 'opportunity';

create view current_intake as
select id, layer, version, owner, areas, document
from current_item
where kind = 'intake';

create view current_fact as
select id, layer, version, owner, areas, document
from current_item
where kind = 'fact';
