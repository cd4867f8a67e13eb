-- The keys under which the texts of a stream are written (Grains/Journal/Erasing) stand among the personal data, by the stream's name behind
-- 'key:'. The audit folds what they hide, and must not see numbers and names: it reads them through this view.
create view stream_key as select stream as name, value from personal where stream >= 'key:' and stream < 'key;';

-- Lines in which texts were enciphered after they had been hashed, so that they can be erased: the only lines that do not follow from the
-- hash before them. Each row has the digest of the line as it stands now, and a hash behind the row before it.
create table erasure (
  number   bigint primary key,
  position bigint not null unique,
  stream   text collate "C" not null,
  version  int not null,
  at       timestamptz(3) not null,
  digest   bytea not null,
  hash     bytea not null
);
create index erasure_stream on erasure (stream);

-- Replaces lines of one stream, and says so in the table of erasures. Silos have no right to change a line themselves; this changes nothing of
-- one before its data. The key is written where the stream has none; where it has another one, nothing is done, and the answer is -1. A line
-- that was replaced before is passed over.
create function encipher_1(of_stream text, key_name text, key_value text, places bigint[], lines text[]) returns int
language plpgsql security definer set search_path = public, pg_temp as $f$
declare
  last_number bigint;
  chained bytea;
  moment timestamptz(3) := clock_timestamp();
  one record;
  kept record;
  content bytea;
  done int := 0;
begin
  -- The lock is a statement of its own, so that the next one sees what its last holder has written.
  perform pg_advisory_xact_lock(7465);
  insert into personal (stream, value) values (key_name, key_value) on conflict (stream) do nothing;
  if not exists (select from personal p where p.stream = key_name and p.value = key_value) then
    return -1;
  end if;
  select e.number, e.hash into last_number, chained from erasure e order by e.number desc limit 1;
  last_number := coalesce(last_number, 0);
  chained := coalesce(chained, decode(repeat('00', 32), 'hex'));
  for one in select u.place, u.line from unnest(places, lines) u(place, line) order by u.place loop
    select j.version, j.line into kept from journal j where j.position = one.place and j.stream = of_stream for update;
    if kept.line is null or kept.line = one.line or exists (select from erasure e where e.position = one.place) then
      continue;
    end if;
    if left(one.line, strpos(one.line, '"data":')) <> left(kept.line, strpos(kept.line, '"data":')) then
      raise exception 'the line at position % would change before its data', one.place;
    end if;
    last_number := last_number + 1;
    content := sha256(convert_to(one.line, 'UTF8'));
    chained := sha256(chained || convert_to(format('%s %s %s %s %s %s', last_number, one.place, of_stream, kept.version,
      to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), encode(content, 'hex')), 'UTF8'));
    insert into erasure (number, position, stream, version, at, digest, hash)
    values (last_number, one.place, of_stream, kept.version, moment, content, chained);
    update journal j set line = one.line, sum = null where j.position = one.place;
    done := done + 1;
  end loop;
  return done;
end
$f$;
revoke execute on function encipher_1(text, text, text, bigint[], text[]) from public;
