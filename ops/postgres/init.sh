#!/usr/bin/env bash
# Run once by PostgreSQL's image, when its data is made: the accounts, the database, the passwords.
set -euo pipefail
psql -X -d postgres -v database=tocsin -f /etc/tocsin/roles.sql
psql -X -d postgres -v folder=/run/secrets -f /etc/tocsin/passwords.sql
