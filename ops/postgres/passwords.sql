-- Gives the accounts of roles.sql the passwords that stand in files, one a file, named like its account:
--
--   psql -X -d postgres -v folder=/run/secrets -f ops/postgres/passwords.sql
--
-- The server keeps a digest (SCRAM) of each. Files end without a newline or with one; psql takes it off.
\set ON_ERROR_STOP on
\set QUIET on
set password_encryption = 'scram-sha-256';
-- No statement with a password in it goes to the log.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';
\setenv folder :folder
\set owner `cat "$folder/tocsin_owner"`
\set silo `cat "$folder/tocsin"`
\set gateway `cat "$folder/tocsin_gateway"`
\set auditor `cat "$folder/tocsin_auditor"`
\set backup `cat "$folder/tocsin_backup"`
\set exporter `cat "$folder/tocsin_exporter"`
alter role tocsin_owner password :'owner';
alter role tocsin password :'silo';
alter role tocsin_gateway password :'gateway';
alter role tocsin_auditor password :'auditor';
alter role tocsin_backup password :'backup';
alter role tocsin_exporter password :'exporter';
