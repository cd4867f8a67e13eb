-- The journal of the embedded mode. Times are whole milliseconds since 1970 UTC; ids of commands are 16 bytes, hashes 32.
-- Only the append writes here, all of it in one transaction; nothing is ever deleted but personal data.

-- Which history the positions belong to: made once, at random; restores is raised by whoever brings a backup back.
CREATE TABLE epoch (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  database TEXT NOT NULL,
  restores INTEGER NOT NULL
) STRICT;

INSERT INTO epoch (one, database, restores) VALUES (1, lower(hex(randomblob(8))), 0);

CREATE TABLE journal (
  position INTEGER PRIMARY KEY,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL,
  kind TEXT NOT NULL,
  occurred_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  command_id BLOB NOT NULL,
  line TEXT NOT NULL,
  hash BLOB NOT NULL,
  UNIQUE (stream, version)
) STRICT;

CREATE INDEX journal_command ON journal (command_id);

CREATE TABLE command (
  id BLOB PRIMARY KEY,
  digest BLOB NOT NULL,
  status INTEGER NOT NULL,
  extra TEXT,
  stream TEXT NOT NULL,
  version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A table with rowids: the views are long, and the key's own tree stays small and is touched by the first event only.
CREATE TABLE board (
  stream TEXT PRIMARY KEY NOT NULL,
  kind INTEGER NOT NULL,
  version INTEGER NOT NULL,
  position INTEGER NOT NULL,
  hash BLOB NOT NULL,
  bucket INTEGER NOT NULL,
  open INTEGER NOT NULL,
  status INTEGER NOT NULL,
  priority INTEGER NOT NULL,
  station TEXT,
  due_at INTEGER,
  view_code INTEGER NOT NULL,
  view TEXT NOT NULL
) STRICT;

CREATE INDEX board_position ON board (kind, position);
CREATE INDEX board_open ON board (kind, position) WHERE open = 1;
CREATE INDEX board_due ON board (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE personal (
  stream TEXT PRIMARY KEY NOT NULL,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
