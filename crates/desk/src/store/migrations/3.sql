-- The desk, schema 3. Frozen: a later schema is a later file.
--
-- The portals that a person wrote or changed; those that come with the program are in the program.
CREATE TABLE portal (
    id   TEXT PRIMARY KEY,
    json TEXT NOT NULL
) STRICT;

-- What was handed in: `json` says how and where, `words` are exactly those that went, and `said` is the draft as it then
-- was, which no thinning of the history takes away.
CREATE TABLE submission (
    id    INTEGER PRIMARY KEY AUTOINCREMENT,
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    at    INTEGER NOT NULL,
    json  TEXT NOT NULL,
    words TEXT NOT NULL,
    said  TEXT NOT NULL
) STRICT;

CREATE INDEX submission_by_draft ON submission (draft, at);

-- The portal of a draft, when its channel closes (a moment with its time zone, such as
-- 2026-01-27T16:00:00-08:00[America/Los_Angeles]), and when the comment was last handed in.
ALTER TABLE draft ADD COLUMN portal TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN closes TEXT;
ALTER TABLE draft ADD COLUMN submitted INTEGER;

CREATE INDEX draft_by_portal ON draft (portal);
