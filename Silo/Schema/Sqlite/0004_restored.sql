-- A mark of the last restore, at random: one backup that is restored twice begins two histories, and the count alone would be the same.
ALTER TABLE epoch ADD COLUMN restored TEXT;
