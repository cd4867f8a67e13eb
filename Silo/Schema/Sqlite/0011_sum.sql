-- Short checksums of journal lines and board rows, which are checked when a row is read: damage is named, and never served as true.
-- Rows of before have none.
ALTER TABLE journal ADD COLUMN sum INTEGER;
ALTER TABLE board ADD COLUMN sum INTEGER;
