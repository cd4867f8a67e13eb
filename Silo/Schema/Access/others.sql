-- What the accounts of ops/postgres/roles.sql may do beside the silos' own. Run after each migration; an account that is not there gets nothing.
do $$
begin
  -- A gateway finds silos, and has no business with anything else.
  if to_regrole('tocsin_gateway') is not null then
    grant usage on schema public to tocsin_gateway;
    grant select on orleansquery, orleansmembershiptable, orleansmembershipversiontable to tocsin_gateway;
  end if;
  -- The audit reads everything but persons' numbers and names, and the secret: it checks seals with their public key, and cannot make any. The
  -- keys of texts it reads by their view.
  if to_regrole('tocsin_auditor') is not null then
    grant usage on schema public to tocsin_auditor;
    grant select on all tables in schema public to tocsin_auditor;
    grant execute on all routines in schema public to tocsin_auditor;
    revoke select on personal, orleansstorage, deployment_secret from tocsin_auditor;
    revoke execute on function encipher_1(text, text, text, bigint[], text[]) from tocsin_auditor;
  end if;
end $$;
