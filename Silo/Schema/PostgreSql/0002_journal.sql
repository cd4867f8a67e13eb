-- The journal and what is kept beside it. Only the append writes here (0003). Names are compared byte by byte (collate "C").

create table journal (
  position bigint primary key,
  stream text collate "C" not null,
  version int not null,
  kind text not null,
  occurred_at timestamptz(3) not null,
  recorded_at timestamptz(3) not null,
  actor text not null,
  command_id uuid not null,
  line text not null,
  hash bytea not null
);
-- Includes the command, so that "did this command write here" is answered from the index.
create unique index journal_stream on journal (stream, version) include (command_id);

-- Where the journal ends: one row, raised by each batch under the append's lock. No sequence: a batch that fails leaves no gap.
-- restores: raised by whoever brings a backup back; a part of the epoch.
create table journal_end (
  one boolean primary key default true check (one),
  position bigint not null,
  recorded_at timestamptz(3) not null,
  restores int not null
) with (fillfactor = 10);
insert into journal_end (position, recorded_at, restores) values (0, '-infinity', 0);

create table command (
  id uuid primary key,
  digest bytea not null,
  stream text not null,
  version int not null,
  status smallint not null,
  extra text
);

-- One row per stream, rewritten by each append: half of each page stays free, and no index stands on what changes with every event,
-- so that nearly all updates are heap-only (HOT).
create table board (
  stream text collate "C" primary key,
  kind smallint not null,
  version int not null,
  hash bytea not null,
  position bigint not null,
  open boolean not null,
  status smallint not null,
  priority smallint not null,
  station text,
  due_at timestamptz(3),
  bucket smallint not null,
  view_code smallint not null,
  view text not null
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);
create index board_open on board (kind) where open;
create index board_due on board (due_at) where due_at is not null;

create table incident_row (
  id text collate "C" primary key,
  number text collate "C" not null,
  open boolean not null,
  category text not null,
  priority smallint not null,
  station text,
  exercise boolean not null,
  received_at timestamptz(3) not null,
  closed_at timestamptz(3),
  first_assigned_at timestamptz(3),
  first_assigned_unit text,
  first_assigned_station text,
  first_on_scene_at timestamptz(3),
  first_on_scene_unit text,
  first_on_scene_station text,
  search text not null
) with (fillfactor = 70);
create unique index incident_row_number on incident_row (number);
create index incident_row_received on incident_row (received_at desc, id);
create index incident_row_open on incident_row (received_at desc, id) where open;

create table response_row (
  incident text collate "C" not null,
  ordinal int not null,
  unit text collate "C" not null,
  station text,
  active boolean not null,
  assigned_at timestamptz(3),
  acknowledged_at timestamptz(3),
  en_route_at timestamptz(3),
  on_scene_at timestamptz(3),
  feedback_at timestamptz(3),
  cleared_at timestamptz(3),
  primary key (incident, ordinal)
) with (fillfactor = 70);
create index response_row_unit on response_row (unit);

create table call_row (
  id text collate "C" primary key,
  status smallint not null,
  received_at timestamptz(3) not null,
  disposition_kind text,
  incident text,
  search text not null
) with (fillfactor = 70);
create index call_row_received on call_row (received_at desc, id);

-- The only place of personal data that has a field of its own: deleting a row erases the person, every chain still verifies.
create table personal (
  stream text collate "C" primary key,
  value text not null
);

-- Each minute's seal over the heads that changed, with an HMAC whose key is not in the database.
create table seal (
  minute timestamptz primary key,
  position bigint not null,
  count int not null,
  digest bytea not null,
  hmac bytea not null
);

-- The secret of a deployment that was given none: one row, made by the first silo.
create table deployment_secret (
  one boolean primary key default true check (one),
  secret bytea not null
);
