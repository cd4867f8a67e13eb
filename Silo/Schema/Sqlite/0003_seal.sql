-- Each minute's seal over the heads that changed, with an HMAC whose key is not in the database.
CREATE TABLE seal (
  minute INTEGER PRIMARY KEY,
  position INTEGER NOT NULL,
  count INTEGER NOT NULL,
  digest BLOB NOT NULL,
  hmac BLOB NOT NULL
) STRICT;
