-- Clocks: since when a stream stands among what is late, and the limits by which reports measure an incident.

ALTER TABLE board ADD COLUMN late_at INTEGER;
CREATE INDEX board_late ON board (late_at) WHERE late_at IS NOT NULL;
ALTER TABLE incident ADD COLUMN targets TEXT;
