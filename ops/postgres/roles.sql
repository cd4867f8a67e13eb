-- The accounts of Tocsin's database, and what each may do: no more than it needs. Run by a superuser, as often as you like:
--
--   psql -X -d postgres -v database=tocsin -f ops/postgres/roles.sql
--
-- Makes the accounts and the database where they are not there yet, sets their rights where they are. Nobody has a password by it: see ops/postgres/passwords.sql, or let
-- pg_hba.conf ask for certificates. What each may do with single tables is granted by whoever migrates (Silo/Schema/PostgresAccess.cs), after this.
--
--   tocsin_owner      owns database and schema, and migrates: ConnectionStrings:TocsinMigrations. Nothing that runs day and night is it.
--   tocsin            silos: ConnectionStrings:Tocsin. Reads and appends; changes neither the schema nor an event.
--   tocsin_gateway    gateways: reads the membership.
--   tocsin_auditor    the nightly audit: reads all but persons.
--   tocsin_backup     ops/backup: reads everything.
--   tocsin_exporter   Prometheus' exporter: reads the server's statistics.
\set ON_ERROR_STOP on
\set QUIET on
set client_min_messages = warning;
\if :{?database}
\else
  \set database tocsin
\endif

select format('create role %I login', name) from unnest(array['tocsin_owner', 'tocsin', 'tocsin_gateway', 'tocsin_auditor', 'tocsin_backup', 'tocsin_exporter']) name
where to_regrole(name) is null \gexec
select format('create database %I owner tocsin_owner', :'database') where not exists (select from pg_database where datname = :'database') \gexec
alter database :"database" owner to tocsin_owner;
revoke all on database :"database" from public;
grant connect on database :"database" to tocsin, tocsin_gateway, tocsin_auditor, tocsin_backup, tocsin_exporter;

-- Each has a limit, so that one that goes wild leaves room for the others. A silo takes up to 70 (docs/deployment.md).
alter role tocsin connection limit -1;
alter role tocsin_gateway connection limit 50;
alter role tocsin_auditor connection limit 4;
alter role tocsin_backup connection limit 8;
alter role tocsin_exporter connection limit 4;
-- What only reads cannot write by mistake.
alter role tocsin_gateway set default_transaction_read_only = on;
alter role tocsin_auditor set default_transaction_read_only = on;
alter role tocsin_exporter set default_transaction_read_only = on;

-- A silo sees what the server is busy with; its own lost backends it may end anyway.
grant pg_read_all_stats to tocsin;
grant pg_read_all_data to tocsin_backup;
grant pg_monitor to tocsin_exporter;

\connect :"database"
set client_min_messages = warning;
alter schema public owner to tocsin_owner;
revoke all on schema public from public;
-- Which history it is, contains the server's own identifier.
grant execute on function pg_control_system() to tocsin, tocsin_owner, tocsin_auditor, tocsin_backup;
-- A database from before there was an owner: its tables were the silos' own.
select format('alter %s %s owner to tocsin_owner', case relkind when 'S' then 'sequence' else 'table' end, c.oid::regclass)
from pg_class c where relnamespace = 'public'::regnamespace and relowner = 'tocsin'::regrole and relkind in ('r', 'p')
  or relnamespace = 'public'::regnamespace and relowner = 'tocsin'::regrole and relkind = 'S' and not exists (select from pg_depend d where d.objid = c.oid and d.deptype in ('a', 'i')) \gexec
select format('alter routine %s owner to tocsin_owner', p.oid::regprocedure) from pg_proc p where pronamespace = 'public'::regnamespace and proowner = 'tocsin'::regrole \gexec
