-- Lists find more, and spelling does not count: incidents are found by category, disposition, place and every unit that was on them, calls
-- by what was made of them. The program folds the texts anew, writes their pairs, and shortens keys that are too long (SqliteListing).

CREATE INDEX board_priority ON board (kind, priority, listed_at DESC, stream) WHERE listed_at IS NOT NULL;

DROP TABLE board_pair;
CREATE VIRTUAL TABLE board_pair USING fts5(pairs, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii');

INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'category:' || category, received_at, 'incident/' || id FROM incident;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'had:' || r.unit, i.received_at, 'incident/' || i.id FROM response r JOIN incident i ON i.id = r.incident;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'disposition:' || (b.view ->> 'disposition'), i.received_at, b.stream
  FROM incident i JOIN board b ON b.stream = 'incident/' || i.id WHERE b.view ->> 'disposition' IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1,
    'cell:' || s.n || ':' || CAST((p.lat + 90) * s.n AS INTEGER) || ',' || (CAST((p.lon + 180) * s.n AS INTEGER) % (360 * s.n)),
    p.at, p.stream
  FROM (SELECT b.stream AS stream, i.received_at AS at, b.view ->> '$.location.lat' AS lat, b.view ->> '$.location.lon' AS lon
      FROM incident i JOIN board b ON b.stream = 'incident/' || i.id) p
    JOIN (SELECT 200 AS n UNION ALL SELECT 10) s
  WHERE p.lat IS NOT NULL AND p.lon IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 3, 'disposition:' || disposition_kind, received_at, 'call/' || id FROM call WHERE disposition_kind IS NOT NULL;
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 3, 'incident:' || incident, received_at, 'call/' || id FROM call WHERE incident IS NOT NULL;
