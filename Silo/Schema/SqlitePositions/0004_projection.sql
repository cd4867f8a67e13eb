-- Rows of reports that follow the journal at a position of their own (Grains/Projections). They may be lost: then they are made anew.
CREATE TABLE projection (
  name TEXT PRIMARY KEY NOT NULL,
  code INTEGER NOT NULL,
  epoch TEXT NOT NULL,
  position INTEGER NOT NULL,
  rebuilt INTEGER
);

-- at and value are null where a thing has no row: an older row must not come back behind it.
CREATE TABLE projected_row (
  name TEXT NOT NULL,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER,
  station TEXT,
  value TEXT,
  PRIMARY KEY (name, stream)
);
CREATE INDEX projected_row_at ON projected_row (name, at) WHERE value IS NOT NULL;
