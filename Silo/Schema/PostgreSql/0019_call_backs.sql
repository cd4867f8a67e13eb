-- Closed incidents whose caller may still be called back are found by the day (UTC) of their closure. The program writes the key; here it is
-- for what silos of earlier versions write, and for the incidents that were closed in the last month.

-- As CallBackRule.Waits: somebody called, nobody was reached, and it was not tried three times.
create function may_call_back(of_view jsonb) returns boolean language sql immutable strict parallel safe as $f$
  select jsonb_array_length(coalesce(of_view -> 'calls', '[]')) > 0
    and jsonb_array_length(coalesce(of_view -> 'callBacks', '[]')) < 3
    and not coalesce(of_view -> 'callBacks', '[]') @> '[{"reached": true}]'
$f$;

create or replace function list_incidents(ids text[]) returns void language plpgsql as $f$
begin
  update board b set listed_at = i.received_at
  from incident_row i
  where i.id = any (ids) and b.stream = 'incident/' || i.id and b.listed_at is distinct from i.received_at;
  insert into board_text as t (stream, kind, listed_at, text, terms)
  select 'incident/' || i.id, 1, i.received_at, f.folded, search_terms(f.folded)
  from incident_row i cross join lateral (select search_fold(i.search) as folded) f where i.id = any (ids)
  on conflict (stream) do update set listed_at = excluded.listed_at, text = excluded.text, terms = excluded.terms
  where t.text <> excluded.text or t.listed_at <> excluded.listed_at;
  delete from board_key k
  where k.stream in (select 'incident/' || id from unnest(ids) id);
  insert into board_key (kind, key, listed_at, stream)
  select 1, k.key, i.received_at, 'incident/' || i.id
  from incident_row i
    left join lateral (select b.view::jsonb as view from board b where b.stream = 'incident/' || i.id) b on true
    cross join lateral (
      select list_key('station', i.station) where i.station is not null
      union
      select list_key('station', r.station) from response_row r where r.incident = i.id and r.active and r.station is not null
      union
      select 'unit:' || r.unit from response_row r where r.incident = i.id and r.active
      union
      select 'unit:' || r.unit || '@' || to_char(r.cleared_at at time zone 'UTC', 'YYYYMMDD')
      from response_row r where r.incident = i.id and not r.active and r.cleared_at is not null
      union
      select 'unit:' || p.unit || coalesce('@' || to_char(i.closed_at at time zone 'UTC', 'YYYYMMDD'), '')
      from (select b.view ->> 'panicUnitId') p(unit)
      where p.unit is not null
      union
      select 'had:' || r.unit from response_row r where r.incident = i.id
      union
      select list_key('category', i.category)
      union
      select list_key('disposition', b.view ->> 'disposition') where b.view ->> 'disposition' is not null
      union
      -- Whose caller may still be called back (CallBackRule).
      select 'callBack@' || to_char(i.closed_at at time zone 'UTC', 'YYYYMMDD')
      where i.closed_at is not null and not i.open and not i.exercise and may_call_back(b.view)
      union
      select list_cells((b.view #>> '{location,lat}')::float8, (b.view #>> '{location,lon}')::float8)
    ) k(key)
  where i.id = any (ids)
  on conflict do nothing;
end
$f$;

insert into board_key (kind, key, listed_at, stream)
select 1, 'callBack@' || to_char(i.closed_at at time zone 'UTC', 'YYYYMMDD'), i.received_at, b.stream
from incident_row i join board b on b.stream = 'incident/' || i.id
where i.closed_at > now() - interval '32 days' and not i.open and not i.exercise and may_call_back(b.view::jsonb)
on conflict do nothing;
