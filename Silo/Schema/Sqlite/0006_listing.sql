-- One list for all kinds: when each thing is listed (board.listed_at), its text in pairs of characters (board_text, board_pair), the words by
-- which it is found (board_key). And names that only one stream may hold (claim). The program fills board_pair for rows of before.

ALTER TABLE board ADD COLUMN listed_at INTEGER;
UPDATE board SET listed_at = (SELECT i.received_at FROM incident i WHERE i.id = substr(board.stream, 10)) WHERE kind = 1;
UPDATE board SET listed_at = (SELECT c.received_at FROM call c WHERE c.id = substr(board.stream, 6)) WHERE kind = 3;
CREATE INDEX board_listed ON board (kind, listed_at DESC, stream) WHERE listed_at IS NOT NULL;
CREATE INDEX board_listed_open ON board (kind, listed_at DESC, stream) WHERE open = 1 AND listed_at IS NOT NULL;

CREATE TABLE board_text (
  id INTEGER PRIMARY KEY,
  stream TEXT NOT NULL UNIQUE,
  kind INTEGER NOT NULL,
  listed_at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;

-- The pairs of a text as words, by board_text.id; holds no text itself.
CREATE VIRTUAL TABLE board_pair USING fts5(pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

CREATE TABLE board_key (
  kind INTEGER NOT NULL,
  key TEXT NOT NULL,
  listed_at INTEGER NOT NULL,
  stream TEXT NOT NULL,
  PRIMARY KEY (kind, key, listed_at DESC, stream)
) STRICT, WITHOUT ROWID;
CREATE INDEX board_key_stream ON board_key (stream);

CREATE TABLE claim (
  name TEXT PRIMARY KEY NOT NULL,
  stream TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX claim_stream ON claim (stream);

INSERT INTO board_text (stream, kind, listed_at, text) SELECT 'incident/' || id, 1, received_at, search FROM incident;
INSERT INTO board_text (stream, kind, listed_at, text) SELECT 'call/' || id, 3, received_at, search FROM call;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'station:' || station, received_at, 'incident/' || id FROM incident WHERE station IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'station:' || r.station, i.received_at, 'incident/' || i.id
  FROM response r JOIN incident i ON i.id = r.incident WHERE r.active = 1 AND r.station IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, CASE r.active WHEN 1 THEN 'unit:' || r.unit ELSE 'unit:' || r.unit || '@' || strftime('%Y%m%d', r.cleared_at / 1000, 'unixepoch') END,
    i.received_at, 'incident/' || i.id
  FROM response r JOIN incident i ON i.id = r.incident WHERE r.active = 1 OR r.cleared_at IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'unit:' || (b.view ->> 'panicUnitId') || coalesce('@' || strftime('%Y%m%d', i.closed_at / 1000, 'unixepoch'), ''),
    i.received_at, b.stream
  FROM incident i JOIN board b ON b.stream = 'incident/' || i.id WHERE b.view ->> 'panicUnitId' IS NOT NULL;
