-- The desk, schema 4. Frozen: a later schema is a later file.
--
-- The first and the last day of a person's term in a seat, as far as they are known, as text such as 2026-12-08.
ALTER TABLE seat ADD COLUMN since TEXT;
ALTER TABLE seat ADD COLUMN until TEXT;
