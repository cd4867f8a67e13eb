#!/usr/bin/env bash
# With the character type C, pg_trgm sees nothing in a Chinese address but its digits.
#
# One would guess: trigrams work on any UTF-8 text; two different addresses are not very similar, and an index with
#   gin_trgm_ops finds a Chinese place by three or four of its characters.
# What happens: under LC_CTYPE C (what `initdb --no-locale` and many images give) only ASCII letters and digits are parts of
#   words. 太行路 has no trigram at all: its similarity with itself is 0. 太行路12号 and 虒亭镇农商银行12号 have the same
#   trigrams, those of "12": similarity 1. LIKE '%虒亭镇农商%' through the index is right, but reads the whole index and all rows.
#   Nothing warns. Under C.UTF-8 all is as one would guess, but for words of two characters: those have no trigram inside,
#   so LIKE '%虒亭%' through the index reads everything too, and most Chinese words are of two characters.
# Seen with: PostgreSQL 15 with pg_trgm 1.6 (Debian 12). Needs: PostgreSQL 15 with contrib.
# Why it matters: duplicates ("is that the incident that we have?"), a gazetteer, lists searched while the caller speaks.
# A product must: check lc_ctype when it starts if it uses pg_trgm, and index pairs of characters by itself.
set -euo pipefail
work=$(mktemp -d)
chmod 755 "$work"
bin=$(ls -d /usr/lib/postgresql/15/bin)
port=$((20000 + RANDOM % 12000))
as_pg() { if [ "$(id -u)" -eq 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
trap 'as_pg "$bin/pg_ctl" -D "$work/pg" -m immediate stop >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
if [ "$(id -u)" -eq 0 ]; then chown postgres "$work"; fi

ask() {
  as_pg "$bin/psql" -X -q -A -t -F ' ' -v ON_ERROR_STOP=1 -h "$work" -p "$port" -U finding -d postgres <<'END'
create extension pg_trgm;
select 'pg_trgm', extversion from pg_extension where extname = 'pg_trgm';
select 'with itself', similarity('太行路', '太行路');
select 'two addresses', similarity('太行路12号', '虒亭镇农商银行12号');
create table place (name text);
insert into place select '太行路' || i || '号' from generate_series(1, 20000) i;
insert into place values ('虒亭镇农商银行');
create index on place using gin (name gin_trgm_ops);
analyze place;
set enable_seqscan = off;
create function looked_at(pattern text) returns text language plpgsql as $f$
declare plan json; node json;
begin
  execute format('explain (analyze, format json) select * from place where name like %L', pattern) into plan;
  node := plan -> 0 -> 'Plan';
  return (node ->> 'Actual Rows') || ' found, thrown away ' || (node ->> 'Rows Removed by Index Recheck');
end $f$;
select 'five characters', looked_at('%虒亭镇农商%');
select 'two characters', looked_at('%虒亭%');
END
}

for locale in C C.UTF-8; do
  as_pg "$bin/initdb" -D "$work/pg" -U finding -A trust -E UTF8 --locale="$locale" >/dev/null
  as_pg "$bin/pg_ctl" -D "$work/pg" -w -l "$work/pg.log" -o "-p $port -k $work -c listen_addresses=" start >/dev/null
  echo "locale $locale"
  ask
  as_pg "$bin/pg_ctl" -D "$work/pg" -w -m immediate stop >/dev/null
  rm -rf "$work/pg"
done >"$work/seen"
cat >"$work/expected" <<'END'
locale C
pg_trgm 1.6
with itself 0
two addresses 1
five characters 1 found, thrown away 20000
two characters 1 found, thrown away 20000
locale C.UTF-8
pg_trgm 1.6
with itself 1
two addresses 0.125
five characters 1 found, thrown away 0
two characters 1 found, thrown away 20000
END
cat "$work/seen"
diff "$work/expected" "$work/seen" >&2 || { echo "It differs from what this page says." >&2; exit 1; }
