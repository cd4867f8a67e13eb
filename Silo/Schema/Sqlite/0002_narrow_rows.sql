-- The narrow rows by which lists and reports find incidents, their assignments and calls; written by the append.

CREATE TABLE incident (
  id TEXT PRIMARY KEY NOT NULL,
  number TEXT NOT NULL UNIQUE,
  open INTEGER NOT NULL,
  category TEXT NOT NULL,
  priority INTEGER NOT NULL,
  station TEXT,
  exercise INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  closed_at INTEGER,
  first_assigned_at INTEGER,
  first_assigned_unit TEXT,
  first_assigned_station TEXT,
  first_on_scene_at INTEGER,
  first_on_scene_unit TEXT,
  first_on_scene_station TEXT,
  search TEXT NOT NULL
) STRICT;

CREATE INDEX incident_received ON incident (received_at DESC, id);
CREATE INDEX incident_open ON incident (received_at DESC, id) WHERE open = 1;

CREATE TABLE response (
  incident TEXT NOT NULL,
  ordinal INTEGER NOT NULL,
  unit TEXT NOT NULL,
  station TEXT,
  active INTEGER NOT NULL,
  assigned_at INTEGER,
  acknowledged_at INTEGER,
  en_route_at INTEGER,
  on_scene_at INTEGER,
  feedback_at INTEGER,
  cleared_at INTEGER,
  PRIMARY KEY (incident, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX response_unit ON response (unit);

CREATE TABLE call (
  id TEXT PRIMARY KEY NOT NULL,
  status INTEGER NOT NULL,
  received_at INTEGER NOT NULL,
  disposition_kind TEXT,
  incident TEXT,
  search TEXT NOT NULL
) STRICT;

CREATE INDEX call_received ON call (received_at DESC, id);
