-- The catalogue as append-only versions: nothing is ever changed or deleted, so that a plan can pin what it relied on
-- and any upgrade can be looked back through. Shipped content and a hub's own edits are two layers of one item; an
-- upgrade adds a shipped version and never touches an edited one.
create table item_version (
  kind text not null check (kind in ('opportunity', 'intake', 'fact', 'route', 'npq', 'provider', 'cohort', 'network', 'eef', 'claim', 'hub')),
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

-- Public ids never change: what an item was called once still answers, with 301.
create table alias (
  kind text not null check (kind in ('opportunity')),
  old_id text not null check (length(old_id) between 1 and 120),
  new_id text not null check (length(new_id) between 1 and 120),
  primary key (kind, old_id)
);

-- One row: which catalogue the tables hold. Every process compares `version` to know when to read it again.
create table catalogue_state (
  only_row integer not null primary key check (only_row = 1),
  version text not null,
  content_version text not null,
  hub text not null,
  loaded_at text not null check (loaded_at like '____-__-__T__:__:__.___Z')
);
