-- Seals are signed (Ed25519) and stand in each second in which something was written: minute is the second, hmac the signature.
-- previous: the chain's hash over all seals before, null in a seal by HMAC. parts: digests of what is sealed beside the journal.
ALTER TABLE seal ADD COLUMN previous BLOB;
ALTER TABLE seal ADD COLUMN parts TEXT;
