-- The access log: who looked at what. Rows are only ever removed in whole spans that a seal covers.
CREATE TABLE access (
  id INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  subject TEXT,
  thing TEXT,
  line TEXT NOT NULL
) STRICT;
CREATE INDEX access_at ON access (at DESC, id DESC);
CREATE INDEX access_subject ON access (subject, at DESC, id DESC) WHERE subject IS NOT NULL;
CREATE INDEX access_thing ON access (thing, at DESC, id DESC) WHERE thing IS NOT NULL;

-- How far each gateway's items are written, so that a batch that comes again is passed over.
CREATE TABLE access_source (source TEXT PRIMARY KEY NOT NULL, number INTEGER NOT NULL) STRICT, WITHOUT ROWID;

CREATE TABLE access_span (
  number INTEGER PRIMARY KEY,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  newest INTEGER NOT NULL,
  digest BLOB NOT NULL,
  hash BLOB NOT NULL,
  removed INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX access_span_kept ON access_span (number) WHERE removed = 0;
