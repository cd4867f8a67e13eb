-- The access log: who looked at what. Rows are only ever removed in whole spans that a seal covers.
create table access (
  id      bigint primary key,
  at      timestamptz(3) not null,
  subject text collate "C",
  thing   text collate "C",
  line    text not null
);
create index access_at on access (at desc, id desc);
create index access_subject on access (subject, at desc, id desc) where subject is not null;
create index access_thing on access (thing, at desc, id desc) where thing is not null;

-- How far each gateway's items are written, so that a batch that comes again is passed over.
create table access_source (
  source text collate "C" primary key,
  number bigint not null
);

create table access_span (
  number  bigint primary key,
  first   bigint not null,
  last    bigint not null,
  newest  timestamptz(3) not null,
  digest  bytea not null,
  hash    bytea not null,
  removed boolean not null default false
);
create index access_span_kept on access_span (number) where not removed;

-- Rows are numbered under a lock, so that they are committed in the order of their ids and no id is left out: what is behind a span is not
-- written yet. The lock is a statement of its own, so that the next statement sees what its last holder has written.
create function add_access_1(of_source text, numbers bigint[], ats timestamptz[], subjects text[], things text[], lines text[])
returns bigint language plpgsql as $f$
declare
  known bigint;
  before bigint;
begin
  perform pg_advisory_xact_lock(7464);
  select s.number into known from access_source s where s.source = of_source;
  known := coalesce(known, 0);
  before := greatest(
    coalesce((select max(a.id) from access a), 0),
    coalesce((select s.last from access_span s order by s.number desc limit 1), 0));
  insert into access (id, at, subject, thing, line)
  select before + row_number() over (order by e.number), e.at, e.subject, e.thing, e.line
  from unnest(numbers, ats, subjects, things, lines) e(number, at, subject, thing, line)
  where e.number > known;
  known := greatest(known, (select max(n) from unnest(numbers) n));
  insert into access_source (source, number) values (of_source, known) on conflict (source) do update set number = excluded.number;
  return known;
end
$f$;

-- Adds a span behind the newest one; false when there is another one by now.
create function add_access_span_1(of_number bigint, from_id bigint, to_id bigint, newest_at timestamptz, of_rows bytea, chained bytea)
returns boolean language plpgsql as $f$
begin
  perform pg_advisory_xact_lock(7464);
  if coalesce((select max(s.number) from access_span s), 0) + 1 <> of_number then
    return false;
  end if;
  insert into access_span (number, first, last, newest, digest, hash) values (of_number, from_id, to_id, newest_at, of_rows, chained);
  return true;
end
$f$;

-- Removes the rows of the oldest span that has its rows, if all of them happened before a time, at least a day ago. The span stays.
create function remove_access_span_1(happened_before timestamptz, up_to bigint) returns int language plpgsql as $f$
declare
  oldest access_span;
  gone int;
begin
  perform pg_advisory_xact_lock(7464);
  select * into oldest from access_span s where not s.removed order by s.number limit 1;
  if oldest.number is null or oldest.number > up_to or oldest.newest >= least(happened_before, clock_timestamp() - interval '1 day') then
    return null;
  end if;
  delete from access a where a.id between oldest.first and oldest.last;
  get diagnostics gone = row_count;
  update access_span s set removed = true where s.number = oldest.number;
  return gone;
end
$f$;
