-- The newest span of the access log (access.db) that a seal covers, with its hash: null in seals of before.
ALTER TABLE seal ADD COLUMN access_span INTEGER;
ALTER TABLE seal ADD COLUMN access_hash BLOB;
