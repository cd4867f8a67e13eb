-- Positions of units: telemetry, apart from the journal. Unlogged: they cost no write-ahead log, and what a crash of the database loses, the next reports
-- bring again.
create unlogged table unit_position (
  unit    text primary key,
  at      timestamptz not null,
  lat     double precision not null,
  lon     double precision not null,
  speed   double precision,
  heading double precision
);

create unlogged table unit_track (
  unit    text not null,
  at      timestamptz not null,
  lat     double precision not null,
  lon     double precision not null,
  speed   double precision,
  heading double precision,
  primary key (unit, at)
);
create index unit_track_at on unit_track (at);
