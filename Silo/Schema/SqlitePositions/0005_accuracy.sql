-- How good a position is, and what measured it. Rows of before do not say.
ALTER TABLE unit_position ADD COLUMN accuracy REAL;
ALTER TABLE unit_position ADD COLUMN source TEXT;
ALTER TABLE unit_track ADD COLUMN accuracy REAL;
ALTER TABLE unit_track ADD COLUMN source TEXT;
