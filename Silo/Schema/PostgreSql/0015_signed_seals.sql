-- Seals are signed (Ed25519) and stand in each second in which something was written. hmac has the signature, by its 64 bytes: a silo of an
-- earlier version, which knows nothing else of a seal, makes its own behind it as behind any other. minute is the second.
-- previous: the chain's hash over all seals before, null in a seal by HMAC. parts: digests of what is sealed beside the journal.
alter table seal add column previous bytea, add column parts text;

-- As add_seal_1, whose lock it takes.
create function add_seal_3(
  made_at timestamptz, up_to bigint, streams int, of_heads bytea, signed bytea, chained bytea, of_parts text, behind timestamptz)
returns boolean language plpgsql as $f$
begin
  perform pg_advisory_xact_lock(7463);
  if (select max(s.minute) from seal s) is distinct from behind then
    return false;
  end if;
  insert into seal (minute, position, count, digest, hmac, previous, parts)
  values (made_at, up_to, streams, of_heads, signed, chained, of_parts);
  return true;
end
$f$;
