-- Short checksums of journal lines and board rows, which are checked when a row is read: damage is named, and never served as true.
-- Rows of before, and those that a silo of an earlier version writes, have none.
alter table journal add column sum int;
alter table board add column sum int;

-- One batch, one message: takes the lock, checks, writes and COMMITS INSIDE ITSELF, so the lock never waits for a client, frozen or not.
-- Arrays go by request (r_), head (h_), event (e_), narrow row (i_, a_, c_), personal data (s_), text (t_), key (k_) and name (n_);
-- no stream and no command stands in a batch twice.
-- All joins go from an unnested array to one index: a generic plan is the right one, and nothing is planned again.
-- outcome per request: 0 committed, 1 conflict, 2 repeated, 3 decided on another history than this, 4 a name is taken.
-- hashes: of each event that was written. relist: make the lists from the narrow rows.
-- e_sum, h_sum: the checksums over what the caller knows of a line and of a board row, null from one that makes none. Here they take in what
-- only the append knows: the hash and the position, folded to 32 bits (ends). docs/data-model.md has the recipe.
create procedure append_5(
  r_epoch text[], r_command uuid[], r_digest bytea[], r_status smallint[], r_extra text[], r_stream text[], r_version int[],
  h_request int[], h_stream text[], h_kind smallint[], h_expected int[], h_version int[], h_last int[], h_open boolean[],
  h_status smallint[], h_priority smallint[], h_station text[], h_due timestamptz[], h_late timestamptz[], h_listed timestamptz[], h_bucket smallint[], h_code smallint[], h_view text[],
  h_sum int[],
  e_request int[], e_head int[], e_previous int[], e_stream text[], e_version int[], e_kind text[], e_occurred timestamptz[],
  e_actor text[], e_command uuid[], e_before text[], e_after text[], e_sum int[],
  i_request int[], i_id text[], i_number text[], i_open boolean[], i_category text[], i_priority smallint[], i_station text[],
  i_exercise boolean[], i_received timestamptz[], i_closed timestamptz[], i_assigned timestamptz[], i_assigned_unit text[],
  i_assigned_station text[], i_scene timestamptz[], i_scene_unit text[], i_scene_station text[], i_search text[], i_targets text[],
  a_request int[], a_incident text[], a_ordinal int[], a_unit text[], a_station text[], a_active boolean[], a_assigned timestamptz[],
  a_acknowledged timestamptz[], a_en_route timestamptz[], a_scene timestamptz[], a_feedback timestamptz[], a_cleared timestamptz[],
  c_request int[], c_id text[], c_status smallint[], c_received timestamptz[], c_disposition text[], c_incident text[], c_search text[],
  s_request int[], s_stream text[], s_value text[],
  t_request int[], t_stream text[], t_kind smallint[], t_listed timestamptz[], t_text text[], t_terms text[],
  k_request int[], k_stream text[], k_kind smallint[], k_listed timestamptz[], k_key text[], k_added boolean[],
  n_request int[], n_name text[], n_stream text[], n_taken boolean[],
  relist boolean,
  inout epoch text, inout outcome smallint[], inout stamped timestamptz, inout first_position bigint[], inout last_position bigint[], inout hashes bytea[])
language plpgsql as $p$
declare
  ended bigint;
  at text;
  conflicting int[];
  foreign_history int[];
  repeated int[];
  heads bytea[];
  lines text[];
  places bigint[];
  ends int[];
  folded varbit;
  events int := coalesce(array_length(e_request, 1), 0);
  chained bytea;
  r int;
begin
  -- A statement of its own: what follows gets a snapshot younger than the lock.
  perform pg_advisory_xact_lock(7461);

  epoch := journal_epoch();
  select array_agg(h.request) filter (where coalesce(b.version, 0) <> h.expected), array_agg(b.hash order by h.ord)
  into conflicting, heads
  from unnest(h_request, h_stream, h_expected) with ordinality h(request, stream, expected, ord)
    left join board b on b.stream = h.stream;

  -- A command without a key has a null digest and is never looked for.
  select array_agg(k.ord::int)
  into repeated
  from unnest(r_command, r_digest) with ordinality k(id, digest, ord) join command c on c.id = k.id
  where k.digest is not null;

  select array_agg(k.ord::int) into foreign_history from unnest(r_epoch) with ordinality k(of_request, ord) where k.of_request <> epoch;

  outcome := array_fill(0::smallint, array[array_length(r_command, 1)]);
  first_position := array_fill(null::bigint, array[array_length(r_command, 1)]);
  last_position := first_position;
  if conflicting is not null then
    foreach r in array conflicting loop outcome[r] := 1; end loop;
  end if;
  if repeated is not null then
    foreach r in array repeated loop outcome[r] := 2; end loop;
  end if;
  if foreign_history is not null then
    foreach r in array foreign_history loop outcome[r] := 3; end loop;
  end if;
  -- Names: one request after another, each behind those before it in the batch. A request whose names are not free writes nothing.
  if array_length(n_request, 1) > 0 then
    for r in select distinct n from unnest(n_request) n order by n loop
      if outcome[r] = 0 then
        if exists (
          select from unnest(n_request, n_name, n_stream, n_taken) n(request, name, stream, taken) join claim c on c.name = n.name
          where n.request = r and n.taken and c.stream <> n.stream and not exists (
            select from unnest(n_request, n_name, n_stream, n_taken) g(request, name, stream, taken)
            where g.request = r and not g.taken and g.name = n.name and g.stream = c.stream)) then
          outcome[r] := 4;
        else
          delete from claim c
          using unnest(n_request, n_name, n_stream, n_taken) n(request, name, stream, taken)
          where n.request = r and not n.taken and c.name = n.name and c.stream = n.stream;
          insert into claim (name, stream)
          select n.name, n.stream from unnest(n_request, n_name, n_stream, n_taken) n(request, name, stream, taken) where n.request = r and n.taken
          on conflict (name) do update set stream = excluded.stream;
        end if;
      end if;
    end loop;
  end if;

  if not (0::smallint = any (outcome)) then
    commit;
    return;
  end if;

  if events > 0 then
    -- One stamp for the whole batch: whole milliseconds, never falling.
    select e.position, greatest(e.recorded_at, date_trunc('milliseconds', clock_timestamp())) into ended, stamped from journal_end e;
    at := to_char(stamped at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

    -- Lines, hashes, positions: a chain is a loop.
    places := array_fill(null::bigint, array[events]);
    hashes := array_fill(null::bytea, array[events]);
    lines := array_fill(null::text, array[events]);
    ends := array_fill(null::int, array[events]);
    for e in 1 .. events loop
      r := e_request[e];
      if outcome[r] = 0 then
        ended := ended + 1;
        places[e] := ended;
        lines[e] := e_before[e] || at || e_after[e];
        chained := case when e_previous[e] > 0 then hashes[e_previous[e]]
          else coalesce(heads[e_head[e]], '\x0000000000000000000000000000000000000000000000000000000000000000') end;
        hashes[e] := sha256(chained || convert_to(lines[e], 'UTF8'));
        if e_sum[e] is not null then
          folded := ('x' || encode(hashes[e], 'hex'))::bit(256);
          folded := substring(folded from 1 for 128) # substring(folded from 129);
          folded := substring(folded from 1 for 64) # substring(folded from 65) # ended::bit(64);
          ends[e] := (substring(folded from 1 for 32) # substring(folded from 33))::bit(32)::int;
        end if;
        if first_position[r] is null then
          first_position[r] := ended;
        end if;
        last_position[r] := ended;
      end if;
    end loop;

    insert into journal (position, stream, version, kind, occurred_at, recorded_at, actor, command_id, line, hash, sum)
    select u.place, u.stream, u.version, u.kind, u.occurred, stamped, u.actor, u.command, u.line, u.hash, u.sum # u.end_sum
    from unnest(places, e_stream, e_version, e_kind, e_occurred, e_actor, e_command, lines, hashes, e_sum, ends)
      u(place, stream, version, kind, occurred, actor, command, line, hash, sum, end_sum)
    where u.place is not null;

    -- h_last is the head's last event, null where the head is only compared.
    update board b
    set version = h.version, hash = hashes[h.last], position = places[h.last], open = h.open, status = h.status,
      priority = h.priority, station = h.station, due_at = h.due, late_at = h.late, listed_at = coalesce(h.listed, b.listed_at), view_code = h.code, view = h.view,
      sum = case when h.listed is not null or b.listed_at is null then h.sum # ends[h.last] end
    from unnest(h_request, h_stream, h_expected, h_version, h_last, h_open, h_status, h_priority, h_station, h_due, h_late, h_listed, h_code, h_view, h_sum)
      h(request, stream, expected, version, last, open, status, priority, station, due, late, listed, code, view, sum)
    where b.stream = h.stream and h.expected > 0 and h.last is not null and outcome[h.request] = 0;
    if 0 = any (h_expected) then
      insert into board (stream, kind, version, hash, position, open, status, priority, station, due_at, late_at, listed_at, bucket, view_code, view, sum)
      select h.stream, h.kind, h.version, hashes[h.last], places[h.last], h.open, h.status, h.priority, h.station, h.due, h.late, h.listed, h.bucket, h.code, h.view,
        h.sum # ends[h.last]
      from unnest(h_request, h_stream, h_kind, h_expected, h_version, h_last, h_open, h_status, h_priority, h_station, h_due, h_late, h_listed, h_bucket, h_code, h_view, h_sum)
        h(request, stream, kind, expected, version, last, open, status, priority, station, due, late, listed, bucket, code, view, sum)
      where h.expected = 0 and h.last is not null and outcome[h.request] = 0;
    end if;
    update journal_end set position = ended, recorded_at = stamped;
  end if;

  insert into command (id, digest, stream, version, status, extra)
  select k.id, k.digest, k.stream, k.version, k.status, k.extra
  from unnest(r_command, r_digest, r_stream, r_version, r_status, r_extra, outcome) k(id, digest, stream, version, status, extra, outcome)
  where k.digest is not null and k.outcome = 0;

  if array_length(i_request, 1) > 0 then
    insert into incident_row as t (id, number, open, category, priority, station, exercise, received_at, closed_at,
      first_assigned_at, first_assigned_unit, first_assigned_station, first_on_scene_at, first_on_scene_unit, first_on_scene_station, search, targets)
    select i.id, i.number, i.open, i.category, i.priority, i.station, i.exercise, i.received, i.closed,
      i.assigned, i.assigned_unit, i.assigned_station, i.scene, i.scene_unit, i.scene_station, i.search, i.targets
    from unnest(i_request, i_id, i_number, i_open, i_category, i_priority, i_station, i_exercise, i_received, i_closed,
        i_assigned, i_assigned_unit, i_assigned_station, i_scene, i_scene_unit, i_scene_station, i_search, i_targets)
      i(request, id, number, open, category, priority, station, exercise, received, closed,
        assigned, assigned_unit, assigned_station, scene, scene_unit, scene_station, search, targets)
    where outcome[i.request] = 0
    on conflict (id) do update set number = excluded.number, open = excluded.open, category = excluded.category,
      priority = excluded.priority, station = excluded.station, exercise = excluded.exercise, received_at = excluded.received_at,
      closed_at = excluded.closed_at, first_assigned_at = excluded.first_assigned_at, first_assigned_unit = excluded.first_assigned_unit,
      first_assigned_station = excluded.first_assigned_station, first_on_scene_at = excluded.first_on_scene_at,
      first_on_scene_unit = excluded.first_on_scene_unit, first_on_scene_station = excluded.first_on_scene_station, search = excluded.search, targets = excluded.targets;
  end if;

  if array_length(a_request, 1) > 0 then
    insert into response_row as t (incident, ordinal, unit, station, active, assigned_at, acknowledged_at, en_route_at, on_scene_at, feedback_at, cleared_at)
    select a.incident, a.ordinal, a.unit, a.station, a.active, a.assigned, a.acknowledged, a.en_route, a.scene, a.feedback, a.cleared
    from unnest(a_request, a_incident, a_ordinal, a_unit, a_station, a_active, a_assigned, a_acknowledged, a_en_route, a_scene, a_feedback, a_cleared)
      a(request, incident, ordinal, unit, station, active, assigned, acknowledged, en_route, scene, feedback, cleared)
    where outcome[a.request] = 0
    on conflict (incident, ordinal) do update set unit = excluded.unit, station = excluded.station, active = excluded.active,
      assigned_at = excluded.assigned_at, acknowledged_at = excluded.acknowledged_at, en_route_at = excluded.en_route_at,
      on_scene_at = excluded.on_scene_at, feedback_at = excluded.feedback_at, cleared_at = excluded.cleared_at;
  end if;

  if array_length(c_request, 1) > 0 then
    insert into call_row as t (id, status, received_at, disposition_kind, incident, search)
    select c.id, c.status, c.received, c.disposition, c.incident, c.search
    from unnest(c_request, c_id, c_status, c_received, c_disposition, c_incident, c_search)
      c(request, id, status, received, disposition, incident, search)
    where outcome[c.request] = 0
    on conflict (id) do update set status = excluded.status, received_at = excluded.received_at,
      disposition_kind = excluded.disposition_kind, incident = excluded.incident, search = excluded.search;
  end if;

  if array_length(s_request, 1) > 0 then
    delete from personal t
    using unnest(s_request, s_stream, s_value) s(request, stream, value)
    where t.stream = s.stream and s.value is null and outcome[s.request] = 0;
    insert into personal as t (stream, value)
    select s.stream, s.value
    from unnest(s_request, s_stream, s_value) s(request, stream, value)
    where s.value is not null and outcome[s.request] = 0
    on conflict (stream) do update set value = excluded.value;
  end if;

  if array_length(t_request, 1) > 0 then
    insert into board_text as t (stream, kind, listed_at, text, terms)
    select t.stream, t.kind, t.listed, t.text, t.terms::tsvector
    from unnest(t_request, t_stream, t_kind, t_listed, t_text, t_terms) t(request, stream, kind, listed, text, terms)
    where outcome[t.request] = 0
    on conflict (stream) do update set listed_at = excluded.listed_at, text = excluded.text, terms = excluded.terms;
  end if;

  if array_length(k_request, 1) > 0 then
    delete from board_key t
    using unnest(k_request, k_stream, k_kind, k_listed, k_key, k_added) k(request, stream, kind, listed, key, added)
    where t.kind = k.kind and t.key = k.key and t.listed_at = k.listed and t.stream = k.stream and not k.added and outcome[k.request] = 0;
    insert into board_key (kind, key, listed_at, stream)
    select k.kind, k.key, k.listed, k.stream
    from unnest(k_request, k_stream, k_kind, k_listed, k_key, k_added) k(request, stream, kind, listed, key, added)
    where k.added and outcome[k.request] = 0
    on conflict do nothing;
  end if;

  -- The caller does not know of lists: they are made from its narrow rows.
  if relist then
    perform list_incidents(array(select id from unnest(i_id) id union select id from unnest(a_incident) id));
    perform list_calls(c_id);
  end if;

  commit;
end
$p$;

-- What silos of earlier versions call, also through append_3: it writes as append_5 does, without checksums.
create or replace procedure append_4(
  r_epoch text[], r_command uuid[], r_digest bytea[], r_status smallint[], r_extra text[], r_stream text[], r_version int[],
  h_request int[], h_stream text[], h_kind smallint[], h_expected int[], h_version int[], h_last int[], h_open boolean[],
  h_status smallint[], h_priority smallint[], h_station text[], h_due timestamptz[], h_late timestamptz[], h_listed timestamptz[], h_bucket smallint[], h_code smallint[], h_view text[],
  e_request int[], e_head int[], e_previous int[], e_stream text[], e_version int[], e_kind text[], e_occurred timestamptz[],
  e_actor text[], e_command uuid[], e_before text[], e_after text[],
  i_request int[], i_id text[], i_number text[], i_open boolean[], i_category text[], i_priority smallint[], i_station text[],
  i_exercise boolean[], i_received timestamptz[], i_closed timestamptz[], i_assigned timestamptz[], i_assigned_unit text[],
  i_assigned_station text[], i_scene timestamptz[], i_scene_unit text[], i_scene_station text[], i_search text[], i_targets text[],
  a_request int[], a_incident text[], a_ordinal int[], a_unit text[], a_station text[], a_active boolean[], a_assigned timestamptz[],
  a_acknowledged timestamptz[], a_en_route timestamptz[], a_scene timestamptz[], a_feedback timestamptz[], a_cleared timestamptz[],
  c_request int[], c_id text[], c_status smallint[], c_received timestamptz[], c_disposition text[], c_incident text[], c_search text[],
  s_request int[], s_stream text[], s_value text[],
  t_request int[], t_stream text[], t_kind smallint[], t_listed timestamptz[], t_text text[], t_terms text[],
  k_request int[], k_stream text[], k_kind smallint[], k_listed timestamptz[], k_key text[], k_added boolean[],
  n_request int[], n_name text[], n_stream text[], n_taken boolean[],
  relist boolean,
  inout epoch text, inout outcome smallint[], inout stamped timestamptz, inout first_position bigint[], inout last_position bigint[], inout hashes bytea[])
language plpgsql as $p$
begin
  call append_5(
    r_epoch, r_command, r_digest, r_status, r_extra, r_stream, r_version, h_request, h_stream, h_kind, h_expected, h_version,
    h_last, h_open, h_status, h_priority, h_station, h_due, h_late, h_listed, h_bucket, h_code, h_view,
    array_fill(null::int, array[coalesce(array_length(h_request, 1), 0)]), e_request, e_head, e_previous, e_stream, e_version,
    e_kind, e_occurred, e_actor, e_command, e_before, e_after,
    array_fill(null::int, array[coalesce(array_length(e_request, 1), 0)]), i_request, i_id, i_number, i_open, i_category,
    i_priority, i_station, i_exercise, i_received, i_closed, i_assigned, i_assigned_unit, i_assigned_station, i_scene,
    i_scene_unit, i_scene_station, i_search, i_targets, a_request, a_incident, a_ordinal, a_unit, a_station, a_active, a_assigned,
    a_acknowledged, a_en_route, a_scene, a_feedback, a_cleared, c_request, c_id, c_status, c_received, c_disposition, c_incident,
    c_search, s_request, s_stream, s_value, t_request, t_stream, t_kind, t_listed, t_text, t_terms, k_request, k_stream, k_kind,
    k_listed, k_key, k_added, n_request, n_name, n_stream, n_taken,
    relist,
    epoch, outcome, stamped, first_position, last_position, hashes);
end
$p$;
