-- Lines in which texts were enciphered after they had been hashed, so that they can be erased: the only lines that do not follow from the
-- hash before them. Each row has the digest of the line as it stands now, and a hash behind the row before it.
CREATE TABLE erasure (
  number INTEGER PRIMARY KEY,
  position INTEGER NOT NULL UNIQUE,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX erasure_stream ON erasure (stream);

-- One row while something was erased and the file was not written anew since: free space within its pages may still hold what was there.
CREATE TABLE rewrite_due (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  since INTEGER NOT NULL
) STRICT;
