-- What stood on the board every ten minutes: from the last mark a past board is made. Follows from the journal.
CREATE TABLE board_mark (epoch TEXT NOT NULL, slot INTEGER NOT NULL, position INTEGER NOT NULL, at INTEGER NOT NULL, items TEXT NOT NULL, PRIMARY KEY (epoch, slot));
CREATE INDEX board_mark_position ON board_mark (epoch, position);
