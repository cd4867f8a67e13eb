-- Adds a seal behind another. Two silos may come with one minute, or with two minutes behind one seal: the first has it. The lock is a statement of its own,
-- so that the second sees what the first has written; a single INSERT with a condition does not.
create function add_seal_1(of_minute timestamptz, up_to bigint, streams int, of_heads bytea, signed bytea, previous timestamptz) returns boolean
language plpgsql as $f$
begin
  perform pg_advisory_xact_lock(7463);
  if (select max(s.minute) from seal s) is distinct from previous then
    return false;
  end if;
  insert into seal (minute, position, count, digest, hmac) values (of_minute, up_to, streams, of_heads, signed);
  return true;
end
$f$;
