-- A mark of the last restore, at random: one backup that is restored twice begins two histories, and on one server the system identifier, the
-- timeline and the count alone would be the same.
alter table journal_end add column restored text;

create or replace function journal_epoch() returns text language sql volatile as $f$
  select c.system_identifier::text || '-' || ('x' || left(pg_walfile_name(pg_current_wal_lsn()), 8))::bit(32)::int::text || '-' || e.restores::text
    || coalesce('.' || e.restored, '')
  from pg_control_system() c, journal_end e
$f$;
