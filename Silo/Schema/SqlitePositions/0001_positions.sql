-- Positions of units: telemetry, in a file of its own, so that no append waits for it. Times are milliseconds since 1970.
CREATE TABLE unit_position (unit TEXT PRIMARY KEY, at INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, speed REAL, heading REAL) WITHOUT ROWID;

CREATE TABLE unit_track (unit TEXT NOT NULL, at INTEGER NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL, speed REAL, heading REAL, PRIMARY KEY (unit, at)) WITHOUT ROWID;
CREATE INDEX unit_track_at ON unit_track (at);
