-- What units came to, every some 200 of their events: from there a unit of a past board is folded, and not from its first day. Follows from the journal.
CREATE TABLE unit_state (stream TEXT NOT NULL, version INTEGER NOT NULL, hash TEXT NOT NULL, rules INTEGER NOT NULL, state TEXT NOT NULL, PRIMARY KEY (stream, version));
