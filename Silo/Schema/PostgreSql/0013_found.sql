-- Lists find more, and spelling does not count: texts are folded by NFKC, without white space and punctuation; incidents are found by
-- category, disposition, place and every unit that was on them, calls by what was made of them. list_incidents and list_calls say what the
-- program writes (IncidentListing, CallListing); silos of earlier versions, which call append_3, have it made by them from now on.

-- As SearchText.Fold, of a text in lower case as the narrow rows have it. The ranges are those of SearchSigns; the few capitals that
-- NFKC makes of signs without case are put into lower case by hand, because lower knows ASCII only here.
create function search_fold(of_text text) returns text language sql immutable strict parallel safe as $f$
  select regexp_replace(
    translate(
      lower(normalize(of_text, NFKC) collate "C"),
      'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩϴΎΫÆƐƎȢĦ',
      'αβγδεζηθικλμνξοπρστυφχψωθύϋæɛǝȣħ'),
    '[' || '\u0001-\u0009\u000B-\u0023\u0025-\u002A\u002C-\u002F\u003A-\u003B\u003F-\u0040\u005B-\u005D\u005F\u007B\u007D'
      || '\u007F-\u00A1\u00A7\u00AB\u00AD\u00B6-\u00BF\u055A-\u055F\u0589-\u058A\u05BE\u05C0\u05C3\u05C6\u05F3-\u05F4'
      || '\u0600-\u0605\u0609-\u060A\u060C-\u060D\u061B-\u061F\u066A-\u066D\u06D4\u06DD\u0700-\u070D\u070F\u07F7-\u07F9'
      || '\u0830-\u083E\u085E\u0890-\u0891\u08E2\u0964-\u0965\u0970\u09FD\u0A76\u0AF0\u0C77\u0C84\u0DF4\u0E4F\u0E5A-\u0E5B'
      || '\u0F04-\u0F12\u0F14\u0F3A-\u0F3D\u0F85\u0FD0-\u0FD4\u0FD9-\u0FDA\u104A-\u104F\u10FB\u1360-\u1368\u1400\u166E'
      || '\u1680\u169B-\u169C\u16EB-\u16ED\u1735-\u1736\u17D4-\u17D6\u17D8-\u17DA\u1800-\u180A\u180E\u1944-\u1945'
      || '\u1A1E-\u1A1F\u1AA0-\u1AA6\u1AA8-\u1AAD\u1B4E-\u1B4F\u1B5A-\u1B60\u1B7D-\u1B7F\u1BFC-\u1BFF\u1C3B-\u1C3F\u1C7E-\u1C7F'
      || '\u1CC0-\u1CC7\u1CD3\u200B-\u2043\u2045-\u2051\u2053-\u2064\u2066-\u206F\u2308-\u230B\u2768-\u2775\u27C5-\u27C6'
      || '\u27E6-\u27EF\u2983-\u2998\u29D8-\u29DB\u29FC-\u29FD\u2CF9-\u2CFC\u2CFE-\u2CFF\u2D70\u2E00-\u2E2E\u2E30-\u2E4F'
      || '\u2E52-\u2E5D\u3001-\u3003\u3008-\u3011\u3014-\u301F\u3030\u303D\u30A0\u30FB\uA4FE-\uA4FF\uA60D-\uA60F\uA673'
      || '\uA67E\uA6F2-\uA6F7\uA874-\uA877\uA8CE-\uA8CF\uA8F8-\uA8FA\uA8FC\uA92E-\uA92F\uA95F\uA9C1-\uA9CD\uA9DE-\uA9DF'
      || '\uAA5C-\uAA5F\uAADE-\uAADF\uAAF0-\uAAF1\uABEB\uFD3E-\uFD3F\uFE45-\uFE46\uFEFF\uFFF9-\uFFFB\uFFFE' || ']',
    '', 'g')
$f$;

-- As ListKey.Of: a value that is too long with its sort, in UTF-16 units, stands as its digest.
create function list_key(of_sort text, of_value text) returns text language sql immutable strict parallel safe as $f$
  select case
    when length(of_sort) + 1 + length(of_value) + length(regexp_replace(of_value, '[^\U00010000-\U0010FFFF]', '', 'g')) <= 100
    then of_sort || ':' || of_value
    else of_sort || '#' || encode(sha256(convert_to(of_value, 'UTF8')), 'hex')
  end
$f$;

-- As PlaceCells.Of: the cells of a place, fine and coarse; none without coordinates.
create function list_cells(lat float8, lon float8) returns setof text language sql immutable strict parallel safe as $f$
  select format('cell:%s:%s,%s', s, floor((lat + 90) * s)::int, floor((lon + 180) * s)::int % (360 * s)) from (values (200), (10)) v(s)
$f$;

-- The digits of a personal text, the last one first: an index finds by it the numbers that end with some digits.
create function personal_digits(of_value text) returns text language sql immutable strict parallel safe as $f$
  select reverse(regexp_replace(of_value, '[^0-9]', '', 'g'))
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
      select list_cells((b.view #>> '{location,lat}')::float8, (b.view #>> '{location,lon}')::float8)
    ) k(key)
  where i.id = any (ids)
  on conflict do nothing;
end
$f$;

create or replace function list_calls(ids text[]) returns void language plpgsql as $f$
begin
  update board b set listed_at = c.received_at
  from call_row c
  where c.id = any (ids) and b.stream = 'call/' || c.id and b.listed_at is distinct from c.received_at;
  insert into board_text as t (stream, kind, listed_at, text, terms)
  select 'call/' || c.id, 3, c.received_at, f.folded, search_terms(f.folded)
  from call_row c cross join lateral (select search_fold(c.search) as folded) f where c.id = any (ids)
  on conflict (stream) do update set listed_at = excluded.listed_at, text = excluded.text, terms = excluded.terms
  where t.text <> excluded.text or t.listed_at <> excluded.listed_at;
  delete from board_key k
  where k.stream in (select 'call/' || id from unnest(ids) id);
  insert into board_key (kind, key, listed_at, stream)
  select 3, k.key, c.received_at, 'call/' || c.id
  from call_row c
    cross join lateral (
      select 'disposition:' || c.disposition_kind where c.disposition_kind is not null
      union
      select 'incident:' || c.incident where c.incident is not null
      union
      -- Only the view says these; that of an earlier version says neither.
      select v.key
      from board b cross join lateral (values ('talking', 'talking'), ('callBack', 'callBackDue')) v(key, member)
      where b.stream = 'call/' || c.id and b.view::jsonb -> v.member = 'true'
    ) k(key)
  where c.id = any (ids)
  on conflict do nothing;
end
$f$;

-- Fills in the rows of before once more, from the first, beside the silos at work; texts of other kinds are few.
update listing_fill set last_id = '', done = false;
update board_text t set text = f.folded, terms = search_terms(f.folded)
from (select stream, search_fold(text) as folded from board_text where kind not in (1, 3)) f
where t.stream = f.stream and t.text <> f.folded;
