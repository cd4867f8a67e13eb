-- How good a position is, and what measured it. Rows of before, and those that a silo of an earlier version writes, do not say.
alter table unit_position add column accuracy double precision, add column source text;
alter table unit_track add column accuracy double precision, add column source text;
