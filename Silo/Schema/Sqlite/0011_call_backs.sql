-- Closed incidents whose caller may still be called back are found by the day (UTC) of their closure. The program writes the key; here it is
-- for the incidents of before, which have no call-backs yet.
INSERT OR IGNORE INTO board_key (kind, key, listed_at, stream)
  SELECT 1, 'callBack@' || strftime('%Y%m%d', i.closed_at / 1000, 'unixepoch'), i.received_at, b.stream
  FROM incident i JOIN board b ON b.stream = 'incident/' || i.id
  WHERE i.closed_at IS NOT NULL AND i.open = 0 AND i.exercise = 0 AND json_array_length(b.view, '$.calls') > 0;
