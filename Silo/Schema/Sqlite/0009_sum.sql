-- Short checksums of journal lines and board rows, which are checked when a row is read: damage is named, and never served as true.
-- Rows of before have none.
ALTER TABLE journal ADD COLUMN sum INTEGER;
ALTER TABLE board ADD COLUMN sum INTEGER;

-- An earlier program on this file writes rows anew and leaves the checksum of before beside them: it is taken away. One that writes checksums
-- writes another one with each event.
CREATE TRIGGER board_sum AFTER UPDATE OF version ON board
WHEN NEW.sum IS OLD.sum AND NEW.sum IS NOT NULL AND NEW.version <> OLD.version AND NEW.hash <> OLD.hash AND NEW.position <> OLD.position
BEGIN
  UPDATE board SET sum = NULL WHERE stream = NEW.stream;
END;
