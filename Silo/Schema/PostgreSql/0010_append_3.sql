-- The append answers with the hashes that it made: a silo then knows all that it wrote, and need not read it back to show it. It stands beside
-- those before it, which silos of earlier versions call.

-- One batch, one message: takes the lock, checks, writes and COMMITS INSIDE ITSELF, so the lock never waits for a client, frozen or not.
-- Arrays go by request (r_), head (h_), event (e_) and narrow row; no stream and no command stands in a batch twice.
-- All joins go from an unnested array to one index: a generic plan is the right one, and nothing is planned again.
-- outcome per request: 0 committed, 1 conflict, 2 repeated, 3 decided on another history than this. hashes: of each event that was written.
create procedure append_3(
  r_epoch text[], r_command uuid[], r_digest bytea[], r_status smallint[], r_extra text[], r_stream text[], r_version int[],
  h_request int[], h_stream text[], h_kind smallint[], h_expected int[], h_version int[], h_last int[], h_open boolean[],
  h_status smallint[], h_priority smallint[], h_station text[], h_due timestamptz[], h_late timestamptz[], h_bucket smallint[], h_code smallint[], h_view text[],
  e_request int[], e_head int[], e_previous int[], e_stream text[], e_version int[], e_kind text[], e_occurred timestamptz[],
  e_actor text[], e_command uuid[], e_before text[], e_after text[],
  i_request int[], i_id text[], i_number text[], i_open boolean[], i_category text[], i_priority smallint[], i_station text[],
  i_exercise boolean[], i_received timestamptz[], i_closed timestamptz[], i_assigned timestamptz[], i_assigned_unit text[],
  i_assigned_station text[], i_scene timestamptz[], i_scene_unit text[], i_scene_station text[], i_search text[], i_targets text[],
  a_request int[], a_incident text[], a_ordinal int[], a_unit text[], a_station text[], a_active boolean[], a_assigned timestamptz[],
  a_acknowledged timestamptz[], a_en_route timestamptz[], a_scene timestamptz[], a_feedback timestamptz[], a_cleared timestamptz[],
  c_request int[], c_id text[], c_status smallint[], c_received timestamptz[], c_disposition text[], c_incident text[], c_search text[],
  s_request int[], s_stream text[], s_value text[],
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
    for e in 1 .. events loop
      r := e_request[e];
      if outcome[r] = 0 then
        ended := ended + 1;
        places[e] := ended;
        lines[e] := e_before[e] || at || e_after[e];
        chained := case when e_previous[e] > 0 then hashes[e_previous[e]]
          else coalesce(heads[e_head[e]], '\x0000000000000000000000000000000000000000000000000000000000000000') end;
        hashes[e] := sha256(chained || convert_to(lines[e], 'UTF8'));
        if first_position[r] is null then
          first_position[r] := ended;
        end if;
        last_position[r] := ended;
      end if;
    end loop;

    insert into journal (position, stream, version, kind, occurred_at, recorded_at, actor, command_id, line, hash)
    select u.place, u.stream, u.version, u.kind, u.occurred, stamped, u.actor, u.command, u.line, u.hash
    from unnest(places, e_stream, e_version, e_kind, e_occurred, e_actor, e_command, lines, hashes)
      u(place, stream, version, kind, occurred, actor, command, line, hash)
    where u.place is not null;

    -- h_last is the head's last event, null where the head is only compared.
    update board b
    set version = h.version, hash = hashes[h.last], position = places[h.last], open = h.open, status = h.status,
      priority = h.priority, station = h.station, due_at = h.due, late_at = h.late, view_code = h.code, view = h.view
    from unnest(h_request, h_stream, h_expected, h_version, h_last, h_open, h_status, h_priority, h_station, h_due, h_late, h_code, h_view)
      h(request, stream, expected, version, last, open, status, priority, station, due, late, code, view)
    where b.stream = h.stream and h.expected > 0 and h.last is not null and outcome[h.request] = 0;
    if 0 = any (h_expected) then
      insert into board (stream, kind, version, hash, position, open, status, priority, station, due_at, late_at, bucket, view_code, view)
      select h.stream, h.kind, h.version, hashes[h.last], places[h.last], h.open, h.status, h.priority, h.station, h.due, h.late, h.bucket, h.code, h.view
      from unnest(h_request, h_stream, h_kind, h_expected, h_version, h_last, h_open, h_status, h_priority, h_station, h_due, h_late, h_bucket, h_code, h_view)
        h(request, stream, kind, expected, version, last, open, status, priority, station, due, late, bucket, code, view)
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

  commit;
end
$p$;
